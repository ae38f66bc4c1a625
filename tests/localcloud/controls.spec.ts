import { init } from '@cloudbase/node-sdk';
import { openInProcess, startLocalcloud, type FunctionDeclaration } from '@localcloud/index';
import { inspectorOf } from './inspector-client';
import { movableClock } from './movable-clock';
import { runningCloud } from './running-cloud';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = '2026-11-20T00:00:30.000Z';

let ran: string[] = [];
const jobs: FunctionDeclaration = {
  name: 'jobs',
  timeoutSeconds: 5,
  clientCallable: false,
  load: async () => ({
    main: async (event, context) => {
      const { TriggerName, Time } = Object(event) as { TriggerName: string; Time: string };
      const notes = init({ env: process.env['TCB_ENV'] ?? '' }).database();
      const { id } = await notes.collection('notes').add({ at: notes.serverDate() });
      const { data } = await notes.collection('notes').doc(String(id)).get();
      // What the function is told, what the database says, and what the variable adds up to are one time.
      const ahead = Number(
        JSON.parse(String(Reflect.get(Object(context), 'environment'))).LOCALCLOUD_CLOCK_AHEAD_MS,
      );
      expect(Math.abs(Date.now() + ahead - Date.parse(Time))).toBeLessThan(HOUR);
      expect(process.env['LOCALCLOUD_CLOCK_AHEAD_MS']).toBe(String(ahead));
      ran.push(`${TriggerName} ${(data[0].at as Date).toISOString()}`);
      expect(Time).toBe((data[0].at as Date).toISOString());
      if (TriggerName === 'failing') throw new Error('the pot boiled over');
    },
  }),
};
const who: FunctionDeclaration = {
  name: 'who',
  timeoutSeconds: 5,
  clientCallable: true,
  load: async () => ({
    main: (event, context) => {
      const { WX_OPENID, LOCALCLOUD_CLOCK_AHEAD_MS } = JSON.parse(
        String(Reflect.get(Object(context), 'environment')),
      );
      return { event, openid: WX_OPENID, ahead: LOCALCLOUD_CLOCK_AHEAD_MS ?? 'none' };
    },
  }),
};

