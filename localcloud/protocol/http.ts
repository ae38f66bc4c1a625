import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError, type CloudCode } from './cloud-error';

/** Answers one HTTP request; false when the request is not for this route. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean> | boolean;

/** Reads a body of at most `maxBytes`; a longer one is refused without being kept. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): CloudError {
  return new CloudError('EXCEED_REQUEST_SIZE_LIMIT', `the request body is larger than ${maxBytes} bytes`);
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new CloudError('INVALID_PARAM', 'the request body is not JSON');
  }
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

const STATUS_OF: Partial<Record<CloudCode, number>> = {
  SESSION_EXPIRED: 401,
  SIGN_IN_CODE_INVALID: 401,
  SIGN_IN_CODE_USED: 401,
  SIGN_IN_REFUSED: 403,
  SIGN_IN_TOO_OFTEN: 429,
  LIVE_TOO_MANY: 429,
  SIGN_IN_UNAVAILABLE: 503,
  FUNCTION_NOT_FOUND: 404,
  STORAGE_FILE_NONEXIST: 404,
  STORAGE_EXCEED_AUTHORITY: 403,
  STORAGE_FILE_TYPE_REFUSED: 415,
  STORAGE_FILE_TOO_LARGE: 413,
  STORAGE_UPLOAD_TOO_OFTEN: 429,
  EXCEED_REQUEST_SIZE_LIMIT: 413,
  INVALID_PARAM: 400,
  FUNCTIONS_EXECUTE_FAIL: 500,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
  SYS_ERR: 500,
};

/** HTTP status for a refusal, on the routes clients call (`/admin` always answers 200, as production does). */
export function statusOf(code: CloudCode): number {
  return STATUS_OF[code] ?? 400;
}
