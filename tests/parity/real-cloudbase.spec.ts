import { startLocalcloud, type Localcloud } from '@localcloud/index';
import { features } from './all-features';
import { PARITY_COLLECTIONS, type Db } from './feature';
import {
  empty,
  openCollections,
  openDatabase,
  realEnvironment,
  reasonToSkip,
  type ParityCollections,
  type RealEnvironment,
} from './real-environment';
import { newWxCloud } from './wx-feature';
import { wxDatabaseFeatures } from './wx-database.features';

/*
 * The obligations against Tencent CloudBase itself, when the environment names one (docs/LOCALCLOUD.md, "Parity").
 * Without one, what would run them is proved on a localcloud that is reached as a stranger reaches CloudBase:
 * by address and keys alone.
 */

// Generous, for machines that are busy with other things and environments that are far away.
jest.setTimeout(120_000);

type Target = { name: string; open: () => Promise<RealEnvironment>; close: () => Promise<void> };

const given = realEnvironment(process.env);
const targets: readonly Target[] = given ? [cloudbase(given)] : [stranger(false), stranger(true)];

function cloudbase(environment: RealEnvironment): Target {
  return {
    name: `CloudBase environment ${environment.sdkInit.env}`,
    open: async () => environment,
    close: async () => undefined,
  };
}

function stranger(isIndexed: boolean): Target {
  let cloud: Localcloud | undefined;
  return {
    name: `localcloud as a stranger reaches it, ${isIndexed ? 'with' : 'without'} indexes`,
    open: async () => {
      cloud = await startLocalcloud({
        dataDir: ':memory:',
        env: 'far-away',
        collections: isIndexed ? PARITY_COLLECTIONS : [],
        functions: [],
      });
      const environment = realEnvironment({
        CLOUDBASE_ENV: cloud.sdkInit.env,
        TENCENTCLOUD_SECRETID: cloud.sdkInit.secretId,
        TENCENTCLOUD_SECRETKEY: cloud.sdkInit.secretKey,
        CLOUDBASE_SERVICE_URL: cloud.sdkInit.serviceUrl,
        CLOUDBASE_PARITY_PREFIX: isIndexed ? 'parity_' : 'stranger_',
        ...(isIndexed ? { CLOUDBASE_PARITY_INDEXED: '1' } : {}),
      });
      if (!environment) throw new Error('the environment was named');
      return environment;
    },
    close: async () => cloud?.close(),
  };
}

describe.each(targets)('$name', ({ open, close, name }) => {
  let environment: RealEnvironment;
  let db: Db;
  let collections: ParityCollections;
  const skipped: string[] = [];

  beforeAll(async () => {
    environment = await open();
    db = openDatabase(environment);
    collections = await openCollections(db, environment.prefix);
  });

  afterEach(() => empty(db, collections));

  afterAll(async () => {
    if (given) process.stdout.write(`${name}: skipped ${skipped.length}\n${skipped.join('\n')}\n`);
    await close();
  });

  const isSkipped = (title: string, reason: string | undefined): boolean => {
    if (reason !== undefined) skipped.push(`  ${title}: ${reason}`);
    return reason !== undefined;
  };

  test.each(features.map((feature) => [`${feature.operation}: ${feature.title}`, feature] as const))(
    '%s',
    async (title, { needs, check }) => {
      expect.hasAssertions();
      const reason = reasonToSkip(needs, environment.isIndexed);
      if (!isSkipped(title, reason)) return check({ db, ...collections });
      expect(reason).toMatch(/\w/);
    },
  );

  test.each(
    wxDatabaseFeatures.map((feature) => [`${feature.operation}: ${feature.title}`, feature] as const),
  )('%s', async (title, { needs, check }) => {
    expect.hasAssertions();
    const reason = reasonToSkip(needs, environment.isIndexed);
    const cloud = newWxCloud(environment.sdkInit);
    if (!isSkipped(title, reason)) return check({ cloud, db: cloud.database(), ...collections });
    expect(reason).toMatch(/\w/);
  });

  test('every obligation that needs indexes is one that fails without them, so none is skipped in vain', async () => {
    if (given || environment.isIndexed) return expect(skipped.length).toBeGreaterThan(0);
    for (const { check } of features.filter(({ needs }) => needs === 'indexes')) {
      await expect(check({ db, ...collections })).rejects.toThrow();
      await empty(db, collections);
    }
  });

  test('nothing is left in the collections', async () => {
    expect((await db.collection(collections.plain).count()).total).toBe(0);
    expect((await db.collection(collections.indexed).count()).total).toBe(0);
  });

  test('a collection that holds somebody’s documents is never emptied: the run is refused', async () => {
    await db.collection(collections.plain).add({ theirs: true });
    await expect(openCollections(db, environment.prefix)).rejects.toThrow(/holds 1 documents/);
    expect((await db.collection(collections.plain).count()).total).toBe(1);
  });
});

test('no environment named means none is used; one without keys is refused', () => {
  expect(realEnvironment({})).toBeUndefined();
  expect(() => realEnvironment({ CLOUDBASE_ENV: 'x' })).toThrow(/TENCENTCLOUD_SECRETKEY/);
});
