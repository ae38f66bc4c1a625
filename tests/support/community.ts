import { init } from '@cloudbase/node-sdk';
import type { Action, AnyAction, Audience, OutputOf, RawInputOf } from '@domain/kernel/action';
import { HOUR } from '@domain/kernel/time';
import { newRecord, SYSTEM_ACTOR } from '@domain/kernel/record';
import type { DutyShift } from '@domain/desk/duty.schema';
import { composeCommunity } from '@cloud/functions/community';
import { runChores } from '@cloud/functions/run-chores';
import { collections } from '@cloud/manifest';
import type { Effects } from '@cloud/platform/outbox';
import { createDatabase } from '@cloud/platform/database';
import { buildPlatform } from '@cloud/platform/start';
import { openInProcess } from '@localcloud/in-process';
import { cast, COMMUNITY_ID, communityRecord, OTHER_COMMUNITY_ID, personRecords, type Actor } from './cast';
import { createFaults } from './faults';

/** 2026-11-22 02:10 in China: somebody asks at night. */
export const TEN_PAST_TWO = Date.UTC(2026, 10, 21, 18, 10);
const FIELD_KEY = Buffer.alloc(32, 7).toString('base64');

export type CallResult<A extends AnyAction> =
  | { readonly ok: true; readonly data: OutputOf<A> }
  | {
      readonly ok: false;
      readonly code: string;
      readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
    };

let keys = 0;
/** A fresh idempotency key, as the phone makes one per tap. */
export const freshKey = (): string => `test-key-${String((keys += 1)).padStart(12, '0')}`;

const shift = (communityId: string, startsAt: number, people: readonly Actor[]): DutyShift => ({
  ...newRecord({
    id: `shift-${communityId}-${startsAt}`,
    communityId,
    by: SYSTEM_ACTOR,
    now: startsAt,
    status: 'planned',
    move: 'plan',
  }),
  status: 'planned',
  startsAt,
  endsAt: startsAt + 24 * HOUR,
  people: people.map(({ personId, name }) => ({ personId, name, face: 'f01' })),
});

type Opening = {
  /** The mini-program has a subscribe-message template; WeChat answers each message so. */
  readonly wechat?: {
    readonly templateId: string;
    readonly replyTemplateId?: string;
    readonly answer: () => object;
  };
  /** What WeChat says of words that others are to see; without it, it says nothing of them. May throw. */
  readonly judgeWords?: (request: unknown) => object;
};

/** A whole backend on the real SDK and an in-memory localcloud, with a clock and identities that the test controls. */
export async function openCommunity({ wechat, judgeWords }: Opening = {}) {
  let now = TEN_PAST_TWO;
  const wechatCalls: object[] = [];
  const events: object[] = [];
  const cloud = openInProcess({ collections, clock: { now: () => new Date(now) } });
  const faults = createFaults();
  const sdk = init({ env: cloud.env, secretId: 'test', secretKey: 'test' });
  const files = new Map<string, Buffer>();
  // Where the SDK would reach for WeChat's servers, and for the storage's.
  const app: typeof sdk = Object.assign(Object.create(sdk), {
    getTempFileURL: async ({ fileList }: { fileList: { fileID: string }[] }) => ({
      fileList: fileList.map(({ fileID }) => {
        const bytes = files.get(fileID);
        if (!bytes) return { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' };
        const tempFileURL = `data:application/octet-stream;base64,${bytes.toString('base64')}`;
        return { fileID, code: 'SUCCESS', tempFileURL };
      }),
    }),
    callWxOpenApi: async (request: { apiName: string; requestData: object }) => {
      if (request.apiName.endsWith('msg_sec_check'))
        return { result: JSON.stringify(judgeWords?.(request.requestData) ?? { errcode: 0 }) };
      wechatCalls.push(request);
      return { result: JSON.stringify(wechat?.answer() ?? {}) };
    },
  });

  const compose = (audience: Audience) => {
    const platform = buildPlatform(
      {
        app,
        database: faults.wrap(createDatabase(cloud.database)),
        fieldKey: FIELD_KEY,
        communityId: COMMUNITY_ID,
        dutyTemplateId: wechat?.templateId,
        replyTemplateId: wechat?.replyTemplateId,
        now: () => now,
        log: (event, facts) => void events.push({ event, ...facts }),
      },
      (): Effects => community.effects,
    );
    const community = composeCommunity(platform, audience);
    return { ...community, platform };
  };
  const functions = { resident: compose('resident'), staff: compose('staff'), jobs: compose('jobs') };
  const { platform } = functions.jobs;
  const { database } = platform;

  for (const communityId of [COMMUNITY_ID, OTHER_COMMUNITY_ID]) {
    await database.collection('communities').insert(communityRecord(communityId, now));
  }
  for (const person of personRecords(now)) await database.collection('persons').insert(person);
  const yesterdayMorning = now - 17 * HOUR - 40 * 60_000;
  await database
    .collection('duty_shifts')
    .insert(shift(COMMUNITY_ID, yesterdayMorning, [cast.staffZhao, cast.staffQian]));
  await database
    .collection('duty_shifts')
    .insert(shift(COMMUNITY_ID, yesterdayMorning + 24 * HOUR, [cast.secretaryBai, cast.staffZhao]));
  cloud.operations.reset();

  const invoke = (audience: Audience, event: object, openid: string | null) =>
    functions[audience].dispatch(event, openid, 'test-request');

  return {
    database,
    events,
    /** What was asked of WeChat. */
    wechatCalls,
    /** Breaks the n-th database operation from now on: before it happened, or after it did but before anyone heard. */
    faults,
    secrets: platform.secrets,
    /** Puts a file into the storage, as an upload would. */
    store: (fileId: string, bytes: Buffer) => void files.set(fileId, bytes),
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
    /** Makes a person call an action; a write gets a fresh key unless one is given. */
    async call<A extends AnyAction>(
      actor: Actor | null,
      action: A | Action,
      input: RawInputOf<A>,
      key: string = freshKey(),
    ): Promise<CallResult<A>> {
      const reply = await invoke(action.audience, { action: action.name, input, key }, actor?.openid ?? null);
      if (!reply.ok) return { ok: false, code: reply.code, issues: reply.issues ?? [] };
      return { ok: true, data: reply.data as OutputOf<A> };
    },
    invoke,
    /** The outcome of a call that must go well. */
    async must<A extends AnyAction>(
      actor: Actor,
      action: A,
      input: RawInputOf<A>,
      key?: string,
    ): Promise<OutputOf<A>> {
      const result = await this.call(actor, action, input, key);
      if (!result.ok) throw new Error(`${action.name} answered ${result.code}`);
      return result.data as OutputOf<A>;
    },
    runTimer: () =>
      runChores(
        platform,
        functions.jobs.chores,
        collections.filter((c) => c.indexes.some((i) => i.name === 'outboxDueAt')).map((c) => c.name),
      ),
    /** Counts the database operations of one call. */
    async countingOperations<T>(work: () => Promise<T>): Promise<{ result: T; operations: number }> {
      cloud.operations.reset();
      const result = await work();
      return { result, operations: cloud.operations.count() };
    },
    close: () => cloud.close(),
  };
}
export type TestCommunity = Awaited<ReturnType<typeof openCommunity>>;
