import { openInProcess } from '@localcloud/index';
import { movableClock } from './movable-clock';

const clock = movableClock();
const cloud = openInProcess({
  clock,
  collections: [
    { name: 'tasks', indexes: [{ name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true }] },
  ],
});
const tasks = cloud.database.collection('tasks');

beforeEach(async () => {
  await tasks.where({}).remove();
});
afterAll(() => cloud.close());

test('a transaction older than 30 seconds is over, and its writes are gone', async () => {
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('tasks').add({ _id: 'a' });
  clock.advanceSeconds(31);
  await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  expect((await tasks.count()).total).toBe(0);
});

test('a forgotten transaction does not stand in anybody’s way', async () => {
  await tasks.add({ _id: 'a', n: 1, code: 1 });
  const forgotten = await cloud.database.startTransaction();
  await forgotten.collection('tasks').doc('a').update({ n: 2 });
  await tasks.doc('a').update({ n: 3 });
  expect((await tasks.doc('a').get()).data).toEqual([{ _id: 'a', n: 3, code: 1 }]);
  await expect(forgotten.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
});

test('a commit that a unique index refuses leaves nothing behind', async () => {
  await tasks.add({ _id: 'a', code: 1 });
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('tasks').add({ _id: 'b', code: 2 });
  await transaction.collection('tasks').add({ _id: 'c', code: 1 });
  await expect(transaction.commit()).rejects.toThrow('E11000');
  expect((await tasks.get()).data).toEqual([{ _id: 'a', code: 1 }]);
});

test('queries in a transaction see its own writes in order, limit and count', async () => {
  await tasks.add([1, 2, 3].map((code) => ({ _id: `t${code}`, code, group: 'x' })));
  const transaction = await cloud.database.startTransaction();
  const inside = transaction.collection('tasks');
  await inside.doc('t1').update({ group: 'y' });
  await inside.add({ _id: 't4', code: 4, group: 'x' });
  await inside.doc('t3').delete();
  const { data } = await inside.where({ group: 'x' }).orderBy('code', 'desc').limit(1).get();
  expect(data.map(({ _id }: { _id: string }) => _id)).toEqual(['t4']);
  expect((await inside.where({ group: 'x' }).get()).data).toHaveLength(2);
  await transaction.rollback();
});

test('two people who each check the other’s document may both go ahead: snapshots do not prevent write skew', async () => {
  await tasks.add([
    { _id: 'a', onDuty: true, code: 1 },
    { _id: 'b', onDuty: true, code: 2 },
  ]);
  const [first, second] = [await cloud.database.startTransaction(), await cloud.database.startTransaction()];
  expect((await first.collection('tasks').doc('b').get()).data.onDuty).toBe(true);
  expect((await second.collection('tasks').doc('a').get()).data.onDuty).toBe(true);
  await first.collection('tasks').doc('a').update({ onDuty: false });
  await second.collection('tasks').doc('b').update({ onDuty: false });
  await first.commit();
  await second.commit();
  expect((await tasks.where({ onDuty: false }).count()).total).toBe(2);
});

test('a document somebody adds and a transaction adds too is a conflict, not a loss', async () => {
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('tasks').doc('a').get();
  await transaction.collection('tasks').add({ _id: 'a', by: 'transaction' });
  await tasks.add({ _id: 'a', by: 'somebody' });
  await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
  expect((await tasks.doc('a').get()).data[0].by).toBe('somebody');
});

test('somebody else’s refused insert changes nothing in an open transaction', async () => {
  await tasks.add({ _id: 'a', code: 1 });
  const transaction = await cloud.database.startTransaction();
  const mine = transaction.collection('tasks').doc('a');
  await mine.get();
  await expect(tasks.add({ _id: 'a', code: 2 })).rejects.toThrow(/E11000/);
  expect((await mine.get()).data).toEqual({ _id: 'a', code: 1 });
  await mine.update({ done: true });
  await transaction.commit();
  expect((await tasks.doc('a').get()).data).toEqual([{ _id: 'a', code: 1, done: true }]);
});

test('somebody else’s refused update is no conflict', async () => {
  await tasks.add([
    { _id: 'a', code: 1 },
    { _id: 'b', code: 2 },
  ]);
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('tasks').doc('b').get();
  await expect(tasks.doc('b').update({ code: 1 })).rejects.toThrow(/E11000/);
  await transaction.collection('tasks').doc('b').update({ done: true });
  await transaction.commit();
  expect((await tasks.doc('b').get()).data).toEqual([{ _id: 'b', code: 2, done: true }]);
});
