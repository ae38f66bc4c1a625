import { init } from '@cloudbase/node-sdk';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import wxCloud from 'wx-server-sdk';
import {
  startLocalcloud,
  type FunctionDeclaration,
  type Localcloud,
  type LocalcloudOptions,
} from '@localcloud/index';
import { features } from '../parity/all-features';
import { PARITY_COLLECTIONS, refusalOf } from '../parity/feature';

jest.setTimeout(60_000);

const notes = [{ name: 'notes', indexes: [] }];

const declare = (name: string, main: (event: never, context: never) => unknown): FunctionDeclaration => ({
  name,
  timeoutSeconds: 5,
  clientCallable: true,
  load: async () => ({ main: main as (event: unknown, context: unknown) => unknown }),
});

const sdk = () => init({ env: process.env['TCB_ENV'] ?? '' });

/** Uses everything a function can: database, another function, a file's link, WeChat. */
const everything = declare('everything', async (event: { text: string }) => {
  const app = sdk();
  const { id } = await app.database().collection('notes').add({ text: event.text });
  const { data } = await app.database().collection('notes').doc(String(id)).get();
  const { result } = await app.callFunction({ name: 'shout', data: { text: data[0].text } });
  const { fileList } = await app.getTempFileURL({ fileList: ['cloud://a.b/none.png'] });
  const answer = await app.callWxOpenApi({ apiName: '/cgi-bin/say', requestData: { result } });
  return { result, found: fileList[0]?.code, answer: answer.result };
});
const shout = declare('shout', ({ text }: { text: string }) => `${text}!`);
const who = declare('who', () => {
  const { OPENID, ENV } = wxCloud.getWXContext();
  return { OPENID, ENV };
});

const opened: Localcloud[] = [];
afterEach(async () => {
  for (const cloud of opened.splice(0)) await cloud.close();
});

async function start(options: Partial<LocalcloudOptions> = {}): Promise<Localcloud> {
  const cloud = await startLocalcloud({
    dataDir: ':memory:',
    env: 'alone',
    collections: notes,
    functions: [everything, shout, who],
    transport: 'in-process',
    ...options,
  });
  opened.push(cloud);
  return cloud;
}

/** How many HTTP requests this process makes while `work` runs. */
async function requestsDuring(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const listen = (): void => void (count += 1);
  subscribe('http.client.request.start', listen);
  try {
    await work();
  } finally {
    unsubscribe('http.client.request.start', listen);
  }
  return count;
}

test.each(['http', 'in-process'] as const)('a function does the same work over %s', async (transport) => {
  const cloud = await start({ transport });
  const said = await cloud.invoke('everything', { text: 'hello' }, {});
  expect(said).toEqual({
    result: 'hello!',
    found: 'STORAGE_FILE_NONEXIST',
    answer: { errcode: 0, errmsg: 'ok' },
  });
  expect(cloud.wechat.sent()).toMatchObject([{ apiName: '/cgi-bin/say', request: { result: 'hello!' } }]);
});

test('in-process, nothing a function asks for travels over HTTP', async () => {
  const cloud = await start();
  expect(await requestsDuring(() => cloud.invoke('everything', { text: 'a' }, {}))).toBe(0);
  expect(cloud.operations.count()).toBe(2);
});

test('over HTTP, the default, every request does', async () => {
  const cloud = await start({ transport: 'http' });
  expect(await requestsDuring(() => cloud.invoke('everything', { text: 'a' }, {}))).toBe(5);
});

test('a refusal has the same code and the same words on both transports', async () => {
  const refusals = async (transport: 'http' | 'in-process') => {
    const app = init((await start({ transport })).sdkInit);
    return [
      await refusalOf(app.database().collection('nowhere').get()),
      await refusalOf(app.callFunction({ name: 'nobody', data: {} })),
      await refusalOf(app.uploadFile({ cloudPath: '/../a', fileContent: Buffer.from('a') })),
    ].map(({ code, message }) => ({ code, message }));
  };
  const overHttp = await refusals('http');
  expect(overHttp.map(({ code }) => code)).toEqual([
    'DATABASE_COLLECTION_NOT_EXIST',
    'FUNCTION_NOT_FOUND',
    'INVALID_PARAM',
  ]);
  expect(await refusals('in-process')).toEqual(overHttp);
});

