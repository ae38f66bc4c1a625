import { err, ok } from '@domain/kernel/result';
import type * as actions from '@domain/activities/activity.actions';
import * as rules from '@domain/activities/activity.rules';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor } from '@cloud/platform/caller';
import type { ActivitiesRepository } from './activities.repository';
import { toActivityView, toRollView } from './activity-views';

export const publishActivity =
  (activities: ActivitiesRepository): Handler<typeof actions.publishActivity> =>
  async (caller, content) => {
    const activity = rules.publish(caller.person, newIdFor(caller, 'activity'), content, caller.now);
    if (!activity.ok) return activity;
    const stored = await activities.insert(caller, activity.value);
    return stored.ok ? ok(toActivityView(stored.value, caller.person, caller.now)) : stored;
  };

export const reviseActivity =
  (activities: ActivitiesRepository): Handler<typeof actions.reviseActivity> =>
  async (caller, { activityId, content }) => {
    const { person, now } = caller;
    const moved = await activities.move(caller, activityId, (activity) =>
      rules.revise(activity, person, content, now),
    );
    return moved.ok ? ok(toActivityView(moved.value, person, now)) : moved;
  };

export const cancelActivity =
  (activities: ActivitiesRepository): Handler<typeof actions.cancelActivity> =>
  async (caller, { activityId, reason }) => {
    const { person, now } = caller;
    const moved = await activities.move(caller, activityId, (activity) =>
      rules.cancel(activity, person, reason, now),
    );
    return moved.ok ? ok(toActivityView(moved.value, person, now)) : moved;
  };

export const getRoll =
  (activities: ActivitiesRepository): Handler<typeof actions.getRoll> =>
  async (caller, { activityId }) => {
    const loaded = await activities.load(caller, activityId);
    return loaded.ok ? ok(toRollView(loaded.value, caller.person, caller.now)) : err('ACTIVITY_NOT_FOUND');
  };

const atDoor =
  (
    activities: ActivitiesRepository,
    decide: typeof rules.checkIn,
  ): Handler<typeof actions.checkIn | typeof actions.undoCheckIn> =>
  async (caller, { activityId, personId }) => {
    const { person, now } = caller;
    const moved = await activities.move(caller, activityId, (activity) =>
      decide(activity, person, personId, now),
    );
    return moved.ok ? ok(toRollView(moved.value, person, now)) : moved;
  };

export const checkIn = (activities: ActivitiesRepository) => atDoor(activities, rules.checkIn);
export const undoCheckIn = (activities: ActivitiesRepository) => atDoor(activities, rules.undoCheckIn);

/** Activities whose time is over are closed by the timer. Returns how many. */
export const finishActivities = (activities: ActivitiesRepository) => async (now: number) => {
  let finished = 0;
  for (const activity of await activities.endedBefore(now)) {
    const decided = rules.finish(activity, now);
    if (!decided.ok) continue;
    const { status, version, updatedAt, history } = decided.value;
    const change = { status, version, updatedAt, history: [...history] };
    if (await activities.collection.updateOne({ _id: activity._id, version: activity.version }, change))
      finished += 1;
  }
  return finished;
};
