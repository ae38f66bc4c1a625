import fc from 'fast-check';
import * as rules from '@domain/activities/activity.rules';
import type { Activity } from '@domain/activities/activity.schema';
import type { Person } from '@domain/kernel/person';
import { DAY } from '@domain/kernel/time';
import { person } from '../support/people';

const NOW = Date.UTC(2026, 10, 22);
const staff = person('staff', ['staff']);
const neighbours = Array.from({ length: 12 }, (_, index) => person(`n${index}`, ['resident']));

const open = (seats: number): Activity => {
  const published = rules.publish(
    staff,
    'a1',
    {
      title: '茶艺',
      summary: '喝茶',
      category: 'culture',
      place: '社区',
      host: '社区',
      startsAt: NOW + 2 * DAY,
      endsAt: NOW + 3 * DAY,
      enrolUntil: NOW + DAY,
      seats,
    },
    NOW,
  );
  if (!published.ok) throw new Error(published.error);
  return published.value;
};

type Step = { readonly who: number; readonly does: 'enrol' | 'leave' | 'checkIn' | 'undoCheckIn' };
const steps = fc.array(
  fc.record({
    who: fc.nat(neighbours.length - 1),
    does: fc.constantFrom<Step['does'][]>('enrol', 'enrol', 'leave', 'checkIn', 'undoCheckIn'),
  }),
  { maxLength: 80 },
);

const apply = (activity: Activity, step: Step, at: number) => {
  const who = neighbours[step.who] as Person;
  if (step.does === 'enrol') return rules.enrol(activity, who, { ticketCode: '0001', key: `${at}` }, at);
  if (step.does === 'leave') return rules.leave(activity, who, at);
  return rules[step.does](activity, staff, who.personId, at);
};

describe('whatever neighbours do, in whatever order', () => {
  it('no more seats are given than there are, and the counters equal a recount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), steps, (seats, plan) => {
        let activity = open(seats);
        plan.forEach((step, index) => {
          const next = apply(activity, step, NOW + index);
          if (next.ok) activity = next.value;
          expect({ seatsLeft: activity.seatsLeft, waitingCount: activity.waitingCount }).toEqual(
            rules.countersOf(seats, activity.roll),
          );
          expect(activity.seatsLeft).toBeGreaterThanOrEqual(0);
          expect(new Set(activity.roll.map((seat) => seat.personId)).size).toBe(activity.roll.length);
          // Nobody waits while a seat is free.
          if (activity.seatsLeft > 0) expect(activity.waitingCount).toBe(0);
        });
      }),
    );
  });

  it('the queue is served in the order people joined it, one promotion for each seat that comes free', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), steps, (seats, plan) => {
        let activity = open(seats);
        plan.forEach((step, index) => {
          const queue = activity.roll
            .filter((seat) => seat.status === 'waiting')
            .map((seat) => seat.personId);
          const next = apply(activity, step, NOW + index);
          if (!next.ok) return;
          const promoted = next.value.roll.filter(
            (seat) =>
              seat.promotedAt === NOW + index && queue.includes(seat.personId) && seat.status === 'confirmed',
          );
          const gone = (neighbours[step.who] as Person).personId;
          const expected = queue
            .filter((id) => step.does !== 'leave' || id !== gone)
            .slice(0, promoted.length);
          expect(promoted.map((seat) => seat.personId)).toEqual(expected);
          expect(promoted.length).toBeLessThanOrEqual(1);
          activity = next.value;
        });
      }),
    );
  });

  it('is noticed when a planted bug sells one seat too many', () => {
    const oversold = { ...open(1), seatsLeft: 1 };
    const first = rules.enrol(oversold, neighbours[0] as Person, { ticketCode: '1', key: 'k' }, NOW);
    if (!first.ok) throw new Error(first.error);
    const tampered = { ...first.value, seatsLeft: 1 };
    expect({ seatsLeft: tampered.seatsLeft }).not.toEqual({
      seatsLeft: rules.countersOf(1, tampered.roll).seatsLeft,
    });
  });
});
