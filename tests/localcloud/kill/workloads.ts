import { setImmediate as nextTurn } from 'node:timers/promises';
import { messageOf } from '@localcloud/error-facts';
import { isRecord } from '@localcloud/protocol/params';
import type { Client } from './client';
import { COUNTERS, GROUP_SIZE, PIPELINE, TOTAL_OF_PAIR } from './order';

/** Says that a write has been acknowledged: what kind, whose, and which. */
export type Acknowledge = (kind: string, name: string, value: string | number) => void;

type Workload = (client: Client, generation: number, acknowledge: Acknowledge) => Promise<void>;

/** Counters that outlive every writer; each goes on from where it stands, by conditional update. */
const countUp =
  (id: string): Workload =>
  async (client, _generation, acknowledge) => {
    const [known] = await client.find('counters', { _id: id });
    if (!known) await client.add('counters', [{ _id: id, n: 0 }]);
    let n = isRecord(known) ? Number(known['n']) : 0;
    for (;;) {
      const updated = await client.update('counters', { _id: id, n }, { $inc: { n: 1 } });
      n += updated;
      acknowledge('counter', id, n);
    }
  };

/** Reads the counters among everybody's writes: what a reader was told must outlive a kill as well. */
const readAlong: Workload = async (client, _generation, acknowledge) => {
  for (;;) {
    await nextTurn();
    for (const found of await client.find('counters', {}))
      if (isRecord(found)) acknowledge('seen', String(found['_id']), Number(found['n']));
  }
};

/** Appends numbered documents, `width` of them in one turn of the event loop. */
const append =
  (name: string, width: number): Workload =>
  async (client, generation, acknowledge) => {
    const writer = `${generation}-${name}`;
    for (let seq = 1; ; seq += width) {
      await Promise.all(
        Array.from({ length: width }, async (_, i) => {
          const number = seq + i;
          await client.add('log', [{ writer, seq: number, g: generation }]);
          acknowledge('log', writer, number);
        }),
      );
    }
  };

/** Moves one unit from left to right and notes it in a journal: three documents of two collections, together. */
const movePairs =
  (name: string): Workload =>
  async (client, generation, acknowledge) => {
    const pair = `${generation}-${name}`;
    const sides = [`${pair}-left`, `${pair}-right`];
    await client.add(
      'pairs',
      sides.map((_id, i) => ({ _id, pair, n: i === 0 ? TOTAL_OF_PAIR : 0, moves: 0, g: generation })),
    );
    for (let moves = 1; ; moves++) {
      await client.transact(async (transactionId) => {
        for (const [i, _id] of sides.entries())
          await client.update(
            'pairs',
            { _id },
            { $inc: { n: i === 0 ? -1 : 1, moves: 1 } },
            { transactionId },
          );
        await client.add('journal', [{ pair, moves, g: generation }], transactionId);
      });
      acknowledge('pair', pair, moves);
    }
  };

/** Two want the same slot in the same turn; a unique index lets one of them have it. */
const claimSlots: Workload = async (client, generation, acknowledge) => {
  for (let i = 0; ; i++) {
    const slot = `${generation}-${i}`;
    const claims = ['ann', 'ben'].map(async (by) => {
      await client.add('claims', [{ slot, by, g: generation }]);
      acknowledge('claim', slot, by);
    });
    for (const outcome of await Promise.allSettled(claims))
      if (outcome.status === 'rejected' && !messageOf(outcome.reason).includes('E11000'))
        throw outcome.reason;
  }
};

/** Changes ten documents with one update, their indexed tags too; and tries, every time, one that must be refused half way. */
const updateGroups: Workload = async (client, generation, acknowledge) => {
  const group = `${generation}-group`;
  await client.add(
    'groups',
    Array.from({ length: GROUP_SIZE }, (_, i) => ({
      _id: `${group}-${i}`,
      group,
      code: `${group}-${i}`,
      n: 0,
      tags: ['all', 'n0'],
      g: generation,
    })),
  );
  for (let n = 1; ; n++) {
    const all = { multi: true };
    const change = client.update(
      'groups',
      { group },
      { $inc: { n: 1 }, $set: { tags: ['all', `n${n}`] } },
      all,
    );
    const refusal = client.update('groups', { group }, { $set: { code: `${group}-same`, n: -1 } }, all);
    await Promise.allSettled([change, refusal]);
    await change;
    acknowledge('group', group, n);
  }
};

const EVERYTHING: readonly Workload[] = [
  ...Array.from({ length: COUNTERS }, (_, i) => countUp(`c${i}`)),
  append('single', 1),
  append('pipelined', PIPELINE),
  movePairs('a'),
  movePairs('b'),
  claimSlots,
  updateGroups,
  readAlong,
];

/** Starts every workload; none of them ends. A refusal none of them expects ends the process. */
export function writeWithoutEnd(client: Client, generation: number, acknowledge: Acknowledge): void {
  for (const workload of EVERYTHING) void workload(client, generation, acknowledge);
}
