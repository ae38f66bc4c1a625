import { init } from '@cloudbase/node-sdk';
import { startLocalcloud, type FunctionDeclaration, type LocalcloudOptions } from '@localcloud/index';
import { wxCloud } from '../parity/wx-feature';
import { inspectorOf } from './inspector-client';

type Call = {
  id: string;
  functionName: string;
  caller: { openid?: string; trigger?: string; callId?: string };
  code: string;
  durationMs: number;
  event: string;
  outcome: string;
  operationCount: number;
  operations: { action: string; collection: string; query?: string; examined?: number; indexed?: boolean }[];
};

const database = () => init({ env: process.env['TCB_ENV'] ?? '' }).database();

/** Works on a collection of the caller's own, so that an operation filed under a wrong call is seen to be. */
async function busy(event: unknown): Promise<string> {
  const mine = database().collection(String(Reflect.get(Object(event), 'mine')));
  await mine.where({ n: 1 }).get();
  await Promise.all([mine.add({ n: 1 }), mine.add({ n: 2 })]);
  await mine.where({ n: 1 }).get();
  return 'done';
}

const declare = (name: string, main: (event: unknown) => unknown): FunctionDeclaration => ({
  name,
  timeoutSeconds: 20,
  clientCallable: true,
  load: async () => ({ main }),
});

const functions = [
  declare('busy', busy),
  declare('outer', async (event) => {
    await database().collection('a0').count();
    return (
      await init({ env: process.env['TCB_ENV'] ?? '' }).callFunction({ name: 'busy', data: Object(event) })
    ).result;
  }),
  { ...declare('by-context', busy), readsCallerFromEnvironment: false },
  declare('wx', async () => {
    wxCloud.init({ env: wxCloud.DYNAMIC_CURRENT_ENV });
    return (await wxCloud.database().collection('a5').count()).total;
  }),
  declare('broken', async () => {
    await database().collection('nowhere').get();
  }),
  declare('stray', () => {
    void database().collection('a0').add({ _id: 'late' });
  }),
];
const PEOPLE = 50;
const collections = Array.from({ length: PEOPLE }, (_, i) => ({ name: `a${i}`, indexes: [] }));

describe.each(['http', 'in-process'] as const)(
  'with functions that reach the database by %s',
  (transport) => {
    const options: LocalcloudOptions = {
      dataDir: ':memory:',
      env: `calls-${transport}`,
      transport,
      collections,
      functions,
    };
    let cloud: Awaited<ReturnType<typeof startLocalcloud>>;
    const inspector = inspectorOf(() => cloud.url);
    beforeEach(async () => {
      cloud = await startLocalcloud(options);
    });
    afterEach(() => cloud.close());

    const calls = async (): Promise<Call[]> => {
      const { calls: summaries } = (await inspector.get('calls')) as { calls: Call[] };
      return Promise.all(
        summaries.map(async ({ id }) => ((await inspector.get(`call?id=${id}`)) as { call: Call }).call),
      );
    };

    test('a call is shown with its caller, its outcome and its database operations', async () => {
      await cloud.actAs('oAnn').call('busy', { mine: 'a7' });
      const [call] = await calls();
      expect(call).toMatchObject({
        functionName: 'busy',
        caller: { openid: 'oAnn' },
        code: 'OK',
        event: '{"mine":"a7"}',
        outcome: '"done"',
        durationMs: expect.any(Number),
        operationCount: 4,
      });
      expect(call?.operations).toEqual([
        expect.objectContaining({
          ...{ action: 'database.getDocument', collection: 'a7', query: '{ n: ? }' },
          ...{ examined: 0, indexed: false, returned: 0, durationMs: expect.any(Number) },
        }),
        expect.objectContaining({ action: 'database.insertDocument', returned: 1 }),
        expect.objectContaining({ action: 'database.insertDocument', returned: 1 }),
        expect.objectContaining({ action: 'database.getDocument', examined: 2, returned: 1 }),
      ]);
    });

    test('operations through wx-server-sdk are shown too', async () => {
      await cloud.actAs('oAnn').call('wx', {});
      const [call] = await calls();
      expect(call).toMatchObject({
        operations: [{ action: 'database.calculateDocument', collection: 'a5' }],
      });
    });

    test('so are those of a function that reads its caller from the context alone', async () => {
      await cloud.actAs('oAnn').call('by-context', { mine: 'a6' });
      const [call] = await calls();
      expect(call).toMatchObject({ functionName: 'by-context', operationCount: 4 });
    });

    test('of fifty calls at once none is shown with an operation of another', async () => {
      await Promise.all(
        Array.from({ length: PEOPLE }, (_, i) => cloud.actAs(`o${i}`).call('busy', { mine: `a${i}` })),
      );
      const all = await calls();
      expect(all).toHaveLength(PEOPLE);
      for (const { caller, operations, operationCount } of all) {
        expect(operationCount).toBe(4);
        const mine = caller.openid?.replace('o', 'a');
        expect(operations.map(({ collection }) => collection)).toEqual([mine, mine, mine, mine]);
      }
      expect(await inspector.get('calls')).toMatchObject({ outside: { count: 0, operations: [] } });
    });

    test('a seed beside running calls stands outside them', async () => {
      const seed = init(cloud.sdkInit).database().collection('a1');
      await Promise.all([cloud.actAs('oAnn').call('busy', { mine: 'a2' }), seed.add({ n: 9 }), seed.count()]);
      const [call] = await calls();
      expect(call?.operations.map(({ collection }) => collection)).toEqual(['a2', 'a2', 'a2', 'a2']);
      const { outside } = (await inspector.get('calls')) as {
        outside: { operations: { collection: string }[] };
      };
      expect(outside.operations.map(({ collection }) => collection)).toEqual(['a1', 'a1']);
    });

    test('a function called by another has its own operations, and says who called it', async () => {
      await cloud.actAs('oAnn').call('outer', { mine: 'a3' });
      const [inner, outer] = await calls();
      expect(outer).toMatchObject({ functionName: 'outer', operationCount: 1 });
      expect(inner).toMatchObject({ functionName: 'busy', caller: { callId: outer?.id }, operationCount: 4 });
      expect(inner?.caller).not.toHaveProperty('openid');
    });

    test('a refused operation is shown with its code, and the call with what it threw', async () => {
      await expect(cloud.actAs('oAnn').call('broken', {})).rejects.toMatchObject({
        code: 'FUNCTIONS_EXECUTE_FAIL',
      });
      const [call] = await calls();
      expect(call).toMatchObject({
        code: 'FUNCTIONS_EXECUTE_FAIL',
        outcome: expect.stringContaining('Db or Table not exist'),
        operations: [{ collection: 'nowhere', code: 'DATABASE_COLLECTION_NOT_EXIST' }],
      });
    });

    test('what a function does after its answer is still its own', async () => {
      await cloud.actAs('oAnn').call('stray', {});
      const one = init(cloud.sdkInit).database().collection('a0').doc('late');
      while ((await one.get()).data.length === 0) await new Promise(setImmediate);
      const [call] = await calls();
      expect(call?.operations).toMatchObject([{ action: 'database.insertDocument', collection: 'a0' }]);
    });

    test('the last 200 calls are kept, and what is kept can be cleared', async () => {
      const ann = cloud.actAs('oAnn');
      for (let i = 0; i < 205; i++) await ann.call('broken', {}).catch(() => undefined);
      expect(((await inspector.get('calls')) as { calls: Call[] }).calls).toHaveLength(200);
      await inspector.post('clear');
      expect(await inspector.get('calls')).toEqual({ calls: [], outside: { count: 0, operations: [] } });
    });
  },
);
