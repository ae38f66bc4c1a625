import type { Clock } from '@localcloud/index';

const SECOND_MS = 1000;

/** A clock that stands still until a test moves it. */
export function movableClock(
  start = '2026-11-20T00:00:00Z',
): Clock & { advanceSeconds(seconds: number): void } {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    advanceSeconds: (seconds) => {
      now += seconds * SECOND_MS;
    },
  };
}
