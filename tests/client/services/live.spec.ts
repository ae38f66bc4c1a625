import { TextDecoder, TextEncoder } from 'node:util';
import type * as Live from '@/services/live';
import { session } from '@/services/session-store';

type Stream = { say(text: string): void; end(): void };
type Door = { opened: Stream[]; asked: string[] };

/** A server that tells of changes: each stream it opens can be made to say something, or to end. */
function openServer(status = 200): Door {
  const door: Door = { opened: [], asked: [] };
  const fetch = async (path: string, { headers }: { headers: Record<string, string> }) => {
    door.asked.push(`${path} ${headers['authorization']}`);
    let tell: (part: { done: boolean; value?: Uint8Array }) => void = () => undefined;
    const parts: { done: boolean; value?: Uint8Array }[] = [];
    const put = (part: { done: boolean; value?: Uint8Array }) => (parts.push(part), tell(part));
    const read = async () => {
      const waiting = parts.shift();
      if (waiting) return waiting;
      const part = await new Promise<{ done: boolean; value?: Uint8Array }>((resolve) => (tell = resolve));
      parts.shift();
      return part;
    };
    door.opened.push({
      say: (text) => put({ done: false, value: new TextEncoder().encode(text) }),
      end: () => put({ done: true }),
    });
    const reader = { read, cancel: async () => put({ done: true }) };
    return {
      status,
      ok: status === 200,
      headers: { get: () => 'text/event-stream; charset=utf-8' },
      body: { getReader: () => reader },
    };
  };
  Object.assign(globalThis, { fetch });
  return door;
}

const settle = () => jest.advanceTimersByTimeAsync(0);
const changed = (version: number) =>
  `event: changed\ndata: {"changes":[{"topic":"t","_id":"a","version":${version}}]}\n\n`;

// jsdom has none; every browser that streams does.
Object.assign(globalThis, { TextDecoder });

let live: typeof Live;
beforeEach(async () => {
  jest.useFakeTimers();
  jest.resetModules();
  live = await import('@/services/live');
  const { session: fresh } = await import('@/services/session-store');
  fresh.set({ token: 'mine', personKey: 'o1' });
});
afterEach(() => {
  session.set(null);
  jest.useRealTimers();
});

function listen(): { news: Live.LiveNews[]; stop: () => void } {
  const news: Live.LiveNews[] = [];
  return { news, stop: live.onLiveNews((said) => news.push(said)) };
}

it('hears what changed, however the words are cut on the way', async () => {
  const server = openServer();
  const { news } = listen();
  await settle();
  expect(server.asked).toEqual(['/live Bearer mine']);
  const [stream] = server.opened;
  stream?.say(': listening\n\n');
  await settle();
  expect(live.isLive()).toBe(true);
  stream?.say(changed(7).slice(0, 30));
  await settle();
  stream?.say(changed(7).slice(30));
  await settle();
  expect(news).toEqual([
    { kind: 'up' },
    { kind: 'changed', changes: [{ topic: 't', _id: 'a', version: 7 }] },
  ]);
});

it('tells when a stream broke, so that pages ask by themselves, and listens again', async () => {
  const server = openServer();
  const { news } = listen();
  await settle();
  server.opened[0]?.say(': listening\n\n');
  await settle();
  server.opened[0]?.end();
  await settle();
  expect([news.map(({ kind }) => kind), live.isLive()]).toEqual([['up', 'down'], false]);
  await jest.advanceTimersByTimeAsync(1_000);
  server.opened[1]?.say(': listening\n\n');
  await settle();
  expect([news.map(({ kind }) => kind), live.isLive()]).toEqual([['up', 'down', 'up'], true]);
});

it('takes a stream that says nothing for a minute for dead', async () => {
  const server = openServer();
  const { news } = listen();
  await settle();
  server.opened[0]?.say(': listening\n\n');
  await jest.advanceTimersByTimeAsync(61_000);
  expect(news.map(({ kind }) => kind).slice(0, 2)).toEqual(['up', 'down']);
  expect(server.opened.length).toBeGreaterThan(1);
});

it('asks once, and never again, where nobody tells', async () => {
  const server = openServer(404);
  const { news } = listen();
  await jest.advanceTimersByTimeAsync(10 * 60_000);
  expect([server.asked.length, news]).toEqual([1, []]);
});

it('keeps one stream from page to page, and gives it up when nobody listens any more', async () => {
  const server = openServer();
  const first = listen();
  await settle();
  server.opened[0]?.say(': listening\n\n');
  await settle();
  first.stop();
  const second = listen();
  await jest.advanceTimersByTimeAsync(30_000);
  expect(server.opened.length).toBe(1);
  second.stop();
  await jest.advanceTimersByTimeAsync(30_000);
  expect([live.isLive(), server.opened.length]).toEqual([false, 1]);
});

it('whoever signs in next hears of their own', async () => {
  const server = openServer();
  const { session: current } = await import('@/services/session-store');
  listen().stop();
  await settle();
  current.set({ token: 'hers', personKey: 'o2' });
  listen();
  await settle();
  expect(server.asked).toEqual(['/live Bearer mine', '/live Bearer hers']);
});
