import { openInProcess } from '@localcloud/index';
import { runningCloud } from './running-cloud';
import { newWxCloud } from '../parity/wx-feature';

const collections = [
  { name: 'notes', indexes: [] },
  { name: 'others', indexes: [] },
];
const warnings: string[] = [];
const log = (line: object): void => {
  if ('level' in line && line.level === 'warn' && 'message' in line) warnings.push(String(line.message));
};
const cloud = runningCloud({ collections, log });

test('where().update() of a transaction is outside of it, and the log says so, once', async () => {
  const { database, close } = openInProcess({ collections, log });
  await database.collection('notes').add({ _id: 'a', n: 1 });
  const transaction = await database.startTransaction();
  await transaction.collection('notes').doc('a').get();
  await database.collection('others').where({ n: 1 }).update({ n: 2 });
  expect(warnings).toEqual([]);
  await transaction.collection('notes').where({ n: 1 }).update({ n: 2 });
  await transaction.collection('notes').where({ n: 1 }).count();
  await transaction.rollback();
  expect((await database.collection('notes').doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
  expect(warnings).toEqual([expect.stringMatching(/where\(\)\.update\(\) on notes .*outside of it/)]);
  close();
});

test('nobody is warned of an update after the transaction has ended', async () => {
  warnings.length = 0;
  const { database, close } = openInProcess({ collections, log });
  const transaction = await database.startTransaction();
  await transaction.collection('notes').doc('a').set({ n: 1 });
  await transaction.commit();
  await database.collection('notes').where({ n: 1 }).remove();
  expect(warnings).toEqual([]);
  close();
});

test('over HTTP and through wx-server-sdk it is said as well', async () => {
  warnings.length = 0;
  const transaction = await newWxCloud(cloud().sdkInit).database().startTransaction();
  await transaction
    .collection('notes')
    .doc('a')
    .set({ data: { n: 1 } });
  await transaction.collection('notes').where({ n: 1 }).remove();
  await transaction.rollback();
  expect(warnings).toEqual([expect.stringMatching(/where\(\)\.remove\(\) on notes/)]);
});
