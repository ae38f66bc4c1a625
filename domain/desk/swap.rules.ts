import type { Person } from '../kernel/person';
import { SYSTEM_ACTOR, withEffect } from '../kernel/record';
import { err, ok } from '../kernel/result';
import { step } from '../kernel/workflow';
import { dutyPersonOf, isBusy, isOn, mover, spanWords, tellAll, type Outcome } from './duty.rules';
import type { DutyPerson, DutyShift } from './duty.schema';
import { dutyWorkflow } from './duty.workflow';

export type SwapTerms = {
  readonly to: DutyPerson;
  readonly inReturn: DutyShift | null;
  readonly note: string;
};
type SwapError = 'SHIFT_OVER' | 'SHIFT_CLASH' | 'SWAP_PENDING' | 'SWAP_MISMATCH';

/** Asks a colleague to take one's place, perhaps in return for one of theirs. */
export function askSwap(
  shift: DutyShift,
  by: Person,
  { to, inReturn, note }: SwapTerms,
  others: readonly DutyShift[],
  now: number,
): Outcome<SwapError> {
  if (shift.endsAt <= now) return err('SHIFT_OVER');
  if (shift.swap) return err('SWAP_PENDING');
  if (isOn(shift, to.personId)) return err('SWAP_MISMATCH');
  if (inReturn && !isExchange(inReturn, by, to, now)) return err('SWAP_MISMATCH');
  if (isBusy(to.personId, shift, besides(others, inReturn?._id))) return err('SHIFT_CLASH');
  if (inReturn && isBusy(by.personId, inReturn, besides(others, shift._id))) return err('SHIFT_CLASH');
  const moved = step(dutyWorkflow, shift, 'askSwap', { ...mover(shift, by, now), note: `请${to.name}` });
  if (!moved.ok) return moved;
  const from = dutyPersonOf(by);
  const swap = {
    from,
    to: dutyPersonOf(to),
    inReturn: inReturn ? { shiftId: inReturn._id, startsAt: inReturn.startsAt } : null,
    note,
    askedAt: now,
  };
  const words = `${by.name}想请您替 ${spanWords(shift)}的班${inReturn ? `，换您 ${spanWords(inReturn)}的班` : ''}`;
  return ok(tellAll({ ...shift, ...moved.value, swap }, [to], 'swap', words, by, now));
}

const isExchange = (inReturn: DutyShift, by: Person, to: DutyPerson, now: number): boolean =>
  inReturn.status === 'planned' &&
  inReturn.startsAt > now &&
  isOn(inReturn, to.personId) &&
  !isOn(inReturn, by.personId);

/**
 * The colleague consents: the place changes hands with this very update; the shift given in return follows by the
 * relay, under an id of its own. Until then the one who consented still holds it, so no hour is without somebody.
 */
export function acceptSwap(
  shift: DutyShift,
  by: Person,
  others: readonly DutyShift[],
  secretary: DutyPerson | null,
  now: number,
): Outcome<'SHIFT_CLASH' | 'SHIFT_OVER'> {
  const { swap } = shift;
  if (!swap) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  if (shift.endsAt <= now) return err('SHIFT_OVER');
  const note = `${swap.from.name} → ${swap.to.name}`;
  const moved = step(dutyWorkflow, shift, 'acceptSwap', { ...mover(shift, by, now), note });
  if (!moved.ok) return moved;
  if (isBusy(swap.to.personId, shift, besides(others, swap.inReturn?.shiftId))) return err('SHIFT_CLASH');
  const swapped: DutyShift = {
    ...shift,
    ...moved.value,
    people: withPerson(shift.people, swap.from.personId, swap.to),
    swap: null,
  };
  const words = `换班成功：${spanWords(shift)} 由${swap.to.name}替${swap.from.name}`;
  const told = tellAll(swapped, [swap.from, ...(secretary ? [secretary] : [])], 'swap', words, by, now);
  if (!swap.inReturn) return ok(told);
  return ok(
    withEffect(told, {
      id: `${shift._id}-return-${swap.askedAt}`,
      effect: 'duty.returnSwap',
      payload: {
        shiftId: swap.inReturn.shiftId,
        leavesId: swap.to.personId,
        personId: swap.from.personId,
        name: swap.from.name,
        face: swap.from.face,
      },
      at: now,
    }),
  );
}

/** The other half of an exchange; null when it is done already or the shift has changed since. */
export function returnSwap(
  shift: DutyShift,
  leavesId: string,
  joins: DutyPerson,
  now: number,
): DutyShift | null {
  if (!isOn(shift, leavesId) || isOn(shift, joins.personId)) return null;
  const moved = step(dutyWorkflow, shift, 'returnSwap', {
    actor: SYSTEM_ACTOR,
    relations: ['system'],
    now,
    note: `${joins.name}换入`,
  });
  if (!moved.ok) return null;
  return { ...shift, ...moved.value, people: withPerson(shift.people, leavesId, joins) };
}

/** The colleague cannot, or the one who asked changed their mind. */
export function endSwap(
  shift: DutyShift,
  by: Person,
  move: 'declineSwap' | 'withdrawSwap',
  now: number,
): Outcome {
  const { swap } = shift;
  if (!swap) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const moved = step(dutyWorkflow, shift, move, mover(shift, by, now));
  if (!moved.ok) return moved;
  const isDeclined = move === 'declineSwap';
  const words = isDeclined
    ? `${by.name}替不了 ${spanWords(shift)}的班，请再找同事或告诉书记`
    : `${by.name}不用换 ${spanWords(shift)}的班了`;
  const whom = isDeclined ? swap.from : swap.to;
  return ok(tellAll({ ...shift, ...moved.value, swap: null }, [whom], 'swap', words, by, now));
}

/** The shifts around, without one that is given away in the same exchange. */
const besides = (others: readonly DutyShift[], shiftId: string | undefined): readonly DutyShift[] =>
  others.filter(({ _id }) => _id !== shiftId);

const withPerson = (people: readonly DutyPerson[], leavesId: string, joins: DutyPerson): DutyPerson[] =>
  people.map((person) => (person.personId === leavesId ? dutyPersonOf(joins) : person));
