import type { Person } from '../kernel/person';
import { err, ok, type Result } from '../kernel/result';
import { formatWhen } from '../kernel/time';
import { step, type MoveError } from '../kernel/workflow';
import { owing, PAUSE_LIMITS, PAUSE_WORDS, settled, withWake, type PauseReason } from './thread-clock';
import { withSystemLine } from './thread-messages';
import { rolesOn } from './thread.rules';
import type { Thread } from './thread.schema';
import { threadWorkflow } from './thread.workflow';

export type PauseTerms = { readonly reason: PauseReason; readonly note: string; readonly until: number };

/** Waiting stops the clock, but only for a reason and until a date. The resident reads both. */
export function pause(
  thread: Thread,
  staff: Person,
  { reason, note, until }: PauseTerms,
  now: number,
): Result<Thread, MoveError | 'PAUSE_DATE_WRONG'> {
  if (until <= now || until > now + PAUSE_LIMITS.aheadMaxMs) return err('PAUSE_DATE_WRONG');
  const words = `${PAUSE_WORDS[reason]}${note === '' ? '' : `（${note}）`}`;
  const moved = step(threadWorkflow, thread, 'pause', { ...moverOf(thread, staff, now), note: words });
  if (!moved.ok) return moved;
  const paused: Thread = {
    ...settled(thread),
    history: moved.value.history,
    version: moved.value.version,
    updatedAt: now,
    pause: { reason, note, since: now, until, byName: staff.name },
  };
  return ok(withSystemLine(withWake(paused), `${words}，${formatWhen(until)} 接着办`, now));
}

/** Somebody at the desk goes on before the date: the clock runs again. */
export function resume(thread: Thread, staff: Person, now: number): Result<Thread, MoveError> {
  if (!thread.pause) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const moved = step(threadWorkflow, thread, 'resume', moverOf(thread, staff, now));
  if (!moved.ok) return moved;
  const { history, version } = moved.value;
  const going = owing<Thread>({ ...thread, history, version, updatedAt: now, pause: null }, now);
  return ok(withSystemLine(going, `${staff.name}接着办了`, now));
}

const moverOf = (thread: Thread, actor: Person, now: number) => ({
  actor,
  relations: rolesOn(thread, actor),
  now,
});
