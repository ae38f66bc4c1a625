import { init } from '@cloudbase/node-sdk';
import { startLocalcloud, type FunctionDeclaration } from '@localcloud/index';
import { inspectorOf } from './inspector-client';
import { runningCloud } from './running-cloud';

const jobs: FunctionDeclaration = {
  name: 'jobs',
  timeoutSeconds: 5,
  clientCallable: false,
  load: async () => ({
    main: async (event) => {
      const name: unknown = Reflect.get(Object(event), 'TriggerName');
      if (name === 'failing') throw new Error('the pot boiled over');
      const { id } = await init({ env: process.env['TCB_ENV'] ?? '' })
        .database()
        .collection('runs')
        .add({ name });
      return { swept: typeof id };
    },
  }),
};

const tell: FunctionDeclaration = {
  name: 'tell',
  timeoutSeconds: 5,
  clientCallable: true,
  load: async () => ({
    main: (event) =>
      init({ env: process.env['TCB_ENV'] ?? '' }).callWxOpenApi({
        apiName: '/cgi-bin/message/subscribe/send',
        cgiName: '',
        apiOptions: {},
        requestData: Object(event),
      } as never),
  }),
};

const key = (field: string, direction: 1 | -1 = 1) => ({ field, direction }) as const;
const cloud = runningCloud({
  env: 'panels',
  functions: [jobs, tell],
  timers: [
    { name: 'nightly', functionName: 'jobs', cron: '0 0 3 * * * *' },
    { name: 'failing', functionName: 'jobs', cron: '0 0 4 * * * *' },
    { name: 'over', functionName: 'jobs', cron: '0 0 4 1 1 * 2020' },
  ],
  collections: [
    {
      name: 'tasks',
      indexes: [
        { name: 'status_at', keys: [key('status'), key('at', -1)] },
        { name: 'code', keys: [key('code')], unique: true },
        { name: 'tags', keys: [key('tags')] },
      ],
    },
    { name: 'runs', indexes: [] },
    { name: 'big', indexes: [] },
  ],
  browserSession: { storageKey: 'app.session', valueOf: ({ token, openid }) => `${openid}:${token}` },
});
const inspector = inspectorOf(() => cloud().url);
const database = () => init(cloud().sdkInit).database();

const TASKS = Array.from({ length: 45 }, (_, i) => ({
  ...{ _id: `t${String(i).padStart(2, '0')}`, code: i, status: i % 3 === 0 ? 'done' : 'open' },
  ...{ at: new Date(Date.UTC(2026, 0, 1 + i)), tags: ['lamp', `n${i}`], note: '灯' },
}));

beforeAll(async () => {
  await database().collection('tasks').add(TASKS);
});

test('a developer sees what is stored: documents, bytes, indexes, and which index holds arrays', async () => {
  const { collections } = (await inspector.get('collections')) as { collections: { name: string }[] };
  const tasks = collections.find(({ name }) => name === 'tasks');
  const { data } = await database().collection('tasks').limit(1000).get();
  const text = (doc: object): string =>
    JSON.stringify(doc, (name, value: unknown) =>
      name === 'at' ? { $date: Date.parse(String(value)) } : value,
    );
  expect(tasks).toEqual({
    ...{ name: 'tasks', documents: 45, isEstimate: false },
    bytes: data.reduce((sum: number, doc: object) => sum + Buffer.byteLength(text(doc)), 0),
    indexes: [
      {
        ...{ name: 'status_at', unique: false, arrays: [] },
        keys: [
          { field: 'status', direction: '1' },
          { field: 'at', direction: '-1' },
        ],
      },
      { name: 'code', keys: [{ field: 'code', direction: '1' }], unique: true, arrays: [] },
      { name: 'tags', keys: [{ field: 'tags', direction: '1' }], unique: false, arrays: ['tags'] },
    ],
  });
});

test('a large collection is weighed by a sample, and says so', async () => {
  const text = 'x'.repeat(100);
  for (let i = 0; i < 11; i++)
    await database()
      .collection('big')
      .add(Array.from({ length: 1000 }, (_, n) => ({ _id: `d${i * 1000 + n + 100_000}`, text })));
  type Summary = { name: string; documents: number; bytes: number; isEstimate: boolean };
  const big = async (): Promise<Summary | undefined> =>
    ((await inspector.get('collections')) as { collections: Summary[] }).collections.find(
      ({ name }) => name === 'big',
    );
  // Counting rests between two counts; until then the page shows the last one.
  let seen = await big();
  while (seen?.documents !== 11_000) seen = await big();
  const one = Buffer.byteLength(JSON.stringify({ _id: 'd100000', text }));
  expect(seen).toMatchObject({ isEstimate: true, bytes: 11_000 * one });
});

