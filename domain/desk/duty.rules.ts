import type { Person } from '../kernel/person';
import { newRecord } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { hasRole, isStaff } from '../kernel/roles';
import { formatWhen } from '../kernel/time';
import { movesFrom, step, type MoveError } from '../kernel/workflow';
import { tell } from './duty-alert';
import { ABSENCE_WORDS, type AbsenceReason, type DutyPerson, type DutyShift } from './duty.schema';
import { dutyWorkflow } from './duty.workflow';

/** The shift as it is afterwards, or why not. */
export type Outcome<E extends string = never> = Result<DutyShift, MoveError | E>;

export const dutyPersonOf = ({ personId, name, face }: DutyPerson): DutyPerson => ({ personId, name, face });

export const isOn = (shift: DutyShift, personId: string): boolean =>
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
export const isBusy = (
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
export const spanWords = ({ startsAt }: { startsAt: number }): string => `${formatWhen(startsAt)} 起`;

const namesOf = (people: readonly DutyPerson[]): string => people.map(({ name }) => name).join('、');

/** Who moves a shift, and what they are to it. */
export const mover = (shift: DutyShift, actor: Person, now: number) => ({
  actor,
  relations: rolesOnShift(shift, actor),
  now,
});

/** Tells each of them once, except whoever did it. */
export function tellAll(
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
