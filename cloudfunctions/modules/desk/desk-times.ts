import { ok, type Result } from '@domain/kernel/result';
import { hasRole } from '@domain/kernel/roles';
import { withTrace } from '@domain/kernel/record';
import type { Person } from '@domain/kernel/person';
import type * as actions from '@domain/desk/duty.actions';
import type { DeskTimesView } from '@domain/desk/desk-times';
import type { Community } from '@domain/people/people.schema';
import type { Handler } from '@cloud/platform/binding';
import type { PeopleRepository } from '../people';
import type { DutyRepository } from './duty.repository';
import { timesOf } from './wake-desk';

const toView = (community: Community, person: Person): DeskTimesView => ({
  ...timesOf(community),
  replyWithinMinutes: community.replyWithinMinutes,
  version: community.version,
  canSet: hasRole(person, ['secretary']),
});

export const getDeskTimes =
  (people: PeopleRepository): Handler<typeof actions.getDeskTimes> =>
  async ({ person }) =>
    ok(toView(await people.community(person.communityId), person));

/** New times hold for what is asked from now on; what runs already keeps the promise it was given. */
export const setDeskTimes =
  (duty: DutyRepository): Handler<typeof actions.setDeskTimes> =>
  async (caller, { replyWithinMinutes, contactsKeptDays, ...others }) => {
    const { person, now } = caller;
    const moved = await duty.communities.move(
      caller,
      person.communityId,
      (community): Result<Community, never> => {
        const traced = withTrace(community, { move: 'setTimes', by: person, now });
        const kept = contactsKeptDays ?? timesOf(community).contactsKeptDays;
        const deskTimes = { ...others, contactsKeptDays: kept };
        return ok({ ...traced, updatedAt: now, replyWithinMinutes, deskTimes });
      },
    );
    if (moved.ok) return ok(toView(moved.value, person));
    if (moved.error === 'COMMUNITY_NOT_FOUND')
      throw new Error('the caller’s community is not in the register');
    return { ok: false, error: moved.error };
  };
