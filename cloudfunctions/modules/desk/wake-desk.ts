import { dateOn, DAY, formatWhen, HOUR, startOfDay } from '@domain/kernel/time';
import { uncovered } from '@domain/desk/duty-coverage';
import { DEFAULT_DESK_TIMES, type DeskTimes } from '@domain/desk/desk-times';
import { tell } from '@domain/desk/duty-alert';
import { wake, type Company } from '@domain/desk/escalation.rules';
import type { Community } from '@domain/people/people.schema';
import type { PeopleRepository } from '../people';
import { companyAt } from './duty-now';
import type { DeskRepository } from './desk.repository';
import type { DutyRepository } from './duty.repository';

/** The roster is looked through every morning at this time of day. */
const ROSTER_CHECK = 9 * HOUR;
const GAPS_TOLD_MAX = 5;

/** The community's own times, with the usual ones where it has set none. */
export const timesOf = ({ deskTimes = {} }: Pick<Community, 'deskTimes'>): DeskTimes => ({
  ...DEFAULT_DESK_TIMES,
  ...deskTimes,
});

/** Threads whose time has come: rungs climbed, pauses ended, promises called to mind. Returns how many. */
export const wakeThreads =
  (desk: DeskRepository, duty: DutyRepository, people: PeopleRepository) =>
  async (now: number): Promise<number> => {
    const known = new Map<string, Promise<{ company: Company; times: DeskTimes }>>();
    const factsOf = (communityId: string) => {
      const facts = known.get(communityId) ?? readFacts(desk, people, communityId, now);
      known.set(communityId, facts);
      return facts;
    };
    let woken = 0;
    for (const thread of await duty.threadsToWake(now)) {
      const { company, times } = await factsOf(thread.communityId);
      const after = wake(thread, company, times, now);
      if (after && (await desk.threads.commitByTimer(thread, after))) woken += 1;
    }
    return woken;
  };

async function readFacts(desk: DeskRepository, people: PeopleRepository, communityId: string, now: number) {
  const [company, community] = await Promise.all([
    companyAt(desk, people, communityId, now),
    people.community(communityId),
  ]);
  return { company, times: timesOf(community) };
}

/** Tells the secretary, once a day, of hours to come that nobody covers. Returns how many communities were looked at. */
export const warnOfGaps =
  (duty: DutyRepository, people: PeopleRepository) =>
  async (now: number): Promise<number> => {
    const due = await duty.communitiesToCheck(now);
    for (const { _id } of due) {
      const [community, secretary] = await Promise.all([
        duty.communities.collection.get(_id),
        people.secretary(_id),
      ]);
      if (!community) continue;
      const until = now + timesOf(community).warnDaysAhead * DAY;
      const gaps = uncovered(await duty.shiftsBetween(_id, now, until), now, until);
      const warned = gaps.slice(0, GAPS_TOLD_MAX).reduce<Community>(
        (record, { startsAt, endsAt }) =>
          secretary
            ? tell(record, {
                id: `${_id}-gap-${dateOn(now)}-${startsAt.toString(36)}`,
                personId: secretary._id,
                kind: 'gap',
                words: `没有人值班：${formatWhen(Math.max(startsAt, now))} 到 ${formatWhen(endsAt)}，到时由您接应，请尽快排班`,
                page: 'roster',
                pageId: _id,
                isLoud: startsAt < now + DAY,
                at: now,
              })
            : record,
        community,
      );
      await duty.communities.commitByTimer(community, {
        ...warned,
        version: community.version + 1,
        rosterCheckAt: nextCheckAfter(now),
      });
    }
    return due.length;
  };

function nextCheckAfter(now: number): number {
  const today = startOfDay(now) + ROSTER_CHECK;
  return today > now ? today : today + DAY;
}
