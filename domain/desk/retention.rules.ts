import { SYSTEM_ACTOR, withTrace } from '../kernel/record';
import type { Thread } from './thread.schema';

/** The number of whoever called has served its purpose; when the matter changed last stays what it was. */
export function blankCallerPhone(thread: Thread, now: number): Thread {
  const { recorded } = thread;
  if (!recorded) return thread;
  // Without a number there is nothing to tell of, but it is looked at no more.
  if (recorded.sealedPhone === null) {
    return { ...thread, version: thread.version + 1, recorded: { ...recorded, phoneBlankedAt: 0 } };
  }
  const traced = withTrace(thread, { move: 'blankContact', by: SYSTEM_ACTOR, now });
  return { ...traced, recorded: { ...recorded, sealedPhone: null, phoneBlankedAt: now } };
}
