import { init } from '@cloudbase/node-sdk';
import { openInProcess, startLocalcloud } from '@localcloud/index';
import { refusalOf, type Db } from '../parity/feature';

// Generous, for machines that are busy with other things.
jest.setTimeout(30_000);

const collections = [
  {
    name: 'tasks',
    indexes: [
      {
        name: 'status_at',
        keys: [
          { field: 'status', direction: 1 },
          { field: 'at', direction: -1 },
        ],
      },
    ],
  },
] as const;

const task = (n: number): object => ({
  _id: `t${n}`,
  status: n % 2 ? 'open' : 'done',
  at: n,
  by: `p${n % 7}`,
});

async function fill(database: Db, count: number): Promise<void> {
  await database.collection('tasks').add(Array.from({ length: count }, (_, n) => task(n)));
}

test('a query nobody has an index for is refused once its collection has grown, and the refusal names the index', async () => {
  const { database, close } = openInProcess({ collections });
  const tasks = database.collection('tasks');
  const { command: _ } = database;
  await fill(database, 1000);
  expect((await tasks.where({ by: 'p3' }).count()).total).toBe(143);
  await tasks.add(task(1000));
  const byPerson = tasks.where({ by: 'p3', at: _.gt(5) }).orderBy('status', 'desc');
  expect(await refusalOf(byPerson.get())).toEqual({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('declare an index on tasks: by 1, status -1, at 1'),
  });
  const by = 'p3';
  const refused: (() => Promise<unknown>)[] = [
    () => tasks.where({ by }).count(),
    () => tasks.where({ by }).update({ seen: true }),
    () => tasks.where({ by }).remove(),
    () => tasks.orderBy('by', 'asc').limit(1).get(),
    () => tasks.where(_.or([{ status: 'open' }, { by }])).get(),
    () => tasks.aggregate().match({ by }).end(),
  ];
  for (const query of refused)
    expect((await refusalOf(query())).message).toContain('strict mode: tasks holds more than 1000 documents');
  close();
});

test('queries an index leads, single documents and whole collections are never refused', async () => {
  const { database, close } = openInProcess({ collections });
  const tasks = database.collection('tasks');
  await fill(database, 1500);
  expect((await tasks.where({ status: 'open', by: 'p3' }).count()).total).toBe(107);
  expect((await tasks.orderBy('status', 'asc').limit(1).get()).data).toMatchObject([{ status: 'done' }]);
  expect((await tasks.where({ _id: 't4', by: 'p4' }).get()).data).toHaveLength(1);
  expect((await tasks.limit(3).get()).data).toHaveLength(3);
  expect((await tasks.count()).total).toBe(1500);
  close();
});

test('a server is strict when it is told to be', async () => {
  const cloud = await startLocalcloud({
    dataDir: ':memory:',
    env: 'strict',
    collections,
    functions: [],
    isStrict: true,
  });
  const database = init(cloud.sdkInit).database();
  await fill(database, 1001);
  const { message } = await refusalOf(database.collection('tasks').where({ by: 'p3' }).get());
  expect(message).toContain('declare an index on tasks: by 1');
  await cloud.close();
});
