import { openCaller } from './caller';
import { SEATS } from './functions';
import { insist, speedFrom, type Speed } from './measure';
import type { Subject } from './subject-child';

export const CLIENTS = 10_000;
export const CONNECTIONS = 64;
const ROUNDS = 3;

export type SeatsMeasured = { transport: 'http' | 'in-process'; seats: Speed; noop: Speed; ratio: number };

/**
 * 10,000 clients, each with a session of their own, want one of 100 seats; then the same clients call a function that
 * does nothing. By turns, three times each, through the same connections.
 * @throws unless exactly 100 win, every time.
 */
export async function seatsRace(
  subject: Subject,
  transport: SeatsMeasured['transport'],
): Promise<SeatsMeasured> {
  const tokens = await subject.ask<string[]>({ do: 'tokens', count: CLIENTS });
  const caller = openCaller(subject.url, CONNECTIONS);
  const race = async (name: string, data: object) => {
    const latencies: number[] = [];
    let next = 0;
    let winners = 0;
    const lane = async (): Promise<void> => {
      for (let token = tokens[next++]; token !== undefined; token = tokens[next++]) {
        const from = performance.now();
        const { won } = (await caller.call(name, token, data)) as { won: boolean };
        latencies.push(performance.now() - from);
        if (won) winners += 1;
      }
    };
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: CONNECTIONS }, lane));
    return { latencies, winners, took: performance.now() - startedAt };
  };

  const all = { seat: { latencies: [] as number[], took: 0 }, noop: { latencies: [] as number[], took: 0 } };
  await race('noop', {});
  for (let n = 0; n < ROUNDS; n += 1) {
    const round = `round-${process.pid}-${transport}-${Date.now()}-${n}`;
    await subject.ask({ do: 'newSeats', round });
    for (const name of ['noop', 'seat'] as const) {
      const { latencies, winners, took } = await race(name, { round });
      insist(name === 'noop' || winners === SEATS, `${winners} of ${CLIENTS} won one of ${SEATS} seats`);
      all[name].latencies = all[name].latencies.concat(latencies);
      all[name].took += took;
    }
    const left = await subject.ask<number>({ do: 'seatsLeft', round });
    insist(left === 0, `${left} seats are left`);
  }
  caller.close();
  const [seats, noop] = [
    speedFrom(all.seat.latencies, all.seat.took),
    speedFrom(all.noop.latencies, all.noop.took),
  ];
  return { transport, seats, noop, ratio: Math.round((seats.p99 / noop.p99) * 100) / 100 };
}
