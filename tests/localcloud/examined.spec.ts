import { openInProcess } from '@localcloud/index';

const STATUSES = ['open', 'claimed', 'done'];

test('a page of 20 by an index reads 20 documents, however many there are', async () => {
  const cloud = openInProcess({
    collections: [
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
    ],
  });
  const tasks = cloud.database.collection('tasks');
  await tasks.add(Array.from({ length: 3000 }, (_, at) => ({ at, status: STATUSES[at % 3] })));
  const { data } = await tasks.where({ status: 'claimed' }).orderBy('at', 'desc').limit(20).get();
  expect(data.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => 2998 - 3 * i));
  expect(cloud.operations.recent().at(-1)).toMatchObject({ examined: 20, indexed: true, returned: 20 });
  cloud.close();
});
