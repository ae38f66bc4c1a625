import type { Progress } from './upkeep/progress';

const INTERVAL_MS = 1000;

/** Says on stderr how far work has come, once a second at most; short work says nothing. */
export function progressOnStderr(): Progress {
  let saidAt = performance.now();
  return (verb, done, total, what) => {
    const now = performance.now();
    if (now - saidAt < INTERVAL_MS) return;
    saidAt = now;
    process.stderr.write(
      `${verb} ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} ${what}\n`,
    );
  };
}