describe('time', () => {
  const cloud = runningCloud({
    env: 'clock',
    clock: movableClock(START),
    functions: [jobs, who],
    collections: [{ name: 'notes', indexes: [] }],
    timers: [
      { name: 'hourly', functionName: 'jobs', cron: '0 0 * * * * *' },
      { name: 'halves', functionName: 'jobs', cron: '0 */30 * * * * *' },
      { name: 'failing', functionName: 'jobs', cron: '0 30 * * * * *' },
    ],
  });
  const inspector = inspectorOf(() => cloud().url);
  const now = async (): Promise<string> =>
    ((await inspector.get('pulse')) as { clock: { now: string } }).clock.now;
  beforeEach(() => {
    ran = [];
    cloud().resetClock();
  });

  test('timers that become due run once for each of their times, in order, at that very time', async () => {
    const runs = await cloud().advance(HOUR + 30 * MINUTE);
    expect(ran).toEqual([
      'halves 2026-11-20T00:30:00.000Z',
      'failing 2026-11-20T00:30:00.000Z',
      'hourly 2026-11-20T01:00:00.000Z',
      'halves 2026-11-20T01:00:00.000Z',
      'halves 2026-11-20T01:30:00.000Z',
      'failing 2026-11-20T01:30:00.000Z',
    ]);
    expect(runs.map(({ timer, at, code }) => `${timer} ${at} ${code}`)).toEqual(
      ran.map((run) => `${run} ${run.startsWith('failing') ? 'FUNCTIONS_EXECUTE_FAIL' : 'OK'}`),
    );
    expect(await now()).toBe('2026-11-20T01:30:30.000Z');
  });

  test('a time that was reached exactly is run once, not again by the next advance', async () => {
    await cloud().advance(29 * MINUTE + 30_000);
    expect(ran).toEqual(['halves 2026-11-20T00:30:00.000Z', 'failing 2026-11-20T00:30:00.000Z']);
    await cloud().advance(29 * MINUTE);
    expect(ran).toHaveLength(2);
  });

  test('two advances at once happen one after the other', async () => {
    await Promise.all([cloud().advance(30 * MINUTE), cloud().advance(30 * MINUTE)]);
    expect(ran.map((run) => run.slice(-13))).toEqual([
      '00:30:00.000Z',
      '00:30:00.000Z',
      '01:00:00.000Z',
      '01:00:00.000Z',
    ]);
    expect(await now()).toBe('2026-11-20T01:00:30.000Z');
  });

  test('setting the clock jumps: nothing between happens, and serverDate, sessions and timers follow', async () => {
    const { token } = cloud().actAs('oAnn');
    cloud().setClock(new Date('2027-01-01T00:00:00Z'));
    expect(ran).toEqual([]);
    const database = init(cloud().sdkInit).database();
    const { id } = await database.collection('notes').add({ at: database.serverDate() });
    const { data } = await database.collection('notes').doc(String(id)).get();
    expect(data[0].at).toEqual(new Date('2027-01-01T00:00:00Z'));
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${cloud().url}/call/who`, { method: 'POST', headers, body: '{}' });
    expect(response.status).toBe(401);
    const { timers } = (await inspector.get('timers')) as { timers: { next: string }[] };
    expect(timers[0]?.next).toBe('2027-01-01T01:00:00.000Z');
    cloud().resetClock();
    expect(await now()).toBe(START);
  });

  test('the page moves the clock by the same rules', async () => {
    const advanced = await inspector.post('clock/advance', { ms: 30 * MINUTE });
    expect(advanced.body).toMatchObject({ now: '2026-11-20T00:30:30.000Z', isMoved: true });
    expect(advanced.body['runs']).toHaveLength(2);
    expect((await inspector.post('clock/set', { to: '2026-12-01T08:00:00Z' })).body).toEqual({
      now: '2026-12-01T08:00:00.000Z',
      isMoved: true,
    });
    expect((await inspector.post('clock/reset')).body).toEqual({ now: START, isMoved: false });
  });

  test.each([
    ['clock/advance', { ms: -1 }, 'at least 0'],
    ['clock/advance', {}, 'at least 0'],
    ['clock/advance', { ms: 1e17 }, 'no date'],
    ['clock/advance', { ms: 400 * 24 * HOUR }, 'more than 5000 times'],
    ['clock/set', { to: 'tomorrow' }, 'valid date'],
    ['clock/set', {}, 'non-empty'],
  ])('%s %j is refused and moves nothing', async (name, asked, words) => {
    const { status, body } = await inspector.post(name, asked);
    expect([status, body['message']]).toEqual([400, expect.stringContaining(words)]);
    expect([await now(), ran]).toEqual([START, []]);
  });

  test('a clock that is advanced past a run of a timer that still goes on waits for it', async () => {
    const running = cloud().runTimer('hourly');
    await cloud().advance(HOUR);
    await running;
    expect(ran.filter((run) => run.startsWith('hourly'))).toEqual([
      `hourly ${START}`,
      'hourly 2026-11-20T01:00:00.000Z',
    ]);
  });
});

describe('identity', () => {
  const cloud = runningCloud({ env: 'identity', functions: [who, { ...jobs, clientCallable: false }] });

  test('acting as somebody, one calls functions as their phone would', async () => {
    const ann = cloud().actAs('oAnn');
    expect(await ann.call('who', { at: new Date(0), gone: undefined })).toEqual({
      event: { at: '1970-01-01T00:00:00.000Z' },
      openid: 'oAnn',
      ahead: 'none',
    });
    await expect(ann.call('jobs')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    await expect(ann.call('who', 'x'.repeat(100 * 1024))).rejects.toMatchObject({
      code: 'EXCEED_REQUEST_SIZE_LIMIT',
    });
  });

  test('the session is a real one: it serves over HTTP, and ends', async () => {
    const ann = cloud().actAs('oAnn');
    const headers = { authorization: `Bearer ${ann.token}` };
    const called = await fetch(`${cloud().url}/call/who`, { method: 'POST', headers, body: '{}' });
    expect((await called.json()).result).toMatchObject({ openid: 'oAnn' });
    await fetch(`${cloud().url}/_localcloud/sign-out`, { method: 'POST', headers });
    await expect(ann.call('who')).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  test('a function learns how far its environment’s clock is ahead, only while it is', async () => {
    const ann = cloud().actAs('oAnn');
    await cloud().advance(HOUR);
    const { ahead } = Object(await ann.call('who')) as { ahead: string };
    expect(Math.round(Number(ahead) / MINUTE)).toBe(60);
    cloud().resetClock();
    expect(await ann.call('who')).toMatchObject({ ahead: 'none' });
  });
});

test('in-process, a database’s clock is set, advanced and put back', async () => {
  const clock = movableClock(START);
  const { database, ...cloud } = openInProcess({ collections: [{ name: 'notes', indexes: [] }], clock });
  const stamp = async (): Promise<string> => {
    const { id } = await database.collection('notes').add({ at: database.serverDate() });
    const { data } = await database.collection('notes').doc(String(id)).get();
    return (data[0].at as Date).toISOString();
  };
  cloud.setClock(new Date('2027-01-01T00:00:00Z'));
  cloud.advance(HOUR);
  expect(await stamp()).toBe('2027-01-01T01:00:00.000Z');
  clock.advanceSeconds(60);
  expect(await stamp()).toBe('2027-01-01T01:01:00.000Z');
  const transaction = await database.startTransaction();
  cloud.advance(31_000);
  await expect(transaction.collection('notes').add({})).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_FAIL',
  });
  cloud.resetClock();
  expect(await stamp()).toBe('2026-11-20T00:01:30.000Z');
  cloud.close();
});

test('in-process, an operation tells what it read and what it gave', async () => {
  const { database, operations, close } = openInProcess({
    collections: [{ name: 'notes', indexes: [{ name: 'n', keys: [{ field: 'n', direction: 1 }] }] }],
  });
  const notes = database.collection('notes');
  await notes.add([1, 2, 3, 4].map((n) => ({ _id: `n${n}`, n, text: n % 2 ? 'odd' : 'even' })));
  await notes.where({ n: database.command.gt(2) }).get();
  await notes.where({ text: 'odd' }).get();
  await notes.doc('n1').get();
  await notes.where({ n: 1 }).count();
  await notes.where({ text: 'odd' }).update({ seen: true });
  await notes.doc('n2').update({ seen: true });
  await notes.get();
  await notes
    .aggregate()
    .match({ n: 1 })
    .lookup({ from: 'notes', localField: 'n', foreignField: 'n', as: 'same' })
    .end();
  const told = operations.recent().map(({ examined, indexed, returned }) => [examined, indexed, returned]);
  expect(told).toEqual([
    [undefined, undefined, 4],
    [2, true, 2],
    [4, false, 2],
    [1, true, 1],
    [1, true, 1],
    [4, false, 2],
    [undefined, true, 1],
    [4, undefined, 4],
    // A lookup reads the other collection whole.
    [5, false, 1],
  ]);
  close();
});

test('a localcloud that is closed while its clock is advanced ends the run that goes on, and no other', async () => {
  const started: string[] = [];
  let begin: () => void = () => undefined;
  let finish: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const slow: FunctionDeclaration = {
    ...jobs,
    load: async () => ({
      main: (event) => {
        started.push(String(Reflect.get(Object(event), 'Time')));
        begin();
        return finished;
      },
    }),
  };
  const cloud = await startLocalcloud({
    ...{
      dataDir: ':memory:',
      env: 'closing',
      collections: [],
      functions: [slow],
      clock: movableClock(START),
    },
    timers: [{ name: 'hourly', functionName: 'jobs', cron: '0 0 * * * * *' }],
  });
  const advanced = expect(cloud.advance(5 * HOUR)).rejects.toThrow('was closed while');
  await begun;
  const closed = cloud.close();
  finish();
  await Promise.all([advanced, closed]);
  expect(started).toEqual(['2026-11-20T01:00:00.000Z']);
});
