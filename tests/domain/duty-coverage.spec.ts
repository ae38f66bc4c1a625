import fc from 'fast-check';
import {
  coverage,
  peopleAt,
  thinStretches,
  uncovered,
  watchAt,
  type CoveringShift,
} from '@domain/desk/duty-coverage';
import { dayMarkAt } from '@domain/desk/duty-holidays';
import { planShifts } from '@domain/desk/duty-plan';
import type { PlanInput } from '@domain/desk/duty.schema';
import { DAY, HOUR } from '@domain/kernel/time';

const somebody = (id: string) => ({ personId: id, name: id, face: 'f01' });
const START = Date.parse('2026-09-28T08:00:00+08:00');
const END = START + 14 * DAY;

const aShift = fc
  .record({
    from: fc.integer({ min: -24, max: 14 * 24 }),
    hours: fc.integer({ min: 1, max: 40 }),
    who: fc.uniqueArray(fc.constantFrom('赵', '钱', '孙', '李', '周'), { maxLength: 3 }),
  })
  .map(({ from, hours, who }): CoveringShift => ({
    startsAt: START + from * HOUR,
    endsAt: START + (from + hours) * HOUR,
    people: who.map(somebody),
  }));
const shifts = fc.array(aShift, { maxLength: 12 });
const hours = Array.from({ length: 14 * 24 }, (_, index) => START + index * HOUR);

describe('the hours of a roster, whatever shifts it is made of', () => {
  it('are cut into stretches that follow one another from the first to the last instant', () => {
    fc.assert(
      fc.property(shifts, (roster) => {
        const stretches = coverage(roster, START, END);
        expect(stretches[0]?.startsAt).toBe(START);
        expect(stretches[stretches.length - 1]?.endsAt).toBe(END);
        stretches.slice(1).forEach((next, index) => expect(next.startsAt).toBe(stretches[index]?.endsAt));
      }),
    );
  });

  it('are called uncovered exactly where nobody answers, hour by hour', () => {
    fc.assert(
      fc.property(shifts, (roster) => {
        const gaps = uncovered(roster, START, END);
        for (const hour of hours) {
          const isGap = gaps.some(({ startsAt, endsAt }) => startsAt <= hour && hour < endsAt);
          expect(isGap).toBe(peopleAt(roster, hour).length === 0);
        }
      }),
    );
  });

  it('count a person once, and are thin exactly where fewer than two answer', () => {
    fc.assert(
      fc.property(shifts, (roster) => {
        const thin = thinStretches(roster, START, END, 2);
        for (const hour of hours) {
          const people = peopleAt(roster, hour);
          expect(new Set(people.map(({ personId }) => personId)).size).toBe(people.length);
          const found = thin.find(({ startsAt, endsAt }) => startsAt <= hour && hour < endsAt);
          expect(found?.peopleCount).toBe(people.length < 2 ? people.length : undefined);
        }
      }),
    );
  });

  it('tell who answers now and who comes next, and until when that stays so', () => {
    fc.assert(
      fc.property(shifts, fc.constantFrom(...hours), (roster, now) => {
        const watch = watchAt(roster, now);
        expect(watch.onDuty).toEqual(peopleAt(roster, now));
        if (watch.nextAt !== null) {
          expect(watch.nextAt).toBeGreaterThan(now);
          expect(watch.next).toEqual(peopleAt(roster, watch.nextAt));
        }
        if (watch.until !== null) expect(watch.until).toBeGreaterThan(now);
      }),
    );
  });
});

describe('a rotation over several weeks', () => {
  const plan = fc.record({
    startsAt: fc.constant(START),
    weeks: fc.integer({ min: 1, max: 8 }),
    shiftHours: fc.constantFrom(6 as const, 8 as const, 12 as const, 24 as const),
    perShift: fc.integer({ min: 1, max: 3 }),
    order: fc.shuffledSubarray(['赵', '钱', '孙', '李', '周', '吴', '郑'], { minLength: 3 }),
  });
  const planned = (input: PlanInput, standing: readonly CoveringShift[] = []) =>
    planShifts(input, input.order.map(somebody), standing);

  it('leaves no hour without somebody, and nobody twice in one shift', () => {
    fc.assert(
      fc.property(plan, (input) => {
        const filled = planned(input);
        expect(uncovered(filled, START, START + input.weeks * 7 * DAY)).toEqual([]);
        for (const { people } of filled) {
          expect(people).toHaveLength(input.perShift);
          expect(new Set(people.map(({ personId }) => personId)).size).toBe(input.perShift);
        }
      }),
    );
  });

  it('asks the same of everyone, to within one turn', () => {
    fc.assert(
      fc.property(plan, (input) => {
        const served = planned(input).flatMap(({ people }) => people.map(({ personId }) => personId));
        const turns = input.order.map((id) => served.filter((other) => other === id).length);
        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('touches nothing that stands already, and filling twice adds nothing', () => {
    fc.assert(
      fc.property(plan, shifts, (input, standing) => {
        const manned = standing.filter(({ people }) => people.length > 0);
        for (const { startsAt, endsAt } of planned(input, manned)) {
          expect(manned.some((other) => other.startsAt < endsAt && startsAt < other.endsAt)).toBe(false);
        }
        expect(planned(input, planned(input))).toEqual([]);
      }),
    );
  });
});

it('knows the public holidays of 2026 and the weekends worked in exchange', () => {
  const on = (date: string) => dayMarkAt(Date.parse(`${date}T12:00:00+08:00`));
  expect(on('2026-10-01').holiday).toBe('国庆节');
  expect(on('2026-02-23').holiday).toBe('春节');
  expect(on('2026-10-08').holiday).toBeNull();
  expect(on('2026-10-10')).toEqual({ holiday: null, isWorkingWeekend: true });
  expect(on('2027-02-06').holiday).toBe('春节');
  expect(on('2031-10-01').holiday).toBeNull();
});
