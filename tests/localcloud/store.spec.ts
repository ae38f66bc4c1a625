import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInProcess, type CollectionDeclaration } from '@localcloud/index';
import { Engine } from '@localcloud/store/engine';
import { PageSums } from '@localcloud/store/integrity/page-sums';
import { temporaryFolder } from './temporary-folder';

const tasks = (...indexes: CollectionDeclaration['indexes']): CollectionDeclaration[] => [
  { name: 'tasks', indexes },
];
const byStatus = { name: 'status', keys: [{ field: 'status', direction: 1 }] } as const;
const newFile = (): string => join(temporaryFolder(), 'localcloud.db');

test('what was stored is there after a restart', async () => {
  const file = newFile();
  const first = openInProcess({ file, collections: tasks(byStatus) });
  await first.database.collection('tasks').add({ _id: 'a', status: 'open', at: new Date(7) });
  first.close();
  const second = openInProcess({ file, collections: tasks(byStatus) });
  expect((await second.database.collection('tasks').where({ status: 'open' }).get()).data).toEqual([
    { _id: 'a', status: 'open', at: new Date(7) },
  ]);
  second.close();
});

test('an index declared later covers documents that were there before, and one no longer declared is dropped', async () => {
  const file = newFile();
  const steps = [
    tasks(),
    tasks(byStatus),
    tasks({ name: 'tags', keys: [{ field: 'tags', direction: 1 }] }),
    tasks(byStatus),
  ];
  for (const [i, collections] of steps.entries()) {
    const cloud = openInProcess({ file, collections });
    const collection = cloud.database.collection('tasks');
    await collection.add({ _id: `t${i}`, status: 'open', tags: ['x', i] });
    expect((await collection.where({ status: 'open' }).count()).total).toBe(i + 1);
    expect((await collection.where({ tags: 'x' }).count()).total).toBe(i + 1);
    cloud.close();
  }
});

test('an index cannot become unique over documents that already clash, and says which index', async () => {
  const file = newFile();
  const first = openInProcess({ file, collections: tasks(byStatus) });
  await first.database.collection('tasks').add([{ status: 'open' }, { status: 'open' }]);
  first.close();
  expect(() => openInProcess({ file, collections: tasks({ ...byStatus, unique: true }) })).toThrow(
    /status of tasks/,
  );
  const again = openInProcess({ file, collections: tasks(byStatus) });
  expect((await again.database.collection('tasks').count()).total).toBe(2);
  again.close();
});

test('a unique index over arrays lets no element be in two documents', async () => {
  const cloud = openInProcess({
    collections: tasks({ name: 'plates', keys: [{ field: 'plates', direction: 1 }], unique: true }),
  });
  const collection = cloud.database.collection('tasks');
  await collection.add({ _id: 'a', plates: ['x', 'y'] });
  await expect(collection.add({ _id: 'b', plates: ['y'] })).rejects.toThrow('E11000');
  await expect(collection.add({ _id: 'c', plates: 'x' })).rejects.toThrow('E11000');
  await collection.add({ _id: 'd', plates: ['z'] });
  await collection.doc('a').update({ plates: ['x'] });
  await collection.add({ _id: 'e', plates: ['y'] });
  expect((await collection.count()).total).toBe(3);
  cloud.close();
});

test('a second localcloud on the same folder is refused while the first is open', () => {
  const file = newFile();
  const first = openInProcess({ file, collections: tasks() });
  expect(() => openInProcess({ file, collections: tasks() })).toThrow(/another localcloud is using/);
  first.close();
  openInProcess({ file, collections: tasks() }).close();
});

test('a file of a newer localcloud is refused, not guessed at', () => {
  const file = newFile();
  const engine = new Engine(file, { durable: true });
  engine.exec('PRAGMA user_version = 99');
  engine.close();
  expect(() => openInProcess({ file, collections: tasks() })).toThrow(/layout 99/);
});

test('a file that is no database is named as damaged', () => {
  const file = newFile();
  writeFileSync(file, 'not a database at all, but long enough to be looked at '.repeat(50));
  expect(() => openInProcess({ file, collections: tasks() })).toThrow(/damaged/);
});

test('an operation that is refused leaves those of the same moment alone', async () => {
  const cloud = openInProcess({ collections: tasks() });
  const collection = cloud.database.collection('tasks');
  await collection.add({ _id: 'taken' });
  const outcomes = await Promise.allSettled(['a', 'taken', 'b'].map((_id) => collection.add({ _id })));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await collection.count()).total).toBe(3);
  cloud.close();
});

