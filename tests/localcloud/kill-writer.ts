// Run as a child process: writes without end and says on stdout what has been acknowledged, until it is killed.
import { writeSync } from 'node:fs';
import { openInProcess } from '@localcloud/in-process';
import { KILL_COLLECTIONS, TOTAL_OF_PAIR } from './kill-collections';

const [, , file = '', round = '0'] = process.argv;
const cloud = openInProcess({ file, collections: KILL_COLLECTIONS });
const { database } = cloud;
const { command } = database;

async function countUp(id: string): Promise<void> {
  await database.collection('counters').add({ _id: id, n: 0, round: Number(round) });
  for (let n = 1; ; n++) {
    await database
      .collection('counters')
      .where({ _id: id, n: n - 1 })
      .update({ n: command.inc(1) });
    writeSync(1, `${id} ${n}\n`);
  }
}

async function moveBetweenPair(id: string): Promise<void> {
  const pair = [`${id}-left`, `${id}-right`] as const;
  await database.collection('pairs').add(pair.map((_id, i) => ({ _id, n: i === 0 ? TOTAL_OF_PAIR : 0 })));
  for (;;) {
    const transaction = await database.startTransaction();
    const [left, right] = pair.map((_id) => transaction.collection('pairs').doc(_id));
    await left?.update({ n: command.inc(-1) });
    await right?.update({ n: command.inc(1) });
    await transaction.commit();
  }
}

for (let i = 0; i < 8; i++) void countUp(`c${round}-${i}`);
for (let i = 0; i < 2; i++) void moveBetweenPair(`p${round}-${i}`);
