import type { Person } from '../kernel/person';
import { actorOf, appendHistory, newRecord, SYSTEM_ACTOR, type HistoryEntry } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { isStaff } from '../kernel/roles';
import { canMove, movesFrom, step, type MoveError } from '../kernel/workflow';
import {
  ACTIVITY_LIMITS,
  type Activity,
  type ActivityInput,
  type Seat,
  type SeatStatus,
} from './activity.schema';
import { activityWorkflow, enrolmentWorkflow } from './activity.workflow';

type Outcome<E extends string> = Result<Activity, E>;
export type ScheduleError = 'ACTIVITY_TIMES_WRONG' | 'ACTIVITY_IN_PAST';
export type EnrolError = 'ACTIVITY_CLOSED' | 'ENROLMENT_CLOSED' | 'ALREADY_ENROLLED' | 'WAITLIST_FULL';

export const seatOf = (activity: Activity, personId: string): Seat | null =>
  activity.roll.find((seat) => seat.personId === personId) ?? null;

export const rolesOn = (person: Person): string[] => (isStaff(person) ? ['staff'] : []);

const waiting = (roll: readonly Seat[]): Seat[] => roll.filter((seat) => seat.status === 'waiting');
const taken = (roll: readonly Seat[]): number => roll.filter((seat) => seat.status !== 'waiting').length;

/** The counters beside a roll, recounted. */
export const countersOf = (
  seats: number,
  roll: readonly Seat[],
): { seatsLeft: number; waitingCount: number } => ({
  seatsLeft: seats - taken(roll),
  waitingCount: waiting(roll).length,
});

/** The place in the queue, from 1; null for someone who is not waiting. */
export function positionOf(activity: Activity, personId: string): number | null {
  const index = waiting(activity.roll).findIndex((seat) => seat.personId === personId);
  return index < 0 ? null : index + 1;
}

export function activityMoves(activity: Activity, person: Person, now: number): string[] {
  const seat = seatOf(activity, person.personId);
  const isNeighbour = !person.roles.every((role) => role === 'visitor');
  const isOpen = activity.status === 'published' && now < activity.startsAt;
  const own = !isOpen
    ? []
    : seat
      ? seat.status === 'attended'
        ? []
        : ['leave']
      : isNeighbour && now < activity.enrolUntil
        ? ['enrol']
        : [];
  return [...own, ...movesFrom(activityWorkflow, activity.status, rolesOn(person))];
}

/** Times in order: sign-up closes before the start, the start is before the end. */
export function checkSchedule(input: ActivityInput, now: number): Result<null, ScheduleError> {
  if (input.startsAt >= input.endsAt || input.enrolUntil > input.startsAt) return err('ACTIVITY_TIMES_WRONG');
  if (input.enrolUntil <= now) return err('ACTIVITY_IN_PAST');
  return ok(null);
}

export function publish(
  staff: Person,
  id: string,
  input: ActivityInput,
  now: number,
): Outcome<ScheduleError> {
  const schedule = checkSchedule(input, now);
  if (!schedule.ok) return schedule;
  const base = newRecord({
    id,
    communityId: staff.communityId,
    by: staff,
    now,
    status: 'published',
    move: 'publish',
  });
  return ok({
    ...base,
    ...input,
    bring: input.bring ?? '',
    safetyNote: input.safetyNote ?? '',
    status: 'published',
    seatsLeft: input.seats,
    waitingCount: 0,
    roll: [],
    cancelReason: null,
  });
}

/** New times, words or seats. More seats let the head of the queue in; seats that are taken cannot be taken away. */
export function revise(
  activity: Activity,
  staff: Person,
  input: ActivityInput,
  now: number,
): Outcome<MoveError | ScheduleError | 'SEATS_BELOW_TAKEN'> {
  const schedule = checkSchedule(input, now);
  if (!schedule.ok) return schedule;
  if (input.seats < taken(activity.roll)) return err('SEATS_BELOW_TAKEN');
  const moved = step(activityWorkflow, activity, 'revise', { actor: staff, relations: rolesOn(staff), now });
  if (!moved.ok) return moved;
  const revised = {
    ...activity,
    ...moved.value,
    ...input,
    bring: input.bring ?? '',
    safetyNote: input.safetyNote ?? '',
  };
  return ok(promoteWaiting(revised, now));
}

export function cancel(activity: Activity, staff: Person, reason: string, now: number): Outcome<MoveError> {
  const moved = step(activityWorkflow, activity, 'cancel', {
    actor: staff,
    relations: rolesOn(staff),
    now,
    note: reason,
  });
  return moved.ok ? ok({ ...activity, ...moved.value, cancelReason: reason }) : moved;
}

/** The timer ends an activity whose time is over. */
export function finish(activity: Activity, now: number): Outcome<MoveError> {
  if (now < activity.endsAt) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const mover = { actor: SYSTEM_ACTOR, relations: ['system'], now };
  const moved = step(activityWorkflow, activity, 'finish', mover);
  return moved.ok ? ok({ ...activity, ...moved.value }) : moved;
}

