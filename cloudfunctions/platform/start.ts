import cloudbase, { type CloudBase } from '@cloudbase/node-sdk';
import { createDatabase, type Database } from './database';
import { consoleLog, type Log } from './log';
import { createRelay, type Effects } from './outbox';
import { createPhotos } from './photos';
import type { Platform } from './platform';
import { createRecordings } from './recordings';
import { createSecrets } from './secrets';
import { createWechat } from './wechat';
import { createWordsCheck } from './words-check';

type Surroundings = {
  readonly app: CloudBase;
  readonly database: Database;
  readonly fieldKey: string;
  readonly communityId: string;
  /** The subscribe-message template of the desk; empty or absent where none has been granted. */
  readonly dutyTemplateId?: string | undefined;
  /** That of answers to residents; the same holds. */
  readonly replyTemplateId?: string | undefined;
  readonly now: () => number;
  readonly log: Log;
};

/** Builds a platform. `effectsOf` is asked late, because the modules that carry out effects need the platform. */
export function buildPlatform(surroundings: Surroundings, effectsOf: () => Effects): Platform {
  const { app, database, fieldKey, communityId, dutyTemplateId, replyTemplateId, now, log } = surroundings;
  const templates = { dutyTemplateId: dutyTemplateId || null, replyTemplateId: replyTemplateId || null };
  return {
    database,
    relay: createRelay(database, effectsOf, now, log),
    secrets: createSecrets(fieldKey),
    photos: createPhotos(app),
    recordings: createRecordings(app),
    wechat: createWechat(app, templates, log),
    wordsCheck: createWordsCheck(app, log),
    log,
    now,
    communityId,
  };
}

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`the function's environment lacks ${name}; see docs/DEPLOY.md`);
  return value;
};

// localcloud can be told another time, and says how far ahead; nobody else sets this.
const now = (): number => Date.now() + Number(process.env['LOCALCLOUD_CLOCK_AHEAD_MS'] ?? 0);

/** The platform of a deployed function, from its environment. */
export function startPlatform(effectsOf: () => Effects): Platform {
  const app = cloudbase.init({ env: process.env['TCB_ENV'] ?? cloudbase.SYMBOL_CURRENT_ENV });
  return buildPlatform(
    {
      app,
      database: createDatabase(app.database()),
      fieldKey: required('HUYING_FIELD_KEY'),
      communityId: required('HUYING_COMMUNITY_ID'),
      dutyTemplateId: process.env['HUYING_DUTY_TEMPLATE'],
      replyTemplateId: process.env['HUYING_REPLY_TEMPLATE'],
      now,
      log: consoleLog,
    },
    effectsOf,
  );
}

type PlatformContext = Parameters<typeof cloudbase.getCloudbaseContext>[0];

/** Who the platform says is calling. The body of a request has no say in it. */
export function callerOf(context: unknown): { openid: string | null; requestId: string; isTimer: boolean } {
  const { WX_OPENID, TRIGGER_SRC } = cloudbase.getCloudbaseContext(context as PlatformContext);
  const requestId = (context as { request_id?: string }).request_id ?? '';
  return { openid: WX_OPENID || null, requestId, isTimer: TRIGGER_SRC === 'timer' };
}
