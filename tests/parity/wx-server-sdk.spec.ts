import { openInProcess, startLocalcloud } from '@localcloud/index';
import { PARITY_COLLECTIONS } from './feature';
import { newWxCloud, type WxCloud, type WxDatabase } from './wx-feature';
import { wxDatabaseFeatures } from './wx-database.features';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

type Opened = { cloud: WxCloud; close: () => Promise<void> | void };

const transports: readonly { name: string; open: () => Promise<Opened> }[] = [
  {
    name: 'wx-server-sdk in-process',
    open: async () => {
      const { env, close } = openInProcess({ collections: PARITY_COLLECTIONS });
      return { cloud: newWxCloud({ env, secretId: 'x', secretKey: 'x' }), close };
    },
  },
  {
    name: 'wx-server-sdk over HTTP',
    open: async () => {
      const cloud = await startLocalcloud({
        dataDir: ':memory:',
        env: 'parity',
        collections: PARITY_COLLECTIONS,
        functions: [],
      });
      return { cloud: newWxCloud(cloud.sdkInit), close: () => cloud.close() };
    },
  },
];

describe.each(transports)('$name', ({ open }) => {
  let opened: Opened;
  let db: WxDatabase;

  beforeAll(async () => {
    opened = await open();
    db = opened.cloud.database();
  });

  afterAll(() => opened.close());

  beforeEach(async () => {
    for (const { name } of PARITY_COLLECTIONS) await db.collection(name).where({}).remove();
  });

  test.each(
    wxDatabaseFeatures.map((feature) => [`${feature.operation}: ${feature.title}`, feature] as const),
  )('%s', async (_title, feature) => {
    expect.hasAssertions();
    await feature.check({ cloud: opened.cloud, db, plain: 'parity_plain', indexed: 'parity_indexed' });
  });
});

test('each obligation of wx-server-sdk is named once and has its page in the reference', () => {
  const titles = wxDatabaseFeatures.map(({ operation, title }) => `${operation}: ${title}`);
  expect(new Set(titles).size).toBe(titles.length);
  for (const { link } of wxDatabaseFeatures) expect(link).toMatch(/^https:\/\//);
});
