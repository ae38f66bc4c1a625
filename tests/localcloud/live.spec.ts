import { init, getCloudbaseContext } from '@cloudbase/node-sdk';
import type { FunctionDeclaration } from '@localcloud/index';
import { LIVE_LIMITS } from '@localcloud/services/live/live-route';
import { LiveListener } from './live-listener';
import { runningCloud } from './running-cloud';

const topics: FunctionDeclaration = {
  name: 'topics',
  timeoutSeconds: 5,
  clientCallable: true,
  load: async () => ({
    main: (_event, context) => [`letters/to/${getCloudbaseContext(context as never).WX_OPENID}`],
  }),
};
const cloud = runningCloud({
  functions: [topics],
  collections: [
    { name: 'letters', indexes: [{ name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true }] },
    { name: 'diaries', indexes: [] },
  ],
  live: {
    collections: [{ name: 'letters', fields: ['to'], when: ['text'], tell: ['text'] }],
    topicsOf: { functionName: 'topics', event: {}, read: (result) => result as string[] },
  },
});
const letters = () => init(cloud().sdkInit).database().collection('letters');
const listen = (openid: string) => LiveListener.open(cloud().url, cloud().signIn(openid).token);
let codes = 0;
const letter = (to: string, text: string) => ({ to, text, code: `c${(codes += 1)}` });

const listeners: LiveListener[] = [];
async function listening(openid: string): Promise<LiveListener> {
  const listener = await listen(openid);
  listeners.push(listener);
  return listener;
}
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close();
});

test('whoever has no session hears nothing', async () => {
  await expect(LiveListener.open(cloud().url, 'nobody')).rejects.toThrow('401');
});

test('a listener hears of changes under their own topics, and the change can be read by then', async () => {
  const [ann, ben] = [await listening('ann'), await listening('ben')];
  const { id } = await letters().add(letter('ben', 'hello Ben'));
  await letters().add(letter('ann', 'hello Ann'));
  expect(await ann.next()).toEqual([{ topic: 'letters/to/ann', text: 'hello Ann' }]);
  expect(await ben.next()).toEqual([{ topic: 'letters/to/ben', text: 'hello Ben' }]);
  expect((await letters().doc(String(id)).get()).data).toMatchObject([{ text: 'hello Ben' }]);
  expect([ann.heard.length, ben.heard.length]).toEqual([1, 1]);
});

test('nobody hears of a change that was refused, or of one that concerns nobody', async () => {
  const ann = await listening('ann');
  const first = letter('ann', 'kept');
  await letters().add(first);
  await ann.next();
  await expect(letters().add({ ...letter('ann', 'refused'), code: first.code })).rejects.toThrow('E11000');
  await letters().where({ code: first.code }).update({ isRead: true });
  await init(cloud().sdkInit).database().collection('diaries').add({ to: 'ann', text: 'dear diary' });
  await letters().where({ code: first.code }).update({ text: 'changed' });
  await ann.next();
  expect(ann.heard.length).toBe(2);
});

test('a letter that is handed on is heard of by both, one that is burnt by its owner', async () => {
  const [ann, ben] = [await listening('ann'), await listening('ben')];
  const { id } = await letters().add(letter('ann', 'for Ann'));
  await ann.next();
  await letters().doc(String(id)).update({ to: 'ben', text: 'for Ben now' });
  const text = 'for Ben now';
  expect(await ann.next()).toEqual([{ topic: 'letters/to/ann', text }]);
  expect(await ben.next()).toEqual([{ topic: 'letters/to/ben', text }]);
  await letters().doc(String(id)).remove();
  expect(await ben.next()).toEqual([{ topic: 'letters/to/ben', text }]);
  expect(ann.heard.length).toBe(2);
});

test('what a transaction changes is heard of once, when it is committed', async () => {
  const ann = await listening('ann');
  const database = init(cloud().sdkInit).database();
  const transaction = await database.startTransaction();
  await transaction.collection('letters').add(letter('ann', 'one'));
  await transaction.collection('letters').add(letter('ann', 'two'));
  expect(ann.heard.length).toBe(0);
  await transaction.commit();
  expect((await ann.next()).map(({ topic }) => topic)).toEqual(['letters/to/ann', 'letters/to/ann']);
  await letters().add(letter('ann', 'three'));
  await ann.next();
  expect(ann.heard.length).toBe(2);
});

test('a person may listen on so many devices, and gives a place back by going', async () => {
  for (let i = 0; i < LIVE_LIMITS.perPerson; i++) await listening('cat');
  await expect(listen('cat')).rejects.toThrow('429');
  await listeners.pop()?.close();
  let again: LiveListener | undefined;
  for (let tries = 0; tries < 100 && !again; tries++) again = await listen('cat').catch(() => undefined);
  expect(again).toBeDefined();
  if (again) listeners.push(again);
});

test('whoever signs out hears nothing any more', async () => {
  const { token } = cloud().signIn('dan');
  const dan = await LiveListener.open(cloud().url, token);
  await fetch(`${cloud().url}/_localcloud/sign-out`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  await dan.ended();
  expect(dan.hasEnded).toBe(true);
});

test('other methods and a server that tells nobody answer as if there were no such address', async () => {
  expect((await fetch(`${cloud().url}/live`, { method: 'POST' })).status).toBe(404);
});

describe('a server that stops', () => {
  const stopping = runningCloud({
    env: 'stopping',
    functions: [topics],
    collections: [{ name: 'letters', indexes: [] }],
    live: {
      collections: [{ name: 'letters', fields: ['to'] }],
      topicsOf: { functionName: 'topics', event: {}, read: () => [] },
    },
  });
  test('ends every stream at once, instead of waiting for those who listen', async () => {
    const ann = await LiveListener.open(stopping().url, stopping().signIn('ann').token);
    const closing = stopping().close();
    await ann.ended();
    await closing;
    expect(ann.hasEnded).toBe(true);
  });
});
