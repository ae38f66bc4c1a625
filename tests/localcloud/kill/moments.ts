import type { KillMoment } from './cycle';
import type { WriterOrder } from './order';

export const KILL_KINDS = [
  'writing',
  'start',
  'checkpoint',
  'close',
  'index build',
  'backup',
  'backup by another process',
] as const;
export type KillKind = (typeof KILL_KINDS)[number];

/** Whole numbers below a bound, the same ones for the same seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** No word comes a thousand million times: this writer ends itself. */
const NEVER: KillMoment = { word: 'opened', nth: 1e9, delayMs: 0 };

/** A writer's order and the moment of its death, for a kind of kill. */
export function plan(
  kind: KillKind,
  below: (bound: number) => number,
): { order: Partial<WriterOrder>; moment: KillMoment } {
  switch (kind) {
    case 'writing':
      if (below(2) === 0) return { order: { dieAfter: 1 + below(300) }, moment: NEVER };
      return { order: {}, moment: { word: 'opened', delayMs: below(120) } };
    case 'start':
      if (below(4) === 0) return { order: {}, moment: { delayMs: below(150) } };
      return { order: {}, moment: { word: 'opening', delayMs: below(12) } };
    case 'checkpoint':
      return {
        order: { checkpoints: true },
        moment: { word: 'checkpoint', nth: 1 + below(5), delayMs: below(3) },
      };
    case 'close':
      return { order: { closeAfter: 1 + below(200) }, moment: { word: 'closing', delayMs: below(10) } };
    case 'index build':
      return { order: {}, moment: { word: 'opening', delayMs: below(500) } };
    case 'backup by another process':
      return { order: { serves: true }, moment: { word: 'serving', delayMs: below(1000) } };
    case 'backup':
      return { order: {}, moment: { word: 'backup-begin', nth: 1 + below(2), delayMs: below(250) } };
  }
}
