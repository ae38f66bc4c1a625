import { getCloudbaseContext, init } from '@cloudbase/node-sdk';
import { startLocalcloud, type FunctionDeclaration } from '@localcloud/index';
import { runningCloud } from './running-cloud';

const whoAmI = (_event: unknown, context: unknown): unknown => {
  // The SDK's own reader of a function's context.
  const { WX_OPENID, WX_APPID, TCB_ENV, TRIGGER_SRC } = getCloudbaseContext(context as never);
  return { openid: WX_OPENID, appid: WX_APPID, env: TCB_ENV, trigger: TRIGGER_SRC };
};

const declare = (
  name: string,
  main: (event: unknown, context: unknown) => unknown,
  more = {},
): FunctionDeclaration => ({
  name,
  timeoutSeconds: 5,
  clientCallable: true,
  load: async () => ({ main }),
  ...more,
});

let loads = 0;
const functions: FunctionDeclaration[] = [
  declare('who', whoAmI),
  declare('echo', (event) => event),
  declare('dated', () => ({ at: new Date(0), gone: undefined })),
  declare('silent', () => undefined),
  declare('broken', () => {
    throw new Error('the pot boiled over');
  }),
  declare('slow', () => new Promise(() => undefined), { timeoutSeconds: 1 }),
  declare('huge', () => 'x'.repeat(6 * 1024 * 1024 + 1)),
  declare('inner', whoAmI, { clientCallable: false }),
  declare(
    'outer',
    async () =>
      (await init({ env: process.env['TCB_ENV'] ?? '' }).callFunction({ name: 'inner', data: {} })).result,
  ),
  declare('writes', async () => {
    const database = init({ env: process.env['TCB_ENV'] ?? '' }).database();
    return (await database.collection('notes').add({ text: 'hello' })).id;
  }),
  declare('flaky', () => 'loaded', {
    load: async () => {
      if (loads++ === 0) throw new Error('bundle is missing');
      return { main: () => 'loaded' };
    },
  }),
];

const logged: object[] = [];
const cloud = runningCloud({
  functions,
  collections: [{ name: 'notes', indexes: [] }],
  log: (line) => logged.push(line),
});

async function call(
  name: string,
  body: unknown,
  token = cloud().signIn('oAnn').token,
): Promise<{ status: number; body: never }> {
  const response = await fetch(`${cloud().url}/call/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as never };
}

test('a function learns who is calling from the session', async () => {
  expect(await call('who', { data: {} })).toMatchObject({
    status: 200,
    body: {
      result: { openid: 'oAnn', env: 'test', appid: expect.stringMatching(/^wx/) },
      requestId: expect.any(String),
    },
  });
});

test('nobody becomes somebody else by saying so in the body', async () => {
  const body = {
    openid: 'oBoss',
    data: { openid: 'oBoss', userInfo: { openId: 'oBoss' }, environment: { WX_OPENID: 'oBoss' } },
  };
  expect(await call('who', body)).toMatchObject({ body: { result: { openid: 'oAnn' } } });
});

test('a caller without a session is told to sign in, whichever function is named', async () => {
  for (const name of ['who', 'nowhere']) {
    const response = await fetch(`${cloud().url}/call/${name}`, { method: 'POST', body: '{}' });
    expect([response.status, (await response.json()).code]).toEqual([401, 'SESSION_EXPIRED']);
  }
});

test('a function for timers looks to a client as if it were not there', async () => {
  const [hidden, missing] = [await call('inner', {}), await call('nowhere', {})];
  expect(hidden).toMatchObject({ status: 404, body: { code: 'FUNCTION_NOT_FOUND' } });
  expect(missing).toMatchObject({
    status: 404,
    body: { code: 'FUNCTION_NOT_FOUND', message: hidden.body['message'] },
  });
});

test('a request of more than 100 KB is refused', async () => {
  expect(await call('echo', { data: 'x'.repeat(100 * 1024) })).toMatchObject({
    status: 413,
    body: { code: 'EXCEED_REQUEST_SIZE_LIMIT' },
  });
  expect(await call('echo', { data: 'x'.repeat(99 * 1024) })).toMatchObject({ status: 200 });
});

test('a body that is no JSON is refused', async () => {
  expect(await call('echo', 'not json')).toMatchObject({ status: 400, body: { code: 'INVALID_PARAM' } });
});

test('a result travels as JSON, as it does in production', async () => {
  expect(await call('dated', {})).toMatchObject({ body: { result: { at: '1970-01-01T00:00:00.000Z' } } });
  expect(await call('silent', {})).toMatchObject({ body: { result: null } });
});

test('a function that throws is answered for, and its stack stays in the log', async () => {
  const { status, body } = await call('broken', {});
  expect([status, body['code']]).toEqual([500, 'FUNCTIONS_EXECUTE_FAIL']);
  expect(JSON.stringify(body)).not.toContain('functions.spec');
  expect(logged).toContainEqual(
    expect.objectContaining({ function: 'broken', error: expect.stringContaining('the pot boiled over') }),
  );
});

test('a function that runs past its limit is answered for', async () => {
  expect(await call('slow', {})).toMatchObject({
    status: 504,
    body: { code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' },
  });
});

test('a result of more than 6 MB is refused', async () => {
  expect(await call('huge', {})).toMatchObject({ body: { code: 'EXCEED_REQUEST_SIZE_LIMIT' } });
});

test('a function reaches the database with nothing but its environment', async () => {
  const { body } = await call('writes', {});
  const { data } = await init(cloud().sdkInit).database().collection('notes').doc(body['result']).get();
  expect(data).toMatchObject([{ text: 'hello' }]);
});

test('a function called by another carries no identity', async () => {
  expect((await call('outer', {})).body['result']).toEqual({ env: 'test' });
});

test('a bundle that failed to load is tried again at the next call', async () => {
  expect(await call('flaky', {})).toMatchObject({ status: 500 });
  expect(await call('flaky', {})).toMatchObject({ body: { result: 'loaded' } });
});

test('the server side may call any function, and gets refusals as errors with codes', async () => {
  await expect(cloud().invoke('inner', {}, { openid: 'oBo' })).resolves.toMatchObject({ openid: 'oBo' });
  await expect(cloud().invoke('nowhere', {}, {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  const app = init(cloud().sdkInit);
  await expect(app.callFunction({ name: 'nowhere', data: {} })).rejects.toMatchObject({
    code: 'FUNCTION_NOT_FOUND',
  });
});

test('the environment functions see is gone from the process when localcloud stops', async () => {
  const before = process.env['TCB_CONTEXT_CNFG'];
  const other = await startLocalcloud({ dataDir: ':memory:', env: 'other', collections: [], functions: [] });
  expect(process.env['TCB_ENV']).toBe('other');
  await other.close();
  expect([process.env['TCB_CONTEXT_CNFG'], process.env['TCB_ENV']]).toEqual([before, 'test']);
});

test('closing waits for calls that are running', async () => {
  let finish: (value: string) => void = () => undefined;
  const running = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const other = await startLocalcloud({
    dataDir: ':memory:',
    env: 'other',
    collections: [],
    functions: [declare('waits', () => running)],
  });
  const answer = other.invoke('waits', {}, {});
  const closed = other.close();
  finish('done');
  await expect(answer).resolves.toBe('done');
  await closed;
});
