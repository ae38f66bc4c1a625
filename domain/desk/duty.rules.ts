import type { Person } from '../kernel/person';
import { newRecord, SYSTEM_ACTOR, withEffect } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { hasRole, isStaff } from '../kernel/roles';
import { formatWhen } from '../kernel/time';
import { movesFrom, step, type MoveError } from '../kernel/workflow';
import { tell } from './duty-alert';
import { ABSENCE_WORDS, type AbsenceReason, type DutyPerson, type DutyShift } from './duty.schema';
import { dutyWorkflow } from './duty.workflow';

type Outcome<E extends string = never> = Result<DutyShift, MoveError | E>;

export const dutyPersonOf = ({ personId, name, face }: DutyPerson): DutyPerson => ({ personId, name, face });

const isOn = (shift: DutyShift, personId: string): boolean =>
  shift.people.some((person) => person.personId === personId);

/** The relations a person has to a shift. */
export function rolesOnShift(shift: DutyShift, person: Person): string[] {
  return [
    ...(isStaff(person) ? ['staff'] : []),
    ...(hasRole(person, ['secretary']) ? ['secretary'] : []),
    ...(isOn(shift, person.personId) ? ['onShift'] : []),
    ...(shift.swap?.to.personId === person.personId ? ['asked'] : []),
    ...(shift.swap?.from.personId === person.personId ? ['swapAsker'] : []),
  ];
}

/** What a person may do with a shift that is not over. One swap at a time; a place is free where somebody is absent. */
export function shiftMoves(shift: DutyShift, person: Person, now: number): string[] {
  if (shift.endsAt <= now) return [];
  const isAsking = Boolean(shift.swap);
  const isMissing = openAbsence(shift) !== null;
  return movesFrom(dutyWorkflow, shift.status, rolesOnShift(shift, person)).filter((move) => {
    if (move === 'askSwap') return !isAsking;
    if (move === 'cover') return isMissing && !isOn(shift, person.personId);
    return true;
  });
}

/** The absence nobody has stepped in for. */
export const openAbsence = (shift: DutyShift) =>
  (shift.absences ?? []).find(({ coveredBy }) => coveredBy === null) ?? null;

/** Whether a person serves elsewhere at that time. `others` are planned shifts around it. */
const isBusy = (
  personId: string,
  shift: Pick<DutyShift, '_id' | 'startsAt' | 'endsAt'>,
  others: readonly DutyShift[],
): boolean =>
  others.some(
    (other) =>
      other._id !== shift._id &&
      isOn(other, personId) &&
      other.startsAt < shift.endsAt &&
      shift.startsAt < other.endsAt,
  );

type Times = { readonly startsAt: number; readonly endsAt: number; readonly people: readonly DutyPerson[] };

/** A shift the secretary adds. Nobody is in two places at once. */
export function addShift(
  by: Person,
  id: string,
  times: Times,
  others: readonly DutyShift[],
  now: number,
): Result<DutyShift, 'SHIFT_CLASH'> {
  const shift: DutyShift = {
    ...newRecord({ id, communityId: by.communityId, by, now, status: 'planned', move: 'plan' }),
    status: 'planned',
    ...times,
    swap: null,
    absences: [],
  };
  return times.people.some(({ personId }) => isBusy(personId, shift, others))
    ? err('SHIFT_CLASH')
    : ok(shift);
}

/** Other hours or other people. What was being arranged about it is void, and those concerned are told. */
export function changeShift(
  shift: DutyShift,
  by: Person,
  times: Times,
  others: readonly DutyShift[],
  now: number,
): Outcome<'SHIFT_CLASH'> {
  const moved = step(dutyWorkflow, shift, 'change', mover(shift, by, now));
  if (!moved.ok) return moved;
  const changed: DutyShift = { ...shift, ...moved.value, ...times, swap: null };
  if (times.people.some(({ personId }) => isBusy(personId, changed, others))) return err('SHIFT_CLASH');
  const words = `书记调整了班次：${spanWords(changed)}，${namesOf(changed.people)}`;
  return ok(tellAll(changed, [...shift.people, ...times.people], 'swap', words, by, now));
}

export function removeShift(shift: DutyShift, by: Person, now: number): Outcome {
  const moved = step(dutyWorkflow, shift, 'remove', mover(shift, by, now));
  if (!moved.ok) return moved;
  const words = `书记取消了 ${spanWords(shift)}的班次`;
  return ok(tellAll({ ...shift, ...moved.value, swap: null }, shift.people, 'swap', words, by, now));
}

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
  const others_ = others.filter(({ _id }) => _id !== inReturn?._id);
  if (isBusy(to.personId, shift, others_)) return err('SHIFT_CLASH');
  if (
    inReturn &&
    isBusy(
      by.personId,
      inReturn,
      others.filter(({ _id }) => _id !== shift._id),
    )
  ) {
    return err('SHIFT_CLASH');
  }
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
  const others_ = others.filter(({ _id }) => _id !== swap.inReturn?.shiftId);
  if (isBusy(swap.to.personId, shift, others_)) return err('SHIFT_CLASH');
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

