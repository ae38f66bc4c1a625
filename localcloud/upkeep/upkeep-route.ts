import { timingSafeEqual } from 'node:crypto';
import { messageOf } from '../error-facts';
import { parseJson, readBody, sendJson, type Route } from '../protocol/http';
import { isRecord } from '../protocol/params';
import type { Store } from '../store/store';
import { writeBackup } from './backup';
import { checkStore } from './check';
import { inspectStore } from './inspect';

const MAX_BODY_BYTES = 8192;

/** What the command line asks of a running localcloud. Only who can read the data folder knows the key. */
export function upkeepRoute(store: Store, filesFolder: string, key: string): Route {
  return async (request, response, url) => {
    const task = /^\/_localcloud\/upkeep\/(backup|check|inspect)$/.exec(url.pathname)?.[1];
    if (task === undefined || request.method !== 'POST') return false;
    if (!isKey(request.headers.authorization, key)) return false;
    try {
      const body = parseJson(await readBody(request, MAX_BODY_BYTES));
      sendJson(response, 200, {
        report: perform(task, isRecord(body) ? body['file'] : undefined, store, filesFolder),
      });
    } catch (error) {
      sendJson(response, 400, { message: messageOf(error) });
    }
    return true;
  };
}

/** Carries out one task on an open store. */
export function perform(task: string, file: unknown, store: Store, filesFolder: string): object {
  if (task === 'check') return checkStore(store);
  if (task === 'inspect') return inspectStore(store);
  if (typeof file !== 'string' || file === '') throw new Error('say which file to write the backup to');
  return writeBackup(store, filesFolder, file);
}

function isKey(given: string | undefined, key: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(`Bearer ${key}`)];
  return a.length === b.length && timingSafeEqual(a, b);
}
