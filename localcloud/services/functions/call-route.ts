import { randomUUID } from 'node:crypto';
import { FUNCTION_LIMITS } from '../../limits';
import { CloudError } from '../../protocol/cloud-error';
import { parseJson, readBody, sendJson, statusOf, type Route } from '../../protocol/http';
import { isRecord } from '../../protocol/params';
import type { Sessions } from '../identity/sessions';
import { functionNotFound, type FunctionsService, type Invocation } from './functions-service';

/** A call as a client makes it. `body` is read only for somebody with a session, and a function clients may call. */
export type ClientCall = (
  authorization: string | undefined,
  name: string,
  body: () => Promise<unknown>,
) => Promise<Invocation>;

export function clientCalls(functions: FunctionsService, sessions: Sessions): ClientCall {
  return async (authorization, name, body) => {
    const { openid } = sessions.require(authorization);
    if (!functions.isClientCallable(name)) throw functionNotFound();
    const given = await body();
    return functions.invoke(name, isRecord(given) ? (given['data'] ?? {}) : {}, { openid });
  };
}

/** `POST /call/<name>` with `Authorization: Bearer <session>` and `{ data }`: what `wx.cloud.callFunction` does on a phone. */
export function callRoute(call: ClientCall): Route {
  return async (request, response, url) => {
    const [, name] = /^\/call\/([\w-]+)$/.exec(url.pathname) ?? [];
    if (name === undefined || request.method !== 'POST') return false;
    try {
      const { requestId, result } = await call(request.headers.authorization, name, async () =>
        parseJson(await readBody(request, FUNCTION_LIMITS.maxRequestBytes)),
      );
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
}
