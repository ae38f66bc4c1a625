/** Does the i-th piece of work. */
export type Work = (i: number) => unknown;

/** Latencies in microseconds. */
export type Speed = { perSecond: number; p50: number; p99: number; longest: number; times: number };

export type Pace = { seconds: number; atOnce: number };

/** How fast `work` can be done, `atOnce` of it in flight, after a warm-up of a quarter of the time. */
export async function speedOf(work: Work, { seconds, atOnce }: Pace): Promise<Speed> {
  let next = 0;
  const during = async (span: number, latencies: number[]): Promise<number> => {
    const started = performance.now();
    const until = started + span * 1000;
    const lane = async (): Promise<void> => {
      for (let from = performance.now(); from < until;) {
        await work(next++);
        const now = performance.now();
        latencies.push(now - from);
        from = now;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return performance.now() - started;
  };
  await during(seconds / 4, []);
  const latencies: number[] = [];
  const took = await during(seconds, latencies);
  return speedFrom(latencies, took);
}

/** @param latencies milliseconds each. @param took milliseconds from the first to the last. */
export function speedFrom(latencies: readonly number[], took: number): Speed {
  const sorted = Float64Array.from(latencies).sort();
  return {
    perSecond: Math.round((sorted.length * 1000) / took),
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    longest: percentile(sorted, 1),
    times: sorted.length,
  };
}

function percentile(sorted: Float64Array, share: number): number {
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return Math.round((sorted[at] ?? 0) * 1000);
}

/** @throws when a claim about correctness does not hold: a fast wrong answer is no result. */
export function insist(isSo: boolean, claim: string): void {
  if (!isSo) throw new Error(`WRONG: ${claim}`);
}
