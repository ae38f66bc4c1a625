import type { IncomingMessage, ServerResponse } from 'node:http';
import { messageOf } from '../../error-facts';
import { CloudError } from '../../protocol/cloud-error';
import { sendJson, statusOf, type Route } from '../../protocol/http';
import { readJsonObject } from '../../protocol/json-body';
import { PAGE_PATH, type Access } from './access';
import { InspectorRefusal, type InspectorApi } from './api';
import { sendPageFile } from './page-files';

const API_PATH = `${PAGE_PATH}api/`;
const FILES_PATH = `${PAGE_PATH}page/`;
const MAX_BODY_BYTES = 64 * 1024;

/** Nothing from elsewhere runs in the page, nothing elsewhere reads from it or frames it. */
const SHIELD: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The page for developers at `/_localcloud/`, its files under `page/`, its data under `api/`. */
export function inspectorRoute(access: Access, api: InspectorApi): Route {
  return async (request, response, url) => {
    const { pathname } = url;
    const isOurs = pathname === PAGE_PATH || pathname.startsWith(API_PATH) || pathname.startsWith(FILES_PATH);
    if (pathname === PAGE_PATH.slice(0, -1)) return redirect(response, `${PAGE_PATH}${url.search}`);
    if (!isOurs) return false;
    for (const [name, value] of Object.entries(SHIELD)) response.setHeader(name, value);
    if (!access.admit(request, response, url)) return true;
    if (pathname.startsWith(API_PATH))
      return answer(request, response, pathname.slice(API_PATH.length), url.searchParams);
    if (request.method !== 'GET') return false;
    const file = pathname === PAGE_PATH ? 'index.html' : pathname.slice(FILES_PATH.length);
    return sendPageFile(response, file);
  };

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    asked: URLSearchParams,
  ): Promise<boolean> {
    const key = `${request.method} ${name}`;
    const perform = Object.hasOwn(api, key) ? api[key] : undefined;
    if (!perform) return false;
    try {
      const input =
        request.method === 'POST'
          ? await readJsonObject(request, MAX_BODY_BYTES)
          : Object.fromEntries(asked.entries());
      sendJson(response, 200, await perform(input));
    } catch (error) {
      if (error instanceof CloudError)
        sendJson(response, statusOf(error.code), { code: error.code, message: error.message });
      else if (error instanceof InspectorRefusal)
        sendJson(response, 400, { code: 'INVALID_PARAM', message: messageOf(error) });
      else throw error;
    }
    return true;
  }
}

function redirect(response: ServerResponse, location: string): true {
  response.writeHead(308, { location, 'cache-control': 'no-store' });
  response.end();
  return true;
}
