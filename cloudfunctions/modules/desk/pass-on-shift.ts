import { err, ok } from '@domain/kernel/result';
import type * as actions from '@domain/desk/duty.actions';
import * as rules from '@domain/desk/duty.rules';
import { DUTY_LIMITS } from '@domain/desk/duty.schema';
import * as swaps from '@domain/desk/swap.rules';
import type { Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import type { Effect } from '@cloud/platform/outbox';
import type { PeopleRepository } from '../people';
import { dutyPersonFrom } from './duty-now';
import type { DutyRepository } from './duty.repository';
import { shiftsAround, staffByIds, toRosterShift } from './plan-roster';

const secretaryOf = async (people: PeopleRepository, caller: Caller) => {
  const secretary = await people.secretary(caller.person.communityId);
  return secretary ? dutyPersonFrom(secretary) : null;
};

/** The shift and those around it, as far as a swap of its people could clash. */
async function loadWithOthers(duty: DutyRepository, caller: Caller, shiftId: string) {
  const loaded = await duty.shifts.load(caller, shiftId);
  if (!loaded.ok) return loaded;
  const { startsAt, endsAt } = loaded.value;
  return ok({ shift: loaded.value, others: await shiftsAround(duty, caller, startsAt, endsAt) });
}

export const askSwap =
  (duty: DutyRepository, people: PeopleRepository): Handler<typeof actions.askSwap> =>
  async (caller, { shiftId, toPersonId, inReturnShiftId, note }) => {
    const [loaded, colleague, given] = await Promise.all([
      loadWithOthers(duty, caller, shiftId),
      staffByIds(people, caller.person.communityId, [toPersonId]),
      inReturnShiftId === null ? null : duty.shifts.load(caller, inReturnShiftId),
    ]);
    if (!loaded.ok) return loaded;
    if (!colleague.ok) return colleague;
    if (given && !given.ok) return err('SWAP_MISMATCH');
    const [to] = colleague.value;
    if (!to) return err('STAFF_NOT_FOUND');
    const inReturn = given?.value ?? null;
    const around = inReturn
      ? await shiftsAround(duty, caller, inReturn.startsAt - DUTY_LIMITS.shiftMaxMs, inReturn.endsAt)
      : [];
    const others = [...loaded.value.others, ...around];
    const moved = await duty.shifts.move(caller, shiftId, (shift) =>
      swaps.askSwap(shift, caller.person, { to, inReturn, note: note ?? '' }, others, caller.now),
    );
    return moved.ok ? ok(toRosterShift(moved.value, caller.person, caller.now)) : moved;
  };

export const answerSwap =
  (duty: DutyRepository, people: PeopleRepository): Handler<typeof actions.answerSwap> =>
  async (caller, { shiftId, isAccepted }) => {
    const [loaded, secretary] = await Promise.all([
      loadWithOthers(duty, caller, shiftId),
      secretaryOf(people, caller),
    ]);
    if (!loaded.ok) return loaded;
    const { others } = loaded.value;
    const moved = await duty.shifts.move(caller, shiftId, (shift) =>
      isAccepted
        ? swaps.acceptSwap(shift, caller.person, others, secretary, caller.now)
        : swaps.endSwap(shift, caller.person, 'declineSwap', caller.now),
    );
    return moved.ok ? ok(toRosterShift(moved.value, caller.person, caller.now)) : moved;
  };

export const withdrawSwap =
  (duty: DutyRepository): Handler<typeof actions.withdrawSwap> =>
  async (caller, { shiftId }) => {
    const moved = await duty.shifts.move(caller, shiftId, (shift) =>
      swaps.endSwap(shift, caller.person, 'withdrawSwap', caller.now),
    );
    return moved.ok ? ok(toRosterShift(moved.value, caller.person, caller.now)) : moved;
  };

export const callOffShift =
  (duty: DutyRepository, people: PeopleRepository): Handler<typeof actions.callOffShift> =>
  async (caller, { shiftId, personId, reason }) => {
    const secretary = await secretaryOf(people, caller);
    const moved = await duty.shifts.move(caller, shiftId, (shift) =>
      rules.callOff(shift, caller.person, { personId, reason }, secretary, caller.now),
    );
    return moved.ok ? ok(toRosterShift(moved.value, caller.person, caller.now)) : moved;
  };

export const coverShift =
  (duty: DutyRepository, people: PeopleRepository): Handler<typeof actions.coverShift> =>
  async (caller, { shiftId, personId }) => {
    const [loaded, found] = await Promise.all([
      loadWithOthers(duty, caller, shiftId),
      staffByIds(people, caller.person.communityId, [personId]),
    ]);
    if (!loaded.ok) return loaded;
    if (!found.ok) return found;
    const [joins] = found.value;
    if (!joins) return err('STAFF_NOT_FOUND');
    const { others } = loaded.value;
    const moved = await duty.shifts.move(caller, shiftId, (shift) =>
      rules.cover(shift, caller.person, joins, others, caller.now),
    );
    return moved.ok ? ok(toRosterShift(moved.value, caller.person, caller.now)) : moved;
  };

/** The other half of an exchange: whoever consented gives the shift that was offered in return. */
export const returnSwap =
  (duty: DutyRepository): Effect =>
  async ({ payload }, now) => {
    const text = (name: string): string => {
      const value = payload[name];
      return typeof value === 'string' ? value : '';
    };
    const shift = await duty.shifts.collection.get(text('shiftId'));
    const joins = { personId: text('personId'), name: text('name'), face: text('face') };
    const returned = shift ? swaps.returnSwap(shift, text('leavesId'), joins, now) : null;
    if (!shift || !returned) return null;
    if (await duty.shifts.commitByTimer(shift, returned)) return null;
    throw new Error('the shift given in return changed meanwhile; the timer tries again');
  };
