import type { DutyPerson } from './duty.schema';

/** What coverage needs of a shift. Only planned ones are given. */
export type CoveringShift = {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly people: readonly DutyPerson[];
};

/** A stretch of time, end excluded, with how many different people answer all through it. */
export type Stretch = { readonly startsAt: number; readonly endsAt: number; readonly peopleCount: number };

const isAt = (instant: number) => (shift: CoveringShift) =>
  shift.startsAt <= instant && instant < shift.endsAt;

/** Everybody on duty at an instant, each once, in the order of the shifts. */
export function peopleAt(shifts: readonly CoveringShift[], instant: number): DutyPerson[] {
  const here = shifts.filter(isAt(instant)).flatMap(({ people }) => people);
  return here.filter(
    ({ personId }, index) => here.findIndex((other) => other.personId === personId) === index,
  );
}

/** Cuts `from`–`to` at every change of hands: stretches without a gap between them, in order. */
export function coverage(shifts: readonly CoveringShift[], from: number, to: number): Stretch[] {
  if (to <= from) return [];
  const cuts = shifts.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  const inside = [...new Set(cuts)].filter((cut) => cut > from && cut < to).sort((a, b) => a - b);
  const starts = [from, ...inside];
  return starts.map((startsAt, index) => ({
    startsAt,
    endsAt: starts[index + 1] ?? to,
    peopleCount: peopleAt(shifts, startsAt).length,
  }));
}

/** The stretches of `from`–`to` with fewer than `wanted` people; neighbours with the same count are one. */
export function thinStretches(
  shifts: readonly CoveringShift[],
  from: number,
  to: number,
  wanted: number,
): Stretch[] {
  return coverage(shifts, from, to)
    .filter(({ peopleCount }) => peopleCount < wanted)
    .reduce<Stretch[]>((found, next) => {
      const last = found[found.length - 1];
      const isSame = last?.endsAt === next.startsAt && last.peopleCount === next.peopleCount;
      return isSame ? [...found.slice(0, -1), { ...last, endsAt: next.endsAt }] : [...found, next];
    }, []);
}

/** Hours in which nobody answers: the secretary does then, and is warned before. */
export const uncovered = (shifts: readonly CoveringShift[], from: number, to: number): Stretch[] =>
  thinStretches(shifts, from, to, 1);

/** Who answers at an instant, until when that stays so, and who comes after them. */
export type Watch = {
  readonly onDuty: readonly DutyPerson[];
  /** The next change of hands; null when nothing is planned any more. */
  readonly until: number | null;
  readonly next: readonly DutyPerson[];
  readonly nextAt: number | null;
};

export function watchAt(shifts: readonly CoveringShift[], now: number): Watch {
  const onDuty = peopleAt(shifts, now);
  const isSame = (people: readonly DutyPerson[]) =>
    people.length === onDuty.length &&
    people.every(({ personId }) => onDuty.some((other) => other.personId === personId));
  const changes = shifts
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .filter((instant) => instant > now)
    .sort((a, b) => a - b);
  const until = changes.find((instant) => !isSame(peopleAt(shifts, instant))) ?? null;
  const nextAt = changes.find((instant) => {
    const people = peopleAt(shifts, instant);
    return people.length > 0 && !isSame(people);
  });
  return {
    onDuty,
    until,
    next: nextAt === undefined ? [] : peopleAt(shifts, nextAt),
    nextAt: nextAt ?? null,
  };
}