/** What signing up would come to: a seat, a place in the queue, or a reason why not. */
export function decideEnrolment(
  activity: Activity,
  person: Person,
  now: number,
): Result<'confirmed' | 'waiting', EnrolError> {
  if (activity.status !== 'published' || now >= activity.startsAt) return err('ACTIVITY_CLOSED');
  if (now >= activity.enrolUntil) return err('ENROLMENT_CLOSED');
  if (seatOf(activity, person.personId)) return err('ALREADY_ENROLLED');
  if (activity.seatsLeft > 0) return ok('confirmed');
  return activity.waitingCount < ACTIVITY_LIMITS.waitlistMax ? ok('waiting') : err('WAITLIST_FULL');
}

/** The activity with this person on its roll. The repository stores it by one guarded update. */
export function enrol(
  activity: Activity,
  person: Person,
  ticket: { readonly ticketCode: string; readonly key: string },
  now: number,
): Outcome<EnrolError> {
  const decided = decideEnrolment(activity, person, now);
  if (!decided.ok) return decided;
  const seat: Seat = {
    personId: person.personId,
    name: person.name,
    homeLabel: person.home?.label ?? null,
    status: decided.value,
    enrolledAt: now,
    promotedAt: null,
    checkedInAt: null,
    ...ticket,
  };
  const roll = [...activity.roll, seat];
  return ok({
    ...activity,
    roll,
    ...countersOf(activity.seats, roll),
    version: activity.version + 1,
    updatedAt: now,
    history: traced(activity, { move: 'enrol', from: null, to: decided.value, by: actorOf(person), at: now }),
  });
}

/** A place is given up, and the first in the queue gets it by the same update. */
export function leave(
  activity: Activity,
  person: Person,
  now: number,
): Outcome<MoveError | 'NOT_ENROLLED' | 'ACTIVITY_CLOSED'> {
  const seat = seatOf(activity, person.personId);
  if (!seat) return err('NOT_ENROLLED');
  if (activity.status !== 'published' || now >= activity.startsAt) return err('ACTIVITY_CLOSED');
  const allowed = canMove(enrolmentWorkflow, seat.status, 'leave', ['enrollee']);
  if (!allowed.ok) return allowed;
  const roll = activity.roll.filter((other) => other !== seat);
  const left: Activity = {
    ...activity,
    roll,
    ...countersOf(activity.seats, roll),
    version: activity.version + 1,
    updatedAt: now,
    history: traced(activity, { move: 'leave', from: seat.status, to: 'left', by: actorOf(person), at: now }),
  };
  return ok(promoteWaiting(left, now));
}

/** Gives free seats to the queue in its order; each promotion is a line of the history. */
function promoteWaiting(activity: Activity, now: number): Activity {
  const free = Math.max(0, activity.seats - taken(activity.roll));
  const lucky = new Set(
    waiting(activity.roll)
      .slice(0, free)
      .map((seat) => seat.personId),
  );
  const roll = activity.roll.map((seat): Seat =>
    lucky.has(seat.personId) ? { ...seat, status: 'confirmed', promotedAt: now } : seat,
  );
  const history = [...lucky].reduce<readonly HistoryEntry[]>(
    (lines, personId) =>
      appendHistory(lines, {
        move: 'promote',
        from: 'waiting',
        to: 'confirmed',
        by: SYSTEM_ACTOR,
        at: now,
        note: personId,
      }),
    activity.history,
  );
  return { ...activity, roll, history, ...countersOf(activity.seats, roll) };
}

type DoorError = MoveError | 'NOT_ENROLLED' | 'ACTIVITY_CLOSED';

export const checkIn = (
  activity: Activity,
  staff: Person,
  personId: string,
  now: number,
): Outcome<DoorError> => atDoor(activity, staff, personId, 'checkIn', 'attended', now);

export const undoCheckIn = (
  activity: Activity,
  staff: Person,
  personId: string,
  now: number,
): Outcome<DoorError> => atDoor(activity, staff, personId, 'undoCheckIn', 'confirmed', now);

function atDoor(
  activity: Activity,
  staff: Person,
  personId: string,
  move: 'checkIn' | 'undoCheckIn',
  to: SeatStatus,
  now: number,
): Outcome<DoorError> {
  if (activity.status === 'cancelled') return err('ACTIVITY_CLOSED');
  const seat = seatOf(activity, personId);
  if (!seat) return err('NOT_ENROLLED');
  const allowed = canMove(enrolmentWorkflow, seat.status, move, rolesOn(staff));
  if (!allowed.ok) return allowed;
  const changed: Seat = { ...seat, status: to, checkedInAt: to === 'attended' ? now : null };
  return ok({
    ...activity,
    version: activity.version + 1,
    updatedAt: now,
    roll: activity.roll.map((other) => (other === seat ? changed : other)),
    history: traced(activity, { move, from: seat.status, to, by: actorOf(staff), at: now, note: personId }),
  });
}

const traced = (activity: Activity, entry: HistoryEntry): readonly HistoryEntry[] =>
  appendHistory(activity.history, entry);
