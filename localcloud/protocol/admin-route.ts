import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WIRE_LIMITS } from '../limits';
import { CloudError } from './cloud-error';
import { parseJson, readBody, sendJson, type Route } from './http';
import { isRecord, type Params } from './params';
import { verifySignature, type Credentials } from './signature';

/** The SDK's endpoint: every action is a signed POST here, and the answer is HTTP 200 even when it is a refusal. */
export function adminRoute(
  credentials: Credentials,
  env: string,
  respond: (params: Params) => Promise<Params>,
): Route {
  return async (request, response, url) => {
    if (url.pathname !== '/admin' || request.method !== 'POST') return false;
    sendJson(response, 200, await answer(request, response).catch(refusal));
    return true;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<Params> {
    const body = await readBody(request, WIRE_LIMITS.maxAdminRequestBytes).catch((error: unknown) => {
      response.setHeader('connection', 'close');
      throw error;
    });
    if (request.headers['content-type']?.startsWith('multipart/') === true)
      throw new CloudError(
        'INVALID_ACTION',
        'wx.openApi and wx.wxPayApi (multipart) are not supported by localcloud (see docs/LOCALCLOUD.md)',
      );
    const params = parseJson(body);
    if (!isRecord(params)) throw new CloudError('INVALID_PARAM', 'the request body must be an object');
    // Signatures are made with the machine's clock, whatever clock the environment runs on.
    verifySignature(
      { method: 'post', url: request.url ?? '', headers: request.headers, params },
      credentials,
      new Date(),
    );
    if (params['envName'] !== '' && params['envName'] !== env)
      throw new CloudError(
        'INVALID_PARAM',
        `this localcloud serves the environment ${env}, not ${String(params['envName'])}`,
      );
    return respond(params);
  }
}

function refusal(error: unknown): Params {
  if (error instanceof CloudError)
    return { requestId: randomUUID(), code: error.code, message: error.message };
  throw error;
}
