import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WIRE_LIMITS } from '../limits';
import { callIdInSequence, fromCall } from './call-id';
import { CloudError } from './cloud-error';
import { parseJson, readBody, sendJson, type Route } from './http';
import { isMultipart, parseMultipart } from './multipart';
import { isRecord, RAW_REPLY, type Params } from './params';
import { verifySignature, type Credentials } from './signature';

/** The SDK's endpoint: every action is a signed POST here, and the answer is HTTP 200 even when it is a refusal. */
export function adminRoute(
  credentials: Credentials,
  env: string,
  respond: (params: Params) => Promise<Params>,
): Route {
  return async (request, response, url) => {
    if (url.pathname !== '/admin' || request.method !== 'POST') return false;
    const reply = await answer(request, response, url).catch(refusal);
    const raw = reply[RAW_REPLY];
    if (Buffer.isBuffer(raw)) sendBytes(response, raw);
    else sendJson(response, 200, reply);
    return true;
  };

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<Params> {
    const body = await readBody(request, WIRE_LIMITS.maxAdminRequestBytes).catch((error: unknown) => {
      response.setHeader('connection', 'close');
      throw error;
    });
    const contentType = request.headers['content-type'];
    const params = isMultipart(contentType) ? parseMultipart(body, String(contentType)) : parseJson(body);
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
    return respond(fromCall(params, callIdInSequence(url.searchParams.get('seqId'))));
  }
}

// The SDK tells bytes from a refusal by the content type alone.
function sendBytes(response: ServerResponse, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
  response.end(bytes);
}

function refusal(error: unknown): Params {
  if (error instanceof CloudError)
    return { requestId: randomUUID(), code: error.code, message: error.message };
  throw error;
}
