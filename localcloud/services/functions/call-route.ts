import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FUNCTION_LIMITS } from '../../limits';
import { CloudError } from '../../protocol/cloud-error';
import { parseJson, readBody, sendJson, statusOf, type Route } from '../../protocol/http';
import { isRecord } from '../../protocol/params';
import type { Sessions } from '../identity/sessions';
import { functionNotFound, type FunctionsService, type Invocation } from './functions-service';

/** `POST /call/<name>` with `Authorization: Bearer <session>` and `{ data }`: what `wx.cloud.callFunction` does on a phone. */
export function callRoute(functions: FunctionsService, sessions: Sessions): Route {
  return async (request, response, url) => {
    const [, name] = /^\/call\/([\w-]+)$/.exec(url.pathname) ?? [];
    if (name === undefined || request.method !== 'POST') return false;
    try {
      const { requestId, result } = await call(request, name);
      sendJson(response, 200, { requestId, result });
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      if (error.code === 'EXCEED_REQUEST_SIZE_LIMIT') response.setHeader('connection', 'close');
      sendJson(response, statusOf(error.code), {
        requestId: randomUUID(),
        code: error.code,
        message: error.message,
      });
    }
    return true;
  };

  async function call(request: IncomingMessage, name: string): Promise<Invocation> {
    const { openid } = sessions.require(request.headers.authorization);
    if (!functions.isClientCallable(name)) throw functionNotFound();
    const body = parseJson(await readBody(request, FUNCTION_LIMITS.maxRequestBytes));
    const data = isRecord(body) ? (body['data'] ?? {}) : {};
    return functions.invoke(name, data, { openid });
  }
}
