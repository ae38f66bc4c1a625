import * as actions from '@domain/activities/activity.actions';
import { bind } from '@cloud/platform/binding';
import type { Module } from '@cloud/platform/platform';
import type { ActivitiesRepository } from './activities.repository';
import { enrol, leave } from './enrol';
import { getActivity, listActivities, listMyActivities } from './list-activities';
import * as run from './run-activity';

export { activitiesRepository, type ActivitiesRepository } from './activities.repository';
export { toActivityView } from './activity-views';

export const activitiesModule = (activities: ActivitiesRepository): Module => ({
  bindings: [
    bind(actions.listActivities, listActivities(activities)),
    bind(actions.listMyActivities, listMyActivities(activities)),
    bind(actions.getActivity, getActivity(activities)),
    bind(actions.enrol, enrol(activities)),
    bind(actions.leave, leave(activities)),
    bind(actions.publishActivity, run.publishActivity(activities)),
    bind(actions.reviseActivity, run.reviseActivity(activities)),
    bind(actions.cancelActivity, run.cancelActivity(activities)),
    bind(actions.getRoll, run.getRoll(activities)),
    bind(actions.checkIn, run.checkIn(activities)),
    bind(actions.undoCheckIn, run.undoCheckIn(activities)),
  ],
  chores: { finishActivities: run.finishActivities(activities) },
});