test('documents are found with the wire’s own operators, in order, page by page, with their cost', async () => {
  const asked = { collection: 'tasks', filter: '{"status":"open"}', sort: '{"at":-1}', limit: 20 };
  const first = await inspector.post('documents', asked);
  expect(first).toMatchObject({ status: 200, body: { hasMore: true, indexed: true, examined: 21 } });
  const second = await inspector.post('documents', { ...asked, skip: 20 });
  expect(second.body).toMatchObject({ hasMore: false });
  const ids = [first, second].flatMap(({ body }) =>
    (body['documents'] as string[]).map((text) => JSON.parse(text)._id as string),
  );
  const expected = TASKS.filter(({ status }) => status === 'open').map(({ _id }) => _id);
  expect(ids).toEqual(expected.reverse());
});

test('extended JSON reaches what plain JSON cannot say', async () => {
  const filter = '{"at":{"$gte":{"$date":"2026-02-10T00:00:00Z"}},"code":{"$in":[40,41,1]}}';
  const { body } = await inspector.post('documents', { collection: 'tasks', filter });
  expect((body['documents'] as string[]).map((text) => JSON.parse(text)._id)).toEqual(['t40', 't41']);
});

test('the plan tells the index, what is compared document by document, and where the order comes from', async () => {
  const planOf = async (filter: string, sort = '{}'): Promise<unknown> =>
    (await inspector.post('documents', { collection: 'tasks', filter, sort })).body['plan'];
  expect(await planOf('{"status":"open"}', '{"at":-1}')).toEqual({
    where: '"k:status" = ?',
    residual: false,
    sortedBy: 'index or scan order',
    steps: [expect.stringMatching(/SEARCH .*index:tasks:status_at/)],
  });
  expect(await planOf('{"note":{"$regex":"灯"}}', '{"note":1}')).toEqual({
    where: '',
    residual: true,
    sortedBy: 'memory',
    steps: [expect.stringMatching(/^SCAN/)],
  });
});

test.each([
  [{ collection: 'nowhere' }, 'not exist'],
  [{ collection: 'tasks', filter: '{"a":' }, 'not valid JSON'],
  [{ collection: 'tasks', filter: '[]' }, 'must be an object'],
  [{ collection: 'tasks', filter: '{"a":{"$nope":1}}' }, '$nope'],
  [{ collection: 'tasks', sort: '{"a":2}' }, 'sort'],
  [{ collection: 'tasks', skip: -1 }, 'skip'],
  [{}, 'collection'],
])('%j is answered with what is wrong about it', async (asked, words) => {
  const { status, body } = await inspector.post('documents', asked);
  expect(status).toBe(400);
  expect(body['message']).toContain(words);
});

test('a query without an index is noted by its shape, with the index to declare', async () => {
  await inspector.post('clear');
  const tasks = database().collection('tasks');
  const { command } = database();
  for (const floor of [1, 2, 3])
    await tasks
      .where({ floor: command.gt(floor), hand: 'left' })
      .orderBy('at', 'desc')
      .get();
  await tasks.where({ status: 'open' }).orderBy('at', 'desc').get();
  await tasks.get();
  await tasks.doc('t01').get();
  expect(await inspector.get('queries')).toEqual({
    queries: [
      {
        ...{ collection: 'tasks', filter: '{ floor: { $gt: ? }, hand: ? }', sort: 'at -1' },
        ...{ problem: 'unindexed', times: 3, examined: 45, mostExamined: 45, returned: 0 },
        ...{ declareIndex: ['hand 1', 'at -1', 'floor 1'] },
        ...{ durationMs: expect.any(Number), longestMs: expect.any(Number), lastAt: expect.any(String) },
      },
    ],
  });
});

test('an indexed query that reads far more than it returns is noted as wasteful, with nothing to declare', async () => {
  await database()
    .collection('tasks')
    .add(Array.from({ length: 150 }, (_, i) => ({ code: 1000 + i, status: 'old', tags: [] })));
  await inspector.post('clear');
  await database().collection('tasks').where({ status: 'old', note: 'never written' }).get();
  expect(await inspector.get('queries')).toMatchObject({
    queries: [{ problem: 'wasteful', examined: 150, returned: 0 }],
  });
});

test('looking at documents through the page is no query of the app', async () => {
  await inspector.post('clear');
  const before = cloud().operations.count();
  await inspector.post('documents', { collection: 'tasks', filter: '{"floor":3}' });
  expect(await inspector.get('queries')).toEqual({ queries: [] });
  expect(cloud().operations.count()).toBe(before);
});

