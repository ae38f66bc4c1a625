import { TextDecoder, TextEncoder } from 'node:util';
import type { LiveChange } from '@/services/live';
import { Poller } from '@/features/desk/poller';
import { signIn } from '../../support/signed-in';

Object.assign(globalThis, { TextDecoder });

/** A server that tells of changes over one stream that stays open. */
function openStream(): { tell(...changes: LiveChange[]): Promise<void> } {
  let take: (part: { done: boolean; value: Uint8Array }) => void = () => undefined;
  const read = () => new Promise((resolve) => (take = resolve));
  const response = {
    ok: true,
    status: 200,
    headers: { get: () => 'text/event-stream' },
    body: { getReader: () => ({ read, cancel: async () => undefined }) },
  };
  Object.assign(globalThis, { fetch: async () => response });
  return {
    async tell(...changes) {
      const event = changes.length === 0 ? ': listening' : `data: ${JSON.stringify({ changes })}`;
      take({ done: false, value: new TextEncoder().encode(`${event}\n\n`) });
      await jest.advanceTimersByTimeAsync(0);
    },
  };
}

const change = (version: number): LiveChange => ({ topic: 't', _id: 'a', version });

let asked: (readonly LiveChange[])[];
let known: number;
let poller: Poller;
beforeEach(() => {
  jest.useFakeTimers();
  signIn('zhang');
  [asked, known] = [[], 0];
});
afterEach(async () => {
  poller.stop();
  // By then the stream is given up, and the next one is opened on the next server.
  await jest.advanceTimersByTimeAsync(30_000);
  jest.useRealTimers();
});

async function startPolling(): Promise<ReturnType<typeof openStream>> {
  const server = openStream();
  poller = new Poller(() => ({
    expectingSince: null,
    isWatch: true,
    isNews: ({ version = 0 }) => version > known,
    async ask(told) {
      asked.push(told);
      known = Math.max(known, ...told.map(({ version = 0 }) => version));
      return true;
    },
  }));
  await jest.advanceTimersByTimeAsync(0);
  await server.tell();
  return server;
}

it('asks once when the server begins to tell, and then only when it tells of something', async () => {
  const server = await startPolling();
  expect(asked).toEqual([[], []]);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(asked.length).toBe(2);
  await server.tell(change(1));
  await jest.advanceTimersByTimeAsync(200);
  expect(asked.slice(2)).toEqual([[change(1)]]);
});

it('asks once for a burst, and not at all for what the page knows by then', async () => {
  const server = await startPolling();
  await server.tell(change(1));
  await server.tell(change(2), change(3));
  await jest.advanceTimersByTimeAsync(200);
  expect(asked.slice(2)).toEqual([[change(1), change(2), change(3)]]);
  await server.tell(change(4));
  // The answer to one's own message brought this version.
  known = 4;
  await jest.advanceTimersByTimeAsync(10_000);
  expect(asked.length).toBe(3);
});
