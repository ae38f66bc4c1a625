import { DAY, MINUTE } from '../kernel/time';
import type { Thread } from './thread.schema';

/** Who has been told that an answer is owed, rung by rung. `told` holds person ids. */
export type Ladder = {
  readonly owedSince: number;
  /** Rungs climbed so far. */
  readonly rung: number;
  readonly told: readonly string[];
  readonly nextAt: number;
};

export const PAUSE_LIMITS = { aheadMaxMs: 30 * DAY, noteMax: 60 } as const;
export const PAUSE_REASONS = ['resident', 'parts', 'weather'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
export const PAUSE_WORDS: Readonly<Record<PauseReason, string>> = {
  resident: '等居民',
  parts: '等配件',
  weather: '等天气',
};

/** The clock stands still, for a reason and until a date. */
export type Pause = {
  readonly reason: PauseReason;
  readonly note: string;
  readonly since: number;
  readonly until: number;
  readonly byName: string;
};

/** When a timer has to look at the thread again, from all that runs on it; null when nothing does. */
export function withWake<T extends Thread>(thread: T): T {
  const open = (thread.promises ?? []).filter(({ status }) => status === 'made');
  const watching = (thread.watches ?? []).filter(({ status }) => status === 'running');
  const instants = [
    thread.ladder?.nextAt,
    thread.pause?.until,
    ...open.map(({ remindAt }) => remindAt),
    ...watching.map(({ remindAt }) => remindAt),
  ].filter((instant): instant is number => typeof instant === 'number');
  return {
    ...thread,
    wakeAt: instants.length > 0 ? Math.min(...instants) : null,
    promiseDueAt: open.length > 0 ? Math.min(...open.map(({ dueAt }) => dueAt)) : null,
    ...(thread.watches
      ? { watchUntil: watching.length > 0 ? Math.min(...watching.map(({ until }) => until)) : null }
      : {}),
  };
}

/** The desk owes an answer from now on. One that it owes already goes on running. */
export function owing<T extends Thread>(thread: T, now: number): T {
  if (thread.replyDueAt !== null) return thread;
  return withWake({
    ...thread,
    pause: null,
    replyDueAt: now + thread.replyWithinMinutes * MINUTE,
    ladder: { owedSince: now, rung: 0, told: [], nextAt: now },
  });
}

/** The desk owes nothing now: answered, resolved, withdrawn or waiting for somebody else. */
export const settled = <T extends Thread>(thread: T): T =>
  withWake({ ...thread, replyDueAt: null, ladder: null });