test('a timer is run by hand and shows how it went, and what it did', async () => {
  const { body } = await inspector.post('timers/run', { name: 'nightly' });
  expect(body['run']).toMatchObject({
    ...{ timer: 'nightly', cause: 'request', code: 'OK', outcome: '{"swept":"string"}' },
  });
  expect((await database().collection('runs').get()).data).toMatchObject([{ name: 'nightly' }]);
  const { timers } = (await inspector.get('timers')) as { timers: unknown[] };
  expect(timers).toEqual([
    expect.objectContaining({
      ...{ name: 'nightly', functionName: 'jobs', cron: '0 0 3 * * * *', isRunning: false },
      ...{ next: expect.stringMatching(/T19:00:00.000Z$/), last: body['run'] },
    }),
    expect.objectContaining({ name: 'failing' }),
    expect.objectContaining({ name: 'over' }),
  ]);
  expect(timers[2]).not.toHaveProperty('next');
  const { call } = (await inspector.get(`call?id=${body['run']['callId']}`)) as { call: object };
  expect(call).toMatchObject({ caller: { trigger: 'timer' }, operations: [{ collection: 'runs' }] });
});

test('a timer that fails says why', async () => {
  const { status, body } = await inspector.post('timers/run', { name: 'failing' });
  expect(status).toBe(200);
  expect(body['run']).toMatchObject({
    ...{ code: 'FUNCTIONS_EXECUTE_FAIL', outcome: expect.stringContaining('the pot boiled over') },
  });
  expect((await inspector.post('timers/run', { name: 'unknown' })).status).toBe(400);
});

test('a message to WeChat is shown with whom it was for and what the answer was', async () => {
  cloud().wechat.answer('/cgi-bin/message/subscribe/send', () => ({ errcode: 43101, errmsg: 'refused' }));
  const message = { touser: 'oAnn', template_id: 'T1', data: { thing1: { value: 'hello' } } };
  await cloud().actAs('oAnn').call('tell', message);
  expect(await inspector.get('wechat')).toEqual({
    sent: [
      {
        ...{ apiName: '/cgi-bin/message/subscribe/send', to: 'oAnn', at: expect.any(String) },
        ...{ request: message, response: { errcode: 43101, errmsg: 'refused' } },
      },
    ],
  });
});

test('acting as somebody gives a session, in the form the app keeps it in', async () => {
  cloud().identities.register([{ openid: 'oAnn', label: 'Auntie Zhang', group: 'Residents' }]);
  expect(await inspector.get('identities')).toMatchObject({
    opensApp: true,
    identities: [{ openid: 'oAnn', label: 'Auntie Zhang', group: 'Residents' }],
  });
  const { body } = await inspector.post('identities/sign-in', { openid: 'oAnn' });
  expect(body).toMatchObject({
    openid: 'oAnn',
    keep: { storageKey: 'app.session', value: `oAnn:${body['token']}` },
  });
  const called = await fetch(`${cloud().url}/call/tell`, {
    method: 'POST',
    headers: { authorization: `Bearer ${body['token']}` },
    body: '{"data":{}}',
  });
  expect(called.status).toBe(200);
  const newcomer = await inspector.post('identities/sign-in', { newcomer: true });
  expect(newcomer.body['openid']).toMatch(/^o[\w-]{27}$/);
  expect((await inspector.post('identities/sign-in', { openid: 'oStranger' })).status).toBe(400);
});

test('the page is told cheaply whether anything has changed', async () => {
  const pulse = async (): Promise<Record<string, number>> =>
    ((await inspector.get('pulse')) as { versions: Record<string, number> }).versions;
  const before = await pulse();
  expect(await pulse()).toEqual(before);
  await database().collection('tasks').doc('t01').update({ note: 'changed' });
  const after = await pulse();
  expect([after['store'] === before['store'], after['timers'] === before['timers']]).toEqual([false, true]);
});

test('a query that strict mode refuses is noted with the index it asks for', async () => {
  const strict = await startLocalcloud({
    ...{ dataDir: ':memory:', env: 'strict-panels', isStrict: true, functions: [] },
    collections: [{ name: 'tasks', indexes: [] }],
  });
  const tasks = init(strict.sdkInit).database().collection('tasks');
  await tasks.add(Array.from({ length: 1001 }, (_, n) => ({ n })));
  await expect(tasks.where({ n: 7 }).get()).rejects.toThrow('declare an index');
  expect(await inspectorOf(() => strict.url).get('queries')).toMatchObject({
    queries: [{ problem: 'refused', filter: '{ n: ? }', times: 1, declareIndex: ['n 1'] }],
  });
  await strict.close();
});
