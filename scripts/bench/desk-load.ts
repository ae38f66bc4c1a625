import { askDesk, replyInThread, sayInThread, takeThread } from '../../domain/desk/desk.actions';
import type { ThreadPage } from '../../domain/desk/thread.schema';
import type { AnyAction, OutputOf, RawInputOf } from '../../domain/kernel/action';
import { openCaller } from './caller';
import { askersOf, dutyOf } from './desk-district';
import type { DeskServer } from './desk-child';
import { speedFrom, type Speed } from './measure';

export const CONNECTIONS = 64;

/** Somebody signed in. */
export type Seat = { readonly openid: string; readonly token: string };
/** One conversation under way: who asks, who answers. */
export type Talk = { readonly threadId: string; readonly asker: Seat; readonly duty: Seat };

let keys = 0;
export const newKey = (): string => `bench-desk-${process.pid}-${String((keys += 1)).padStart(9, '0')}`;

/** Calls of the app's functions over HTTP. */
export function openClient(url: string, connections = CONNECTIONS) {
  const caller = openCaller(url, connections);
  return {
    close: caller.close,
    async must<A extends AnyAction>(
      who: Seat,
      action: A,
      input: RawInputOf<A>,
      key = newKey(),
    ): Promise<OutputOf<A>> {
      const reply = (await caller.call(action.audience, who.token, { action: action.name, input, key })) as {
        ok: boolean;
        code?: string;
        data: OutputOf<A>;
      };
      if (!reply.ok) throw new Error(`${action.name} answered ${reply.code}`);
      return reply.data;
    },
  };
}
export type Client = ReturnType<typeof openClient>;

export async function seatsOf(desk: DeskServer, openids: readonly string[]): Promise<Seat[]> {
  const tokens = await desk.ask<string[]>({ do: 'tokens', openids });
  return openids.map((openid, i) => ({ openid, token: tokens[i] ?? '' }));
}

/** Everybody of the district asks once, and is taken care of. */
export async function openTalks(
  desk: DeskServer,
  client: Client,
  communities: number,
  askers: number,
): Promise<Talk[]> {
  const talks: Talk[] = [];
  for (let n = 0; n < communities; n += 1) {
    const seats = await seatsOf(
      desk,
      [...askersOf(n, askers), ...dutyOf(n)].map(({ openid }) => openid),
    );
    const duty = seats[seats.length - 1];
    await Promise.all(
      seats.slice(0, askers).map(async (asker) => {
        const { thread } = await client.must(asker, askDesk, { message: { text: '楼道里的灯不亮了' } });
        if (duty) await client.must(duty, takeThread, { threadId: thread.threadId });
        if (duty) talks.push({ threadId: thread.threadId, asker, duty });
      }),
    );
  }
  return talks;
}

/** The n-th message of the district: people ask and are answered by turns, all over it. */
export function send(
  client: Client,
  talks: readonly Talk[],
  n: number,
  text: string,
  key?: string,
): Promise<ThreadPage> {
  const talk = talks[(n >> 1) % talks.length];
  if (!talk) throw new Error('nobody talks');
  const { threadId, asker, duty } = talk;
  const input = { threadId, message: { text } };
  return n % 2 === 0
    ? client.must(asker, sayInThread, input, key)
    : client.must(duty, replyInThread, input, key);
}

/** As many messages as go through, one after the other on each connection. */
export async function ceiling(work: (n: number) => Promise<unknown>, seconds: number): Promise<Speed> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  let n = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() - startedAt < seconds * 1000) {
      const from = performance.now();
      await work(n++);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  return speedFrom(latencies, performance.now() - startedAt);
}

/**
 * Messages that come at a steady rate, whether the ones before were answered or not. Each is timed from the moment it
 * was due, so that a server that stands still is not spared those that would have come meanwhile.
 */
export async function atRate(
  work: (n: number) => Promise<unknown>,
  perSecond: number,
  seconds: number,
): Promise<Speed> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const all: Promise<unknown>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = startedAt + (n * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    all.push(work(n).then(() => latencies.push(performance.now() - due)));
  }
  await Promise.all(all);
  return speedFrom(latencies, performance.now() - startedAt);
}
