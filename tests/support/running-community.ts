import type { AnyAction, Audience, OutputOf, RawInputOf } from '@domain/kernel/action';
import type { Actor } from './cast';
import { startProcess } from './running-community-child';
import { callFunction, exchange, postJson, type Reply } from './running-community-http';
import type { Order } from './running-community-process';

export type { Reply } from './running-community-http';
export type RunningCommunity = Awaited<ReturnType<typeof startCommunity>>;

let keys = 0;
/** A fresh idempotency key, as the phone makes one per tap. */
export const nextKey = (): string => `running-key-${process.pid}-${String((keys += 1)).padStart(8, '0')}`;

/**
 * The whole app in a process of its own: built functions, localcloud over HTTP, the built H5 pages, the test cast.
 * `dataDir` makes it durable; `startAt` sets its clock; `crowd` adds that many neighbours,
 * `talks` conversations of such lengths.
 */
export async function startCommunity(options: Partial<Order> = {}) {
  const order: Order = { dataDir: ':memory:', port: 0, startAt: null, crowd: 0, talks: [], ...options };
  const { served, tell, heard, gone } = await startProcess(order);
  const { url, sdkInit } = served;
  let { clockOffset } = served;
  const tokens = new Map<string, Promise<string>>();

  const signIn = (openid: string): Promise<string> => {
    const known = tokens.get(openid) ?? requestToken(url, openid);
    tokens.set(openid, known);
    return known;
  };
  const invoke = async (openid: string, audience: Audience, event: object): Promise<Reply> =>
    callFunction(url, audience, event, await signIn(openid));

  return {
    url,
    /** For `init(…)` of the SDK, to look into the database. Refused when `startAt` moved the clock far away. */
    sdkInit,
    /** How much later than the machine's its clock is, in ms. */
    get clockOffset(): number {
      return clockOffset;
    },
    /** Lets so much time pass at once, in the community alone; nobody's timer has run meanwhile. */
    advance(ms: number): void {
      clockOffset += ms;
      tell({ do: 'advance', ms });
    },
    /** A session through the role picker's own door. */
    signIn,
    /** The session ends on the server, as it does after thirty days; the phone does not know yet. */
    async endSession(openid: string): Promise<void> {
      const token = await signIn(openid);
      tokens.delete(openid);
      const { status } = await postJson(`${url}/_localcloud/sign-out`, {}, token);
      if (status !== 200) throw new Error(`signing out was answered ${status}`);
    },
    /** One call of a function by its raw event, as a phone sends it. */
    invoke,
    /** Makes a person call an action over HTTP; a write gets a fresh key unless one is given. */
    call<A extends AnyAction>(
      actor: Actor,
      action: A,
      input: RawInputOf<A>,
      key: string = nextKey(),
    ): Promise<Reply> {
      return invoke(actor.openid, action.audience, { action: action.name, input, key });
    },
    /** The outcome of a call that must go well. */
    async must<A extends AnyAction>(
      actor: Actor,
      action: A,
      input: RawInputOf<A>,
      key?: string,
    ): Promise<OutputOf<A>> {
      const reply = await this.call(actor, action, input, key);
      if (!reply.ok) throw new Error(`${action.name} answered ${reply.code}`);
      return reply.data as OutputOf<A>;
    },
    /** Stores a picture as somebody. @returns its file id. */
    async upload(openid: string, cloudPath: string, bytes: Buffer): Promise<string> {
      const to = `${url}/upload?path=${encodeURIComponent(cloudPath)}`;
      const { status, text } = await exchange(to, {
        method: 'PUT',
        token: await signIn(openid),
        body: bytes,
      });
      if (status !== 200) throw new Error(`the upload was answered ${status} ${text}`);
      return (JSON.parse(text) as { fileID: string }).fileID;
    },
    /** Runs what the minute's timer does, now. */
    async runTimer(): Promise<void> {
      const ran = heard();
      tell({ do: 'runTimer' });
      await ran;
    },
    /** Database reads since it was started. */
    async countReads(): Promise<number> {
      const counted = heard();
      tell({ do: 'countReads' });
      return Number(await counted);
    },
    /** Cuts the power once so many more database operations were stored, before the last of them is answered. */
    dieAfter: (operations: number) => tell({ do: 'dieAfter', operations }),
    /** Resolves when the process is gone. */
    gone: () => gone(),
    close: () => gone(() => tell({ do: 'close' })),
  };
}

async function requestToken(url: string, openid: string): Promise<string> {
  const { status, text } = await postJson(`${url}/_localcloud/sign-in`, { openid });
  if (status !== 200) throw new Error(`the role picker answered ${status} ${text}`);
  return (JSON.parse(text) as { token: string }).token;
}
