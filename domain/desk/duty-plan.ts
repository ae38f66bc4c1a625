import { DAY, HOUR } from '../kernel/time';
import { coverage, type CoveringShift } from './duty-coverage';
import type { DutyPerson, PlanInput } from './duty.schema';

export type PlannedShift = CoveringShift;

/**
 * The shifts of a rotation, without those that would touch a time already planned: filling twice adds nothing, and a
 * shift that was changed by hand stays as it is. The order goes on through all shifts, so that over the weeks
 * everybody serves as often as everybody else, weekends and holidays included.
 */
export function planShifts(
  plan: PlanInput,
  people: readonly DutyPerson[],
  standing: readonly CoveringShift[],
): PlannedShift[] {
  const known = plan.order.flatMap((id) => people.filter(({ personId }) => personId === id));
  if (known.length === 0) return [];
  const perShift = Math.min(plan.perShift, known.length);
  const length = plan.shiftHours * HOUR;
  const count = (plan.weeks * 7 * DAY) / length;
  return Array.from({ length: count }, (_, index): PlannedShift => {
    const startsAt = plan.startsAt + index * length;
    const people = Array.from({ length: perShift }, (_unused, place) => {
      const person = known[(index * perShift + place) % known.length];
      if (!person) throw new Error('the rotation has nobody for a place');
      return person;
    });
    return { startsAt, endsAt: startsAt + length, people };
  }).filter(({ startsAt, endsAt }) => isFree(standing, startsAt, endsAt));
}

const isFree = (standing: readonly CoveringShift[], startsAt: number, endsAt: number): boolean =>
  coverage(standing, startsAt, endsAt).every(({ peopleCount }) => peopleCount === 0);
