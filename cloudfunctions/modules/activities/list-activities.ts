import { err, ok } from '@domain/kernel/result';
import { PAGE_SIZE } from '@domain/kernel/input';
import type * as actions from '@domain/activities/activity.actions';
import type { Handler } from '@cloud/platform/binding';
import { decodeCursor, pageFrom } from '@cloud/platform/paging';
import type { ActivitiesRepository } from './activities.repository';
import { toActivityView } from './activity-views';

export const listActivities =
  (activities: ActivitiesRepository): Handler<typeof actions.listActivities> =>
  async ({ person, now }, { filter, cursor }) => {
    const after = decodeCursor(cursor);
    const rows =
      filter === 'upcoming'
        ? await activities.upcoming(person.communityId, now, after, PAGE_SIZE)
        : await activities.past(person.communityId, now, after);
    const page = pageFrom(rows, PAGE_SIZE, (activity) => ({ at: activity.endsAt, id: activity._id }));
    return ok({
      items: page.items.map((activity) => toActivityView(activity, person, now)),
      nextCursor: page.nextCursor,
    });
  };

export const listMyActivities =
  (activities: ActivitiesRepository): Handler<typeof actions.listMyActivities> =>
  async ({ person, now }) => {
    const mine = await activities.ofPerson(person.communityId, person.personId);
    return ok({ items: mine.map((activity) => toActivityView(activity, person, now)) });
  };

export const getActivity =
  (activities: ActivitiesRepository): Handler<typeof actions.getActivity> =>
  async (caller, { activityId }) => {
    const loaded = await activities.load(caller, activityId);
    return loaded.ok
      ? ok(toActivityView(loaded.value, caller.person, caller.now))
      : err('ACTIVITY_NOT_FOUND');
  };