/** Somebody cannot come. The place is empty until a colleague steps in; the secretary is told at once. */
export function callOff(
  shift: DutyShift,
  by: Person,
  absent: { readonly personId: string; readonly reason: AbsenceReason },
  secretary: DutyPerson | null,
  now: number,
): Outcome<'SHIFT_OVER' | 'NOT_ON_SHIFT'> {
  if (shift.endsAt <= now) return err('SHIFT_OVER');
  const person = shift.people.find(({ personId }) => personId === absent.personId);
  if (!person) return err('NOT_ON_SHIFT');
  const isOwn = by.personId === absent.personId;
  const relations = rolesOnShift(shift, by).filter((relation) => isOwn || relation !== 'onShift');
  const note = `${person.name} ${ABSENCE_WORDS[absent.reason]}`;
  const moved = step(dutyWorkflow, shift, 'callOff', { actor: by, relations, now, note });
  if (!moved.ok) return moved;
  const left = shift.people.filter(({ personId }) => personId !== absent.personId);
  const missing: DutyShift = {
    ...shift,
    ...moved.value,
    people: left,
    swap: shift.swap?.from.personId === absent.personId ? null : (shift.swap ?? null),
    absences: [...(shift.absences ?? []), { person, reason: absent.reason, at: now, coveredBy: null }],
  };
  const words = `${note}：${spanWords(shift)} ${left.length === 0 ? '没有人了' : `只剩${namesOf(left)}`}，请找人顶班`;
  return ok(tellAll(missing, [...left, ...(secretary ? [secretary] : [])], 'absence', words, by, now));
}

/** A colleague steps in for somebody who cannot come. The secretary may name another. */
export function cover(
  shift: DutyShift,
  by: Person,
  joins: DutyPerson,
  others: readonly DutyShift[],
  now: number,
): Outcome<'SHIFT_OVER' | 'SHIFT_CLASH' | 'NOBODY_ABSENT'> {
  if (shift.endsAt <= now) return err('SHIFT_OVER');
  const missing = openAbsence(shift);
  if (!missing || isOn(shift, joins.personId)) return err('NOBODY_ABSENT');
  const mayName = joins.personId === by.personId || hasRole(by, ['secretary']);
  if (!mayName) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  const note = `${joins.name}顶${missing.person.name}`;
  const moved = step(dutyWorkflow, shift, 'cover', { ...mover(shift, by, now), note });
  if (!moved.ok) return moved;
  if (isBusy(joins.personId, shift, others)) return err('SHIFT_CLASH');
  const person = dutyPersonOf(joins);
  const covered: DutyShift = {
    ...shift,
    ...moved.value,
    people: [...shift.people, person],
    absences: (shift.absences ?? []).map((absence) =>
      absence === missing ? { ...absence, coveredBy: person } : absence,
    ),
  };
  const words = `${spanWords(shift)} 由${joins.name}顶${missing.person.name}的班`;
  return ok(tellAll(covered, [...shift.people, missing.person, joins], 'absence', words, by, now));
}

/** `11月25日 周三 08:30 起`: a shift in a sentence. */
const spanWords = ({ startsAt }: { startsAt: number }): string => `${formatWhen(startsAt)} 起`;

const namesOf = (people: readonly DutyPerson[]): string => people.map(({ name }) => name).join('、');

const withPerson = (people: readonly DutyPerson[], leavesId: string, joins: DutyPerson): DutyPerson[] =>
  people.map((person) => (person.personId === leavesId ? dutyPersonOf(joins) : person));

const mover = (shift: DutyShift, actor: Person, now: number) => ({
  actor,
  relations: rolesOnShift(shift, actor),
  now,
});

/** Tells each of them once, except whoever did it. */
function tellAll(
  shift: DutyShift,
  people: readonly DutyPerson[],
  kind: 'swap' | 'absence',
  words: string,
  by: Person,
  now: number,
): DutyShift {
  const ids = [...new Set(people.map(({ personId }) => personId))].filter((id) => id !== by.personId);
  return ids.reduce(
    (told, personId) =>
      tell(told, {
        id: `${shift._id}-v${shift.version + 1}-${personId}`,
        personId,
        kind,
        words,
        page: 'roster',
        pageId: shift._id,
        isLoud: kind === 'absence',
        at: now,
      }),
    shift,
  );
}
