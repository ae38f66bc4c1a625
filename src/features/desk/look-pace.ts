import { LOOK_LIMITS } from '@domain/desk/look.schema';

/** Who only passes through a conversation, from one key press to the next, is not told to anyone. */
const SETTLED_AFTER = 1_000;

type Told = {
  readonly at: number;
  readonly isTyping: boolean;
  /** When typing was last told ahead of its turn. */
  readonly hastenedAt: number;
};

/**
 * When to tell colleagues next. One write in fifteen seconds; only the beginning of typing goes ahead of its turn, and
 * that once in fifteen seconds too, because it is what keeps two answers from crossing.
 * @returns ms to wait, from `now`.
 */
export function nextTellIn(now: number, openedAt: number, isTyping: boolean, told: Told | null): number {
  if (!told) return isTyping ? 0 : Math.max(0, openedAt + SETTLED_AFTER - now);
  const turn = Math.max(0, told.at + LOOK_LIMITS.renewAfterMs - now);
  const begins = isTyping && !told.isTyping;
  return begins && now - told.hastenedAt >= LOOK_LIMITS.renewAfterMs ? 0 : turn;
}

/** What is known after telling at `now`. */
export const afterTelling = (now: number, isTyping: boolean, told: Told | null): Told => ({
  at: now,
  isTyping,
  hastenedAt: isTyping && !told?.isTyping ? now : (told?.hastenedAt ?? -Infinity),
});
export type { Told };