test('who calls is told by the session alone, in-process as over HTTP', async () => {
  const cloud = await start();
  const calls = ['oAnn', 'oBob'].map(async (openid) => {
    const response = await fetch(`${cloud.url}/call/who`, {
      method: 'POST',
      headers: { authorization: `Bearer ${cloud.signIn(openid).token}` },
      body: JSON.stringify({ data: { OPENID: 'oBoss' } }),
    });
    return (await response.json()).result;
  });
  expect(await Promise.all(calls)).toEqual([
    { OPENID: 'oAnn', ENV: 'alone' },
    { OPENID: 'oBob', ENV: 'alone' },
  ]);
});

test('two environments in one process keep their documents apart', async () => {
  const [a, b] = [await start({ env: 'a' }), await start({ env: 'b' })];
  const write = async (cloud: Localcloud, text: string) => cloud.invoke('everything', { text }, {});
  expect(await requestsDuring(() => Promise.all([write(a, 'in a'), write(b, 'in b'), write(a, 'too')]))).toBe(
    0,
  );
  const texts = async (cloud: Localcloud) =>
    (await init(cloud.sdkInit).database().collection('notes').get()).data.map(({ text }) => text);
  expect([await texts(a), await texts(b)]).toEqual([['in a', 'too'], ['in b']]);
  await a.close();
  expect(await texts(b)).toEqual(['in b']);
});

test('an environment of the same name elsewhere is reached over HTTP, not taken for the one in this process', async () => {
  const elsewhere = await start({ transport: 'http' });
  const here = await start();
  const reached = init(elsewhere.sdkInit).database().collection('notes');
  expect(await requestsDuring(() => reached.add({ text: 'there' }))).toBe(1);
  expect([elsewhere.operations.count(), here.operations.count()]).toEqual([1, 0]);
});

test('a wrong key is refused in-process too', async () => {
  const cloud = await start();
  const stranger = init({ ...cloud.sdkInit, secretKey: 'wrong' }).database();
  expect((await refusalOf(stranger.collection('notes').get())).code).toBe('SIGN_PARAM_INVALID');
});

test('a second environment of the same name is refused by name and leaves nothing behind', async () => {
  const cloud = await start();
  await expect(start()).rejects.toThrow("an environment 'alone' already runs in this process");
  await cloud.close();
  await expect(start()).resolves.toMatchObject({ url: expect.any(String) });
});

test('a bundle with an SDK of its own is told of, once', async () => {
  const logged: object[] = [];
  const cloud = await start({ log: (line) => logged.push(line) });
  const { URL: address } = JSON.parse(cloud.functionEnvironment['TCB_CONTEXT_CNFG'] ?? '{}');
  for (const seq of [1, 2]) await fetch(`${address}env=alone&seqId=${seq}`, { method: 'POST', body: '{}' });
  const told = logged.filter((line) => 'level' in line && line.level === 'warn');
  expect(told).toMatchObject([{ message: expect.stringContaining('its bundle contains a copy of the SDK') }]);
});

describe('the obligations of the database hold in-process, beside running functions', () => {
  let cloud: Localcloud;

  beforeAll(async () => {
    cloud = await start({ collections: PARITY_COLLECTIONS });
    opened.length = 0;
  });

  afterAll(() => cloud.close());

  test.each(features.map((feature) => [`${feature.operation}: ${feature.title}`, feature] as const))(
    '%s',
    async (_title, { check }) => {
      const db = init(cloud.sdkInit).database();
      for (const { name } of PARITY_COLLECTIONS) await db.collection(name).where({}).remove();
      expect(
        await requestsDuring(() => check({ db, plain: 'parity_plain', indexed: 'parity_indexed' })),
      ).toBe(0);
    },
  );
});
