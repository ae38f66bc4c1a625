import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FunctionModule, LocalcloudOptions } from '../localcloud';
import { collections, functions, watched } from '../cloudfunctions/manifest';
import { listTopics } from '../domain/desk/live.actions';
import type { OutputOf } from '../domain/kernel/action';
import { FUNCTIONS_DIR, ONE_MACHINE_DIR } from './function-folders';

export const ROOT = path.resolve(__dirname, '..');
export const H5_DIR = path.join(ROOT, 'dist/h5');

/** The key that seals contacts on this machine: made once, kept beside the data, readable by its owner alone. */
export function fieldKeyIn(dataDir: string): string {
  const file = path.join(dataDir, 'field.key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const key = randomBytes(32).toString('base64');
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}

/** Gives the functions what they read from their environment in the cloud, besides what localcloud itself sets. */
export function enterFunctionEnvironment(facts: { fieldKey: string; communityId: string }): void {
  process.env['HUYING_FIELD_KEY'] = facts.fieldKey;
  process.env['HUYING_COMMUNITY_ID'] = facts.communityId;
}

/**
 * What this app is to localcloud: the manifest's collections, functions and timers, and the built artefacts. Over HTTP
 * the functions are the very bundles that are deployed.
 */
export function appOptions(
  transport: 'http' | 'in-process' = 'http',
): Pick<
  LocalcloudOptions,
  'env' | 'transport' | 'collections' | 'functions' | 'timers' | 'staticDir' | 'browserSession' | 'live'
> {
  const folder = transport === 'http' ? FUNCTIONS_DIR : ONE_MACHINE_DIR;
  return {
    transport,
    env: 'huying-local',
    staticDir: H5_DIR,
    // As src/services/session-store.ts keeps it.
    browserSession: {
      storageKey: 'hy.session',
      valueOf: ({ token, openid }) => JSON.stringify({ token, personKey: openid }),
    },
    collections,
    functions: functions.map(({ name, timeoutSeconds, clientCallable }) => ({
      name,
      timeoutSeconds,
      clientCallable,
      // As in the cloud, where development should not differ; showing each call its own variables has a price.
      readsCallerFromEnvironment: transport === 'http',
      load: () => loadBundle(path.join(folder, name, 'index.js')),
    })),
    live: {
      collections: watched,
      topicsOf: {
        functionName: listTopics.audience,
        event: { action: listTopics.name, input: {} },
        read: topicsIn,
      },
    },
    timers: functions.flatMap(({ name, timers }) =>
      timers.map((timer) => ({ name: timer.name, functionName: name, cron: timer.cron })),
    ),
  };
}

/** The dispatcher filtered the answer through the action's own contract. */
const topicsIn = (answer: unknown): readonly string[] => {
  const { ok, data } = answer as { ok: boolean; data?: OutputOf<typeof listTopics> };
  return ok && data ? data.topics : [];
};

const loadBundle = async (file: string): Promise<FunctionModule> => {
  const bundle: FunctionModule & { default?: FunctionModule } = await import(file);
  return bundle.default ?? bundle;
};
