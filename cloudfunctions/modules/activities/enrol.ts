import { err, ok } from '@domain/kernel/result';
import type * as actions from '@domain/activities/activity.actions';
import * as rules from '@domain/activities/activity.rules';
import type { Handler } from '@cloud/platform/binding';
import { newCodeFor } from '@cloud/platform/caller';
import { isKeyReused, isReplay } from '@cloud/platform/record-store';
import type { ActivitiesRepository } from './activities.repository';
import { toActivityView } from './activity-views';

/** The last seat may go between the read and the update; then it is decided again on what stands there now. */
const ATTEMPTS = 4;

/** Somebody signs up: a seat while there is one, a place in the queue after that. */
export const enrol =
  (activities: ActivitiesRepository): Handler<typeof actions.enrol> =>
  async (caller, { activityId }) => {
    const { person, key, now } = caller;
    const ticket = { ticketCode: newCodeFor(caller, 'ticket'), key };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const loaded = await activities.load(caller, activityId);
      if (!loaded.ok) return loaded;
      const activity = loaded.value;
      if (isKeyReused(activity, caller)) return err('KEY_REUSED');
      if (isReplay(activity, caller)) return ok(toActivityView(activity, person, now));

      const enrolled = rules.enrol(activity, person, ticket, now);
      if (!enrolled.ok) return enrolled;
      const seat = rules.seatOf(enrolled.value, person.personId);
      const stored = seat ? await activities.takeSeat(caller, activity, seat) : null;
      if (stored) return ok(toActivityView(stored, person, now));
    }
    return err('CONFLICT');
  };

export const leave =
  (activities: ActivitiesRepository): Handler<typeof actions.leave> =>
  async (caller, { activityId }) => {
    const moved = await activities.move(caller, activityId, (activity) =>
      rules.leave(activity, caller.person, caller.now),
    );
    return moved.ok ? ok(toActivityView(moved.value, caller.person, caller.now)) : moved;
  };