test('documents before a refused one of the same insert stay, as in Mongo', async () => {
  const cloud = openInProcess({ collections: tasks() });
  const collection = cloud.database.collection('tasks');
  await expect(collection.add([{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }])).rejects.toThrow('E11000');
  expect((await collection.get()).data).toEqual([{ _id: 'a' }]);
  cloud.close();
});

test('an update of many that one document refuses changes none of them', async () => {
  const cloud = openInProcess({ collections: tasks() });
  const collection = cloud.database.collection('tasks');
  await collection.add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 'text' },
  ]);
  await expect(collection.where({}).update({ n: cloud.database.command.inc(1) })).rejects.toThrow(
    'non-numeric',
  );
  expect((await collection.get()).data).toEqual([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 'text' },
  ]);
  cloud.close();
});

test('a query that reads many documents without an index is reported with the index to declare', async () => {
  const lines: object[] = [];
  const cloud = openInProcess({ collections: tasks(), isStrict: false, log: (line) => lines.push(line) });
  const collection = cloud.database.collection('tasks');
  await collection.add(Array.from({ length: 1100 }, (_, n) => ({ n, status: 'open' })));
  await collection.where({ status: 'none' }).orderBy('n', 'desc').get();
  await collection.where({ status: 'none' }).orderBy('n', 'desc').get();
  expect(lines).toEqual([
    expect.objectContaining({ level: 'warn', declareIndex: 'tasks: status 1, n -1', examined: 1100 }),
  ]);
  cloud.close();
});

test('a collection made while running is there after a restart', async () => {
  const file = newFile();
  const first = openInProcess({ file, collections: [] });
  await first.database.createCollection('made');
  await first.database.collection('made').add({ _id: 'a' });
  await expect(first.database.createCollection('made')).rejects.toThrow('Table exist');
  first.close();
  const second = openInProcess({ file, collections: [] });
  expect((await second.database.collection('made').count()).total).toBe(1);
  second.close();
});

test('operations are counted, one for each call of the SDK', async () => {
  const cloud = openInProcess({ collections: tasks() });
  const collection = cloud.database.collection('tasks');
  await collection.add([{ n: 1 }, { n: 2 }]);
  await collection.where({ n: 1 }).get();
  expect(cloud.operations.count()).toBe(2);
  expect(cloud.operations.recent().map(({ action, collection: name }) => [action, name])).toEqual([
    ['database.insertDocument', 'tasks'],
    ['database.getDocument', 'tasks'],
  ]);
  cloud.operations.reset();
  expect(cloud.operations.count()).toBe(0);
  cloud.close();
});

test('field names that could reach into JavaScript’s own objects are refused', async () => {
  const cloud = openInProcess({ collections: tasks() });
  const collection = cloud.database.collection('tasks');
  await expect(collection.add(JSON.parse('{"__proto__":{"x":1}}'))).resolves.toBeDefined();
  await expect(collection.doc('a').update({ '__proto__.x': 1 })).rejects.toThrow('not allowed');
  expect(Reflect.get({}, 'x')).toBeUndefined();
  cloud.close();
});

test('a page nothing was ever written to may be missing at the end of the file', () => {
  const file = newFile();
  openInProcess({ file, collections: tasks() }).close();
  const sums = new PageSums(openSync(`${file}.sums`, 'r+'), 4096);
  sums.load();
  sums.resize(sums.pageCount + 1);
  sums.save();
  openInProcess({ file, collections: tasks() }).close();
});

test('an empty $and is refused also where indexes could answer everything', async () => {
  const { database, close } = openInProcess({ collections: tasks() });
  const { command: _ } = database;
  await expect(database.collection('tasks').where(_.and([])).get()).rejects.toThrow(/nonempty array/);
  close();
});

test('a date that overflows in a pipeline is null, and the answer can be read', async () => {
  const { database, close } = openInProcess({ collections: tasks() });
  await database.collection('tasks').add({ _id: 'a', at: new Date(8.64e15) });
  const late = database.command.aggregate.add(['$at', 1]);
  const { data } = await database.collection('tasks').aggregate().project({ late }).end();
  expect(data).toEqual([{ _id: 'a', late: null }]);
  close();
});
