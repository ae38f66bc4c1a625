import { openCaller } from './caller';
import { SEATS } from './functions';
import { insist, speedFrom, type Speed } from './measure';
import type { Subject } from './subject-child';

export const CLIENTS = 10_000;
export const CONNECTIONS = 64;
const ROUNDS = 3;

/** `ratio`: p99 of a seat's claim to that of a call that does nothing. `floor`: of one that asks an SDK with nothing behind it. */
export type SeatsMeasured = {
  transport: 'http' | 'in-process';
  seats: Speed;
  noop: Speed;
  ratio: number;
  floor: { speed: Speed; ratio: number } | null;
};

type Call = 'noop' | 'seatFloor' | 'seat';

/**
 * 10,000 clients, each with a session of their own, want one of 100 seats; then the same clients call a function that
 * does nothing, and one that asks an SDK with nothing behind it. By turns, three times each, through the same connections.
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

  const calls: readonly Call[] = transport === 'http' ? ['noop', 'seat'] : ['noop', 'seatFloor', 'seat'];
  const all = new Map(calls.map((name) => [name, { latencies: [] as number[], took: 0 }]));
  await race('noop', {});
  for (let n = 0; n < ROUNDS; n += 1) {
    const round = `round-${process.pid}-${transport}-${Date.now()}-${n}`;
    await subject.ask({ do: 'newSeats', round });
    for (const [name, sum] of all) {
      const { latencies, winners, took } = await race(name, { round });
      insist(name !== 'seat' || winners === SEATS, `${winners} of ${CLIENTS} won one of ${SEATS} seats`);
      sum.latencies = sum.latencies.concat(latencies);
      sum.took += took;
    }
    const left = await subject.ask<number>({ do: 'seatsLeft', round });
    insist(left === 0, `${left} seats are left`);
  }
  caller.close();
  const speed = (name: Call): Speed => {
    const { latencies, took } = all.get(name) ?? { latencies: [], took: 1 };
    return speedFrom(latencies, took);
  };
  const noop = speed('noop');
  const ratioOf = ({ p99 }: Speed): number => Math.round((p99 / noop.p99) * 100) / 100;
  const seats = speed('seat');
  const floor = all.has('seatFloor') ? speed('seatFloor') : null;
  return {
    ...{ transport, seats, noop, ratio: ratioOf(seats) },
    floor: floor && { speed: floor, ratio: ratioOf(floor) },
  };
}
