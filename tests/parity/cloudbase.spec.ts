import { init } from '@cloudbase/node-sdk';
import { openInProcess, startLocalcloud } from '@localcloud/index';
import { features } from './all-features';
import { PARITY_COLLECTIONS, refusalOf, type Db } from './feature';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

type Opened = { db: Db; close: () => Promise<void> | void };

const implementations: readonly { name: string; open: () => Promise<Opened> }[] = [
  {
    name: 'localcloud in-process',
    open: async () => {
      const { database, close } = openInProcess({ collections: PARITY_COLLECTIONS });
      return { db: database, close };
    },
  },
  {
    name: 'localcloud over HTTP',
    open: async () => {
      const cloud = await startLocalcloud({
        dataDir: ':memory:',
        env: 'parity',
        collections: PARITY_COLLECTIONS,
        functions: [],
      });
      return { db: init(cloud.sdkInit).database(), close: () => cloud.close() };
    },
  },
];

describe.each(implementations)('$name', ({ open }) => {
  let opened: Opened;

  beforeAll(async () => {
    opened = await open();
  });

  afterAll(() => opened.close());

  beforeEach(async () => {
    for (const { name } of PARITY_COLLECTIONS) await opened.db.collection(name).where({}).remove();
  });

  test.each(features.map((feature) => [`${feature.operation}: ${feature.title}`, feature] as const))(
    '%s',
    async (_title, feature) => {
      expect.hasAssertions();
      await feature.check({ db: opened.db, plain: 'parity_plain', indexed: 'parity_indexed' });
    },
  );
});

test('the obligations are many, named once each, and each has its page in the reference', () => {
  const titles = features.map(({ operation, title }) => `${operation}: ${title}`);
  expect(titles.length).toBeGreaterThanOrEqual(300);
  expect(new Set(titles).size).toBe(titles.length);
  for (const { link } of features) expect(link).toMatch(/^https:\/\//);
});

test('a request signed with a wrong key is refused', async () => {
  const cloud = await startLocalcloud({
    dataDir: ':memory:',
    env: 'parity',
    collections: PARITY_COLLECTIONS,
    functions: [],
  });
  const stranger = init({ ...cloud.sdkInit, secretKey: 'wrong' }).database();
  expect((await refusalOf(stranger.collection('parity_plain').get())).code).toBe('SIGN_PARAM_INVALID');
  await cloud.close();
});
