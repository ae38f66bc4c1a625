import { err, ok, type Result } from '@domain/kernel/result';
import { DAY, startOfDay } from '@domain/kernel/time';
import type * as actions from '@domain/desk/duty.actions';
import { thinStretches } from '@domain/desk/duty-coverage';
import { dayMarkAt } from '@domain/desk/duty-holidays';
import { planShifts } from '@domain/desk/duty-plan';
import * as rules from '@domain/desk/duty.rules';
import { DUTY_LIMITS, type DutyPerson, type DutyShift, type RosterShift } from '@domain/desk/duty.schema';
import type { Person } from '@domain/kernel/person';
import { hasRole } from '@domain/kernel/roles';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor, type Caller } from '@cloud/platform/caller';
import type { PeopleRepository } from '../people';
import { dutyPersonFrom } from './duty-now';
import type { DutyRepository } from './duty.repository';

export const toRosterShift = (shift: DutyShift, person: Person, now: number): RosterShift => ({
  shiftId: shift._id,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  people: [...shift.people],
  version: shift.version,
  moves: rules.shiftMoves(shift, person, now),
  swap: shift.swap
    ? {
        from: shift.swap.from,
        to: shift.swap.to,
        inReturnStartsAt: shift.swap.inReturn?.startsAt ?? null,
        note: shift.swap.note,
        askedAt: shift.swap.askedAt,
      }
    : null,
  absences: (shift.absences ?? []).map(({ person: absent, reason, coveredBy }) => ({
    person: absent,
    reason,
    coveredBy,
  })),
});

/** The roster of some weeks, and where it has holes: from now on only, for what is past cannot be mended. */
export const getRosterWeeks =
  (duty: DutyRepository, people: PeopleRepository): Handler<typeof actions.getRosterWeeks> =>
  async ({ person, now }, { from, days }) => {
    const first = startOfDay(from);
    const end = first + days * DAY;
    const [shifts, plannedUntil, staff] = await Promise.all([
      duty.shiftsBetween(person.communityId, first, end),
      duty.plannedUntil(person.communityId),
      people.staff(person.communityId),
    ]);
    const holesUntil = Math.min(end, plannedUntil ?? end);
    return ok({
      days: Array.from({ length: days }, (_, index) => first + index * DAY).map((startsAt) => ({
        startsAt,
        ...dayMarkAt(startsAt),
      })),
      shifts: shifts.map((shift) => toRosterShift(shift, person, now)),
      thin: thinStretches(shifts, Math.max(first, now), holesUntil, DUTY_LIMITS.peopleByDefault),
      plannedUntil,
      staff: staff.map(dutyPersonFrom),
      canPlan: hasRole(person, ['secretary']),
    });
  };

/** The people of these ids, in this order; an id that is nobody's is refused. */
export async function staffByIds(
  people: PeopleRepository,
  communityId: string,
  ids: readonly string[],
): Promise<Result<DutyPerson[], 'STAFF_NOT_FOUND'>> {
  const staff = (await people.staff(communityId)).map(dutyPersonFrom);
  const found = [...new Set(ids)].flatMap((id) => staff.filter(({ personId }) => personId === id));
  return found.length === new Set(ids).size ? ok(found) : err('STAFF_NOT_FOUND');
}

const shiftIdAt = (communityId: string, startsAt: number): string =>
  `${communityId}-shift-${startsAt.toString(36)}`;

/**
 * Each shift is a record of its own under an id that follows from its start, so filling that stopped in the middle goes
 * on where it was, and filling twice adds nothing.
 */
export const fillRoster =
  (duty: DutyRepository, people: PeopleRepository): Handler<typeof actions.fillRoster> =>
  async (caller, plan) => {
    const { communityId } = caller.person;
    const until = plan.startsAt + plan.weeks * 7 * DAY;
    const [staff, standing] = await Promise.all([
      staffByIds(people, communityId, plan.order),
      duty.shiftsBetween(communityId, plan.startsAt, until),
    ]);
    if (!staff.ok) return staff;
    const planned = planShifts(plan, staff.value, standing);
    for (const times of planned) {
      const added = rules.addShift(
        caller.person,
        shiftIdAt(communityId, times.startsAt),
        times,
        [],
        caller.now,
      );
      if (!added.ok) throw new Error('a planned shift clashes with nothing and was refused');
      const stored = await duty.shifts.insert(caller, added.value);
      if (!stored.ok) return err('CONFLICT');
    }
    const plannedUntil = await duty.plannedUntil(communityId);
    return ok({ addedCount: planned.length, plannedUntil: plannedUntil ?? until });
  };

/** Shifts that a change of these hours could clash with. */
export const shiftsAround = (duty: DutyRepository, caller: Caller, startsAt: number, endsAt: number) =>
  duty.shiftsBetween(caller.person.communityId, startsAt, endsAt);

export const addShift =
  (duty: DutyRepository, people: PeopleRepository): Handler<typeof actions.addShift> =>
  async (caller, { startsAt, endsAt, personIds }) => {
    const [staff, others] = await Promise.all([
      staffByIds(people, caller.person.communityId, personIds),
      shiftsAround(duty, caller, startsAt, endsAt),
    ]);
    if (!staff.ok) return staff;
    const id = newIdFor(caller, 'shift');
    const times = { startsAt, endsAt, people: staff.value };
    const added = rules.addShift(
      caller.person,
      id,
      times,
      others.filter(({ _id }) => _id !== id),
      caller.now,
    );
    if (!added.ok) return added;
    const stored = await duty.shifts.insert(caller, added.value);
    return stored.ok ? ok(toRosterShift(stored.value, caller.person, caller.now)) : stored;
  };

export const changeShift =
  (duty: DutyRepository, people: PeopleRepository): Handler<typeof actions.changeShift> =>
  async (caller, { shiftId, version, shift: { startsAt, endsAt, personIds } }) => {
    const [staff, others] = await Promise.all([
      staffByIds(people, caller.person.communityId, personIds),
      shiftsAround(duty, caller, startsAt, endsAt),
    ]);
    if (!staff.ok) return staff;
    const times = { startsAt, endsAt, people: staff.value };
    const moved = await duty.shifts.move(
      caller,
      shiftId,
      (shift): Result<DutyShift, 'CONFLICT' | Refused<typeof rules.changeShift>> =>
        shift.version === version
          ? rules.changeShift(shift, caller.person, times, others, caller.now)
          : err('CONFLICT'),
    );
    return moved.ok ? ok(toRosterShift(moved.value, caller.person, caller.now)) : moved;
  };

type Refused<F extends (...args: never[]) => Result<unknown, unknown>> = Extract<
  ReturnType<F>,
  { ok: false }
>['error'];

export const removeShift =
  (duty: DutyRepository): Handler<typeof actions.removeShift> =>
  async (caller, { shiftId }) => {
    const moved = await duty.shifts.move(caller, shiftId, (shift) =>
      rules.removeShift(shift, caller.person, caller.now),
    );
    return moved.ok ? ok(toRosterShift(moved.value, caller.person, caller.now)) : moved;
  };
