import type { Person } from '../kernel/person';
import { actorOf, appendHistory } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { formatWhen } from '../kernel/time';
import { canMove, type MoveError } from '../kernel/workflow';
import { firstReminder } from './escalation.rules';
import { PROMISE_LIMITS, type DeskPromise } from './promise.schema';
import { promiseWorkflow } from './promise.workflow';
import { withWake } from './thread-clock';
import { withSystemLine } from './thread-messages';
import { rolesOn } from './thread.rules';
import type { Thread } from './thread.schema';

export type PromiseMade = { readonly promiseId: string; readonly words: string; readonly dueAt: number };
type MakeError = 'MOVE_NOT_ALLOWED_FOR_ROLE' | 'THREAD_CLOSED' | 'PROMISE_TIME_WRONG' | 'TOO_MANY_PROMISES';

/** The desk promises the resident something by a time. The version is the caller's to count up. */
export function withPromise(
  thread: Thread,
  staff: Person,
  { promiseId, words, dueAt }: PromiseMade,
  now: number,
): Result<Thread, MakeError> {
  if (!rolesOn(thread, staff).includes('staff')) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if (!['waiting', 'taken', 'resolved'].includes(thread.status)) return err('THREAD_CLOSED');
  if (dueAt <= now || dueAt > now + PROMISE_LIMITS.aheadMaxMs) return err('PROMISE_TIME_WRONG');
  const promises = thread.promises ?? [];
  if (promises.length >= PROMISE_LIMITS.perThread) return err('TOO_MANY_PROMISES');
  const promise: DeskPromise = {
    promiseId,
    words: [...words].slice(0, PROMISE_LIMITS.wordsMax).join(''),
    dueAt,
    by: actorOf(staff),
    madeAt: now,
    status: 'made',
    endedAt: null,
    note: '',
    remindAt: firstReminder(dueAt, now),
  };
  const promised = withWake<Thread>({ ...thread, promises: [...promises, promise] });
  const noted = noteIn(promised, staff, 'promise', `${promise.words}（${formatWhen(dueAt)} 前）`, now);
  return ok(withSystemLine(noted, `${staff.name}承诺：${formatWhen(dueAt)} 前，${promise.words}`, now));
}

/** A promise recorded by itself, after the words were sent. */
export function makePromise(
  thread: Thread,
  staff: Person,
  made: PromiseMade,
  now: number,
): Result<Thread, MakeError> {
  const promised = withPromise(thread, staff, made, now);
  return promised.ok ? ok({ ...promised.value, version: thread.version + 1 }) : promised;
}

export type PromiseMove =
  | { readonly move: 'keep'; readonly note: string }
  | { readonly move: 'breakOff'; readonly note: string }
  | { readonly move: 'postpone'; readonly note: string; readonly dueAt: number };

/** Kept, not kept, or put off with a word why; the resident reads it. */
export function movePromise(
  thread: Thread,
  staff: Person,
  promiseId: string,
  moved: PromiseMove,
  now: number,
): Result<Thread, MoveError | 'PROMISE_NOT_FOUND' | 'PROMISE_TIME_WRONG'> {
  const standing = (thread.promises ?? []).find((promise) => promise.promiseId === promiseId);
  if (!standing) return err('PROMISE_NOT_FOUND');
  const allowed = canMove(promiseWorkflow, standing.status, moved.move, rolesOn(thread, staff));
  if (!allowed.ok) return allowed;
  if (moved.move === 'postpone' && (moved.dueAt <= now || moved.dueAt > now + PROMISE_LIMITS.aheadMaxMs)) {
    return err('PROMISE_TIME_WRONG');
  }
  const after = moved.move === 'postpone' ? postponed(standing, moved, now) : ended(standing, moved, now);
  const promises = (thread.promises ?? []).map((promise) => (promise === standing ? after : promise));
  const changed = withWake<Thread>({ ...thread, promises, version: thread.version + 1 });
  const words = wordsOf(after, moved, now);
  return ok(withSystemLine(noteIn(changed, staff, `promise.${moved.move}`, words, now), words, now));
}

const postponed = (promise: DeskPromise, to: { dueAt: number; note: string }, now: number): DeskPromise => ({
  ...promise,
  dueAt: to.dueAt,
  note: to.note,
  remindAt: firstReminder(to.dueAt, now),
});

const ended = (promise: DeskPromise, { move, note }: PromiseMove, now: number): DeskPromise => ({
  ...promise,
  status: move === 'keep' ? 'kept' : 'broken',
  endedAt: now,
  note,
  remindAt: null,
});

function wordsOf({ words, dueAt }: DeskPromise, { move, note }: PromiseMove, now: number): string {
  const why = note === '' ? '' : `：${note}`;
  if (move === 'keep') return `承诺已兑现${now > dueAt ? '（晚于约定时间）' : ''}：${words}${why}`;
  if (move === 'breakOff') return `承诺没能兑现：${words}${why}`;
  return `承诺改到 ${formatWhen(dueAt)} 前：${words}${why}`;
}

const noteIn = (thread: Thread, staff: Person, move: string, note: string, now: number): Thread => ({
  ...thread,
  history: appendHistory(thread.history, {
    move,
    from: thread.status,
    to: thread.status,
    by: actorOf(staff),
    at: now,
    note,
  }),
});
