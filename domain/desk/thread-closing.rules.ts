import type { Person } from '../kernel/person';
import { withTrace } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { DAY } from '../kernel/time';
import { step, type MoveError } from '../kernel/workflow';
import { owing } from './thread-clock';
import { withSystemLine } from './thread-messages';
import { confirm, rolesOn } from './thread.rules';
import { RATING_WORDS, type FollowUp, type Rating, type Thread } from './thread.schema';
import { threadWorkflow } from './thread.workflow';

export type RatingGiven = Pick<Rating, 'score' | 'note'>;

/** The resident says that it is solved, or has said so, and what they thought of it if they like; once. */
export function confirmRated(
  thread: Thread,
  asker: Person,
  rating: RatingGiven | null,
  now: number,
): Result<Thread, MoveError> {
  if (thread.status === 'confirmed') return rateLater(thread, asker, rating, now);
  const confirmed = confirm(thread, asker, now);
  if (!confirmed.ok || !rating) return confirmed;
  return ok({ ...confirmed.value, rating: { ...rating, at: now } });
}

function rateLater(
  thread: Thread,
  asker: Person,
  rating: RatingGiven | null,
  now: number,
): Result<Thread, MoveError> {
  if (!rolesOn(thread, asker).includes('asker')) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if (!rating || thread.rating) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const traced = withTrace(thread, { move: 'rate', by: asker, now, note: RATING_WORDS[rating.score] });
  return ok({ ...traced, updatedAt: now, rating: { ...rating, at: now } });
}

export type FollowedUp = Pick<FollowUp, 'outcome' | 'note'> & { readonly rating: RatingGiven | null };

const MOVES = {
  fixed: 'followUpFixed',
  notFixed: 'followUpAgain',
  unreachable: 'followUpUnreached',
} as const;
const LINES = {
  fixed: '电话回访：居民说已经解决',
  notFixed: '电话回访：还没有解决，重新交给值班人员',
  unreachable: '电话回访：没有联系上',
} as const;

/** A call to somebody who has not confirmed (回访). Only their own words make it "fixed"; silence never does. */
export function followUp(
  thread: Thread,
  staff: Person,
  { outcome, note, rating }: FollowedUp,
  now: number,
): Result<Thread, MoveError> {
  if (thread.status !== 'resolved') return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const mover = {
    actor: staff,
    relations: rolesOn(thread, staff),
    now,
    note: note === '' ? undefined : note,
  };
  const moved = step(threadWorkflow, thread, MOVES[outcome], mover);
  if (!moved.ok) return moved;
  const called = { outcome, note, byName: staff.name, at: now };
  const line = `${LINES[outcome]}${rating ? `，${RATING_WORDS[rating.score]}` : ''}`;
  const scored = { ...(rating ? { rating: { ...rating, at: now } } : {}), followUp: called };
  if (moved.value.status === 'waiting') {
    const { resolvedAt: _resolvedAt, ...rest } = thread;
    const again: Thread = { ...rest, ...moved.value, status: 'waiting', taker: null, ...scored };
    return ok(withSystemLine(owing(again, now), line, now));
  }
  const { status } = moved.value;
  if (status === 'resolved') {
    // The call changes nothing about when the matter lapses, so `updatedAt` is what it was.
    return ok({ ...thread, ...moved.value, status, updatedAt: thread.updatedAt, ...scored });
  }
  return ok(withSystemLine({ ...thread, ...moved.value, status, ...scored }, line, now));
}

/** Whether somebody should call: resolved long enough ago, and not called yet. */
export const wantsFollowUp = (thread: Thread, afterDays: number, now: number): boolean =>
  thread.status === 'resolved' && thread.resolvedAt + afterDays * DAY <= now && !thread.followUp;
