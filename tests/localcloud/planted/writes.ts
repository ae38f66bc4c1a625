import { deepEqual } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '@localcloud/error-facts';
import { openInProcess, type InProcess } from '@localcloud/index';
import { movableClock } from '../movable-clock';

const COLLECTIONS = [
  {
    name: 'seats',
    indexes: [
      { name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true },
      { name: 'keys', keys: [{ field: 'keys', direction: 1 }], unique: true },
    ],
  },
] as const;

type Outcome = 'done' | string;
const outcomeOf = (work: Promise<unknown>): Promise<Outcome> => work.then(() => 'done', codeOf);
const REFUSED = 'DATABASE_REQUEST_FAILED';

async function withSeats(
  check: (cloud: InProcess, moveOn: (seconds: number) => void) => Promise<void>,
): Promise<void> {
  const clock = movableClock();
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-planted-'));
  const cloud = openInProcess({ collections: COLLECTIONS, clock, file: join(folder, 'localcloud.db') });
  const seats = cloud.database.collection('seats');
  await seats.add(['a', 'b', 'c'].map((_id) => ({ _id, code: _id, keys: [`${_id}1`, `${_id}2`], n: 0 })));
  try {
    await check(cloud, clock.advanceSeconds);
  } finally {
    cloud.close();
    rmSync(folder, { recursive: true });
  }
}

/** One write of a moment is refused; it leaves nothing, and takes nothing of the others with it. */
export async function writesOfAMomentStandAlone(): Promise<void> {
  await withSeats(async ({ database }) => {
    const seats = database.collection('seats');
    const outcomes = await Promise.all([
      outcomeOf(seats.doc('a').update({ n: 1 })),
      outcomeOf(seats.where({ n: database.command.gte(0) }).update({ code: 'same', keys: 'same' })),
      outcomeOf(seats.add({ _id: 'd', code: 'd', keys: 'd1', n: 0 })),
    ]);
    deepEqual(outcomes, ['done', REFUSED, 'done']);
    const { data } = await seats.orderBy('_id', 'asc').get();
    deepEqual(
      data.map(({ _id, code, n }: { _id: string; code: string; n: number }) => `${_id} ${code} ${n}`),
      ['a a 1', 'b b 0', 'c c 0', 'd d 0'],
    );
  });
}

export async function uniqueIsUnique(): Promise<void> {
  await withSeats(async ({ database }) => {
    const seats = database.collection('seats');
    const add = (code: string | null, keys: string | string[]): Promise<Outcome> =>
      outcomeOf(seats.add(code === null ? { keys } : { code, keys }));
    deepEqual(await Promise.all([add('e', 'e1'), add('e', 'e2')]), ['done', REFUSED]);
    deepEqual([await add('f', 'a1'), await add('g', ['g1', 'b2'])], [REFUSED, REFUSED]);
    deepEqual([await add(null, 'h1'), await add(null, 'h2')], ['done', REFUSED]);
    deepEqual(await outcomeOf(seats.doc('a').update({ code: 'b' })), REFUSED);
  });
}

/** A transaction sees what was there when it began, and of two that change one document the later is refused. */
export async function transactionsAreIsolated(): Promise<void> {
  await withSeats(async ({ database }) => {
    const seats = database.collection('seats');
    const reader = await database.startTransaction();
    const seen = async (): Promise<number> => (await reader.collection('seats').doc('a').get()).data.n;
    const counted = async (): Promise<number> =>
      (await reader.collection('seats').where({ n: 0 }).get()).data.length;
    deepEqual([await seen(), await counted()], [0, 3]);
    await seats.doc('a').update({ n: 5 });
    await seats.doc('b').remove();
    deepEqual([await seen(), await counted()], [0, 3]);
    await reader.rollback();

    const [first, second] = [await database.startTransaction(), await database.startTransaction()];
    for (const each of [first, second]) await each.collection('seats').doc('c').get();
    await first
      .collection('seats')
      .doc('c')
      .update({ n: database.command.inc(1) });
    await second
      .collection('seats')
      .doc('c')
      .update({ n: database.command.inc(1) });
    await first.commit();
    deepEqual(await outcomeOf(second.commit()), 'DATABASE_TRANSACTION_CONFLICT');
    deepEqual((await seats.doc('c').get()).data[0].n, 1);
  });
}

/** Somebody who is late to a document learns it at the write already. */
export async function lateWritersLearnItAtOnce(): Promise<void> {
  await withSeats(async ({ database }) => {
    const transaction = await database.startTransaction();
    await transaction.collection('seats').doc('a').get();
    await database.collection('seats').doc('a').update({ n: 5 });
    const late = transaction.collection('seats').doc('a').update({ n: 6 });
    deepEqual(await outcomeOf(late), 'DATABASE_TRANSACTION_CONFLICT');
  });
}

/** A commit that is refused half way leaves nothing; one that comes after 30 seconds is refused. */
export async function transactionsAreWhole(): Promise<void> {
  await withSeats(async ({ database }, moveOn) => {
    const seats = database.collection('seats');
    const transaction = await database.startTransaction();
    await transaction.collection('seats').doc('a').update({ n: 9 });
    await transaction.collection('seats').add({ _id: 'd', code: 'b', keys: 'd1' });
    deepEqual(await outcomeOf(transaction.commit()), REFUSED);
    deepEqual((await seats.doc('a').get()).data[0].n, 0);
    const slow = await database.startTransaction();
    await slow.collection('seats').doc('a').update({ n: 9 });
    moveOn(31);
    deepEqual(await outcomeOf(slow.commit()), 'DATABASE_TRANSACTION_FAIL');
  });
}
