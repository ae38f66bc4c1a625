import { timingSafeEqual } from 'node:crypto';
import { messageOf, stackOf } from '../error-facts';
import type { Log } from '../log';
import { parseJson, readBody, sendJson, type Route } from '../protocol/http';
import { isRecord, textParam, type Params } from '../protocol/params';
import { inspectStore } from './inspect';
import { preparation, replaceRunning, type Replaceable } from './replace-running';

const MAX_BODY_BYTES = 8192;

export type UpkeepTasks = Readonly<Record<string, (params: Params) => unknown>>;

/** What the command line asks of a running localcloud. Only who can read the data folder knows the key. */
export function upkeepRoute(tasks: UpkeepTasks, key: string, log: Log): Route {
  return async (request, response, url) => {
    const name = /^\/_localcloud\/upkeep\/([a-z]+)$/.exec(url.pathname)?.[1] ?? '';
    const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
    if (!task || request.method !== 'POST') return false;
    if (!isKey(request.headers.authorization, key)) return false;
    try {
      const body = parseJson(await readBody(request, MAX_BODY_BYTES));
      const report = await task(isRecord(body) ? body : {});
      sendJson(response, 200, { report: report ?? null });
    } catch (error) {
      log({ level: 'error', message: 'an upkeep command failed', task: name, error: stackOf(error) });
      sendJson(response, 400, { message: messageOf(error) });
    }
    return true;
  };
}

/** The tasks of one environment. */
export function upkeepTasks(parts: Replaceable & { invite(openid: string): object }): UpkeepTasks {
  const { store, holds } = parts;
  return {
    ping: () => ({}),
    hold: () => holds.take(),
    renew: ({ id }) => holds.renew(id),
    release: ({ id }) => holds.release(id),
    inspect: () => inspectStore(store),
    prepare: () => preparation(parts),
    restore: (params) => replaceRunning(parts, params),
    invite: ({ openid }) => parts.invite(textParam({ openid }, 'openid')),
  };
}

function isKey(given: string | undefined, key: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(`Bearer ${key}`)];
  return a.length === b.length && timingSafeEqual(a, b);
}
