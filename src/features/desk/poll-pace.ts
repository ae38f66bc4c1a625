import { MINUTE } from '@domain/kernel/time';

export const POLL_PACE = {
  fastMs: 2_000,
  easyMs: 5_000,
  restMs: 15_000,
  /** So long what the server tells of is gathered: one's own message is known by then, and a burst is one question. */
  gatherMs: 150,
  /** Where the server tells of changes, asking is but a safety net. */
  liveMs: MINUTE,
  /** So long after the last sign of life both sides count as talking. */
  talkingFor: 2 * MINUTE,
  restingAfter: 10 * MINUTE,
  /** So long after something was asked an answer is expected any moment. */
  expectingFor: 10 * MINUTE,
  /** Pause after so many failed attempts in a row: a phone without network is not hammered. */
  failureSteps: [2_000, 4_000, 8_000, 15_000],
} as const;

export type Pace = {
  readonly now: number;
  /** Last message, tap or keystroke on this page. */
  readonly activeAt: number;
  /** When something was asked that is still unanswered; null when nothing is. */
  readonly expectingSince: number | null;
  readonly failureCount: number;
  /** Somebody keeps watch here, as on the desk's queue: it never slows down. */
  readonly isWatch: boolean;
  /** The server tells of changes by itself. */
  readonly isLive: boolean;
};

/** How long to wait before asking for news again, in ms. */
export function nextPollIn({ now, activeAt, expectingSince, failureCount, isWatch, isLive }: Pace): number {
  if (failureCount > 0) {
    const steps = POLL_PACE.failureSteps;
    return steps[Math.min(failureCount, steps.length) - 1] ?? POLL_PACE.restMs;
  }
  if (isLive) return POLL_PACE.liveMs;
  if (isWatch || now - activeAt < POLL_PACE.talkingFor) return POLL_PACE.fastMs;
  if (expectingSince !== null && now - expectingSince < POLL_PACE.expectingFor) return POLL_PACE.fastMs;
  return now - activeAt < POLL_PACE.restingAfter ? POLL_PACE.easyMs : POLL_PACE.restMs;
}
