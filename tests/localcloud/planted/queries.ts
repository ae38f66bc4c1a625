import { deepEqual } from 'node:assert/strict';
import { codeOf } from '@localcloud/error-facts';
import { openInProcess, type InProcess } from '@localcloud/index';

const keys = (field: string): [{ field: string; direction: 1 }] => [{ field, direction: 1 }];

const COLLECTIONS = [
  { name: 'plain', indexes: [] },
  {
    name: 'indexed',
    indexes: [
      { name: 'a', keys: keys('a') },
      { name: 'b', keys: keys('b') },
      { name: 'tags', keys: keys('tags') },
    ],
  },
] as const;

const DOCUMENTS = [
  { _id: 'd0', a: 3, b: 'x', tags: ['red', 'blue'] },
  { _id: 'd1', a: '3', b: null, tags: [] },
  { _id: 'd2', a: 10, tags: 'red' },
  { _id: 'd3', a: null, b: 'y', tags: ['blue', 'green'] },
  { _id: 'd4', b: 'x', tags: ['red', 'red'] },
  { _id: 'd5', a: -1, b: 'X', tags: null },
  { _id: 'd6', a: new Date(5), b: true },
];

/** What is found, whatever finds it: Mongo's answers, on a collection with indexes and on one without. */
export async function queriesAnswerAsMongo(): Promise<void> {
  await onBoth(async (cloud, name) => {
    const { command: _ } = cloud.database;
    const found = async (filter: object): Promise<string> =>
      ids((await cloud.database.collection(name).where(filter).get()).data);
    deepEqual(await found({ tags: 'red' }), 'd0 d2 d4');
    deepEqual(await found({ tags: _.in(['green', 'blue']) }), 'd0 d3');
    deepEqual(await found({ tags: _.gt('green') }), 'd0 d2 d4');
    deepEqual(await found({ a: null }), 'd3 d4');
    deepEqual(await found({ b: _.eq(null) }), 'd1 d2');
    deepEqual(await found({ b: _.neq(null) }), 'd0 d3 d4 d5 d6');
    deepEqual(await found({ a: _.gt(2) }), 'd0 d2');
    deepEqual(await found({ a: _.lt(5) }), 'd0 d5');
    deepEqual(await found({ a: _.gte('') }), 'd1');
  });
}

export async function orderIsAsMongo(): Promise<void> {
  await onBoth(async (cloud, name) => {
    const ordered = async (field: string, direction: 'asc' | 'desc'): Promise<string> =>
      ids((await cloud.database.collection(name).orderBy(field, direction).orderBy('_id', 'asc').get()).data);
    deepEqual(await ordered('a', 'asc'), 'd3 d4 d5 d0 d2 d1 d6');
    deepEqual(await ordered('a', 'desc'), 'd6 d1 d2 d0 d5 d3 d4');
    deepEqual(await ordered('tags', 'asc'), 'd1 d5 d6 d0 d3 d2 d4');
  });
}

/** Tags that change are found where they are, and no longer where they were. */
export async function indexesFollowChanges(): Promise<void> {
  await onBoth(async (cloud, name) => {
    const rows = cloud.database.collection(name);
    const tagged = async (tag: string): Promise<string> => ids((await rows.where({ tags: tag }).get()).data);
    await rows.doc('d0').update({ tags: ['violet', 'blue'] });
    await rows.doc('d6').update({ tags: ['red'] });
    await rows.doc('d3').remove();
    deepEqual([await tagged('violet'), await tagged('red'), await tagged('blue')], ['d0', 'd2 d4 d6', 'd0']);
  });
}

export async function updatesChangeWhatTheySay(): Promise<void> {
  await onBoth(async (cloud, name) => {
    const { command: _ } = cloud.database;
    const row = cloud.database.collection(name).doc('d0');
    await row.update({ a: _.inc(2), b: _.set('z'), tags: _.addToSet('blue'), high: _.max(5), low: _.min(5) });
    await row.update({ high: _.max(4), low: _.min(4), made: _.mul(7), extra: _.remove() });
    await row.update({ tags: _.pull('red') });
    deepEqual((await row.get()).data, [
      { _id: 'd0', a: 5, b: 'z', tags: ['blue'], high: 5, low: 4, made: 0 },
    ]);
  });
}

export async function limitsHold(): Promise<void> {
  const cloud = openInProcess({ collections: COLLECTIONS });
  const rows = cloud.database.collection('plain');
  await rows.add(Array.from({ length: 1100 }, (_unused, n) => ({ n })));
  deepEqual([(await rows.get()).data.length, (await rows.limit(5000).get()).data.length], [100, 1000]);
  const large = { text: 'x'.repeat(16 * 1024 * 1024) };
  deepEqual(await rows.add(large).then(() => 'stored', codeOf), 'DATABASE_REQUEST_FAILED');
  cloud.close();
}

async function onBoth(check: (cloud: InProcess, name: string) => Promise<void>): Promise<void> {
  const cloud = openInProcess({ collections: COLLECTIONS });
  for (const { name } of COLLECTIONS) {
    await cloud.database.collection(name).add(DOCUMENTS);
    await check(cloud, name);
  }
  cloud.close();
}

function ids(documents: readonly { _id: string }[]): string {
  return documents.map(({ _id }) => _id).join(' ');
}
