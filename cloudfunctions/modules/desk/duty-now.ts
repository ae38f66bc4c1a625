import { ok } from '@domain/kernel/result';
import { startOfDay, DAY } from '@domain/kernel/time';
import type * as actions from '@domain/desk/desk.actions';
import { shiftsAround, type DutyShift, type DutyView, type ShiftView } from '@domain/desk/duty.schema';
import type { Community } from '@domain/people/people.schema';
import type { Handler } from '@cloud/platform/binding';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';

/** The roster page shows this many shifts: two weeks of whole days, and room for shorter shifts. */
const ROSTER_MAX = 60;
const ROSTER_DAYS = 14;

const toShiftView = (shift: DutyShift): ShiftView => ({
  shiftId: shift._id,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  people: [...shift.people],
});

/** Who answers now and who comes next. In an uncovered hour the secretary does, and is named. */
export async function dutyAt(
  desk: DeskRepository,
  people: PeopleRepository,
  community: Pick<Community, '_id' | 'phone' | 'replyWithinMinutes'>,
  now: number,
): Promise<DutyView> {
  const { current, next } = shiftsAround(await desk.shiftsFrom(community._id, now, 3), now);
  const secretary = current ? null : await people.secretary(community._id);
  return {
    now: current ? toShiftView(current) : null,
    next: next ? toShiftView(next) : null,
    secretary: secretary ? { personId: secretary._id, name: secretary.name, face: secretary.face } : null,
    phone: community.phone,
    replyWithinMinutes: community.replyWithinMinutes,
  };
}

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
