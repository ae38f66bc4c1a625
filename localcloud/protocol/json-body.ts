import type { IncomingMessage } from 'node:http';
import { CloudError } from './cloud-error';
import { parseJson, readBody } from './http';
import { isRecord, type Params } from './params';

/** The object a page of this server sent. Refuses other content types: a form on another site can send those unasked. */
export async function readJsonObject(request: IncomingMessage, maxBytes: number): Promise<Params> {
  if (request.headers['content-type']?.startsWith('application/json') !== true)
    throw new CloudError('INVALID_PARAM', 'the content type must be application/json');
  const body = parseJson(await readBody(request, maxBytes));
  if (isRecord(body)) return body;
  throw new CloudError('INVALID_PARAM', 'the request body must be an object');
}
