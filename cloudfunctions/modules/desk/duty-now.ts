import { ok } from '@domain/kernel/result';
import { startOfDay, DAY } from '@domain/kernel/time';
import type * as actions from '@domain/desk/desk.actions';
import { watchAt } from '@domain/desk/duty-coverage';
import type { DutyPerson, DutyShift, DutyView, ShiftView } from '@domain/desk/duty.schema';
import type { Company } from '@domain/desk/escalation.rules';
import type { Person } from '@domain/kernel/person';
import type { Community, PersonRecord } from '@domain/people/people.schema';
import type { Handler } from '@cloud/platform/binding';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';

/** The roster page shows this many shifts: two weeks of whole days, and room for shorter shifts. */
const ROSTER_MAX = 60;
const ROSTER_DAYS = 14;

/** Enough to see past an extra shift or two to the next change of hands. */
const AROUND_NOW = 12;

const toShiftView = (shift: DutyShift): ShiftView => ({
  shiftId: shift._id,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  people: [...shift.people],
});

/** Who answers now, who comes next, and the secretary behind them. */
export async function companyAt(
  desk: DeskRepository,
  people: PeopleRepository,
  communityId: string,
  now: number,
): Promise<Company> {
  const [shifts, secretary] = await Promise.all([
    desk.shiftsFrom(communityId, now, AROUND_NOW),
    people.secretary(communityId),
  ]);
  return { ...watchAt(shifts, now), secretary: secretary ? dutyPersonFrom(secretary) : null };
}

/** Who else is on duty with this person; null when this person is not. */
export async function colleaguesOnDuty(
  desk: DeskRepository,
  { communityId, personId }: Person,
  now: number,
): Promise<string[] | null> {
  const { onDuty } = watchAt(await desk.shiftsFrom(communityId, now, AROUND_NOW), now);
  const ids = onDuty.map((person) => person.personId);
  return ids.includes(personId) ? ids.filter((id) => id !== personId) : null;
}

export const dutyPersonFrom = ({ _id, name, face }: PersonRecord): DutyPerson => ({
  personId: _id,
  name,
  face,
});

/** Who answers now and who comes next. In an uncovered hour the secretary does, and is named. */
export async function dutyAt(
  desk: DeskRepository,
  people: PeopleRepository,
  community: Pick<Community, '_id' | 'phone' | 'replyWithinMinutes'>,
  now: number,
): Promise<DutyView> {
  const shifts = await desk.shiftsFrom(community._id, now, AROUND_NOW);
  const { onDuty, until, next, nextAt } = watchAt(shifts, now);
  const current = shifts.find(({ startsAt, people: here }) => startsAt <= now && here.length > 0);
  const following = nextAt === null ? undefined : shiftStarting(shifts, nextAt);
  const secretary = current ? null : await people.secretary(community._id);
  return {
    now: current ? { ...toShiftView(current), endsAt: until ?? current.endsAt, people: [...onDuty] } : null,
    next: following ? { ...toShiftView(following), startsAt: nextAt ?? 0, people: [...next] } : null,
    secretary: secretary ? dutyPersonFrom(secretary) : null,
    phone: community.phone,
    replyWithinMinutes: community.replyWithinMinutes,
  };
}

const shiftStarting = (shifts: readonly DutyShift[], at: number): DutyShift | undefined =>
  shifts.find(({ startsAt, endsAt, people }) => startsAt <= at && at < endsAt && people.length > 0);

export const getDuty =
  (desk: DeskRepository, people: PeopleRepository): Handler<typeof actions.getDuty> =>
  async ({ person, now }) =>
    ok(await dutyAt(desk, people, await people.community(person.communityId), now));

export const listRoster =
  (desk: DeskRepository): Handler<typeof actions.listRoster> =>
  async ({ person }, { from }) => {
    const first = startOfDay(from);
    const shifts = await desk.shiftsFrom(person.communityId, first, ROSTER_MAX);
    return ok({
      items: shifts.filter((shift) => shift.startsAt < first + ROSTER_DAYS * DAY).map(toShiftView),
    });
  };
