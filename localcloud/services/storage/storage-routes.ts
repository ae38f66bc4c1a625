import type { IncomingMessage, ServerResponse } from 'node:http';
import { STORAGE_LIMITS, WIRE_LIMITS } from '../../limits';
import { CloudError } from '../../protocol/cloud-error';
import { readBody, sendJson, statusOf, type Route } from '../../protocol/http';
import type { Sessions } from '../identity/sessions';
import { checkedPath, fileIdOf } from './file-paths';
import type { Files, StoredFile } from './files';
import { mediaType } from './media-type';
import type { Links } from './links';
import type { UploadQuota } from './upload-quota';

/** `/storage/<path>`: signed links, to read a file and for the SDK to upload one. */
export function linkRoute(files: Files, links: Links): Route {
  return async (request, response, url) => {
    if (!url.pathname.startsWith('/storage/')) return false;
    const path = decodePath(url.pathname.slice('/storage/'.length));
    if (request.method === 'PUT') await receive(request, response, path);
    else if (request.method === 'GET' || request.method === 'HEAD') await serve(request, response, path, url);
    else return false;
    return true;
  };

  async function serve(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    url: URL,
  ): Promise<void> {
    const isAllowed = links.isValid(
      'read',
      path,
      url.searchParams.get('expires'),
      url.searchParams.get('sign'),
    );
    const file = isAllowed ? files.find(path) : undefined;
    const bytes = file && (await files.read(path));
    if (!file || !bytes) {
      const code = isAllowed ? 'STORAGE_FILE_NONEXIST' : 'STORAGE_EXCEED_AUTHORITY';
      sendJson(response, statusOf(code), {
        code,
        message: isAllowed ? 'no such file' : 'the link is not valid',
      });
      return;
    }
    const asked = rangeOf(request.headers.range, bytes.length);
    const part = asked ? bytes.subarray(asked.from, asked.to + 1) : bytes;
    response.writeHead(asked ? 206 : 200, {
      'content-type': file.contentType,
      'content-length': part.length,
      'accept-ranges': 'bytes',
      ...(asked ? { 'content-range': `bytes ${asked.from}-${asked.to}/${bytes.length}` } : {}),
      'cache-control': 'private, max-age=600',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': /^(image|audio)\//.test(file.contentType) ? 'inline' : 'attachment',
    });
    response.end(request.method === 'HEAD' ? undefined : part);
  }

  // The SDK reads the storage service's XML errors; an empty body is success.
  async function receive(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const granted = new URLSearchParams(String(request.headers['signature'] ?? ''));
    if (!links.isValid('write', path, granted.get('expires'), granted.get('sign'))) {
      response.writeHead(403, { 'content-type': 'application/xml', connection: 'close' });
      response.end(
        '<Error><Code>SignatureDoesNotMatch</Code><Message>the upload link is not valid</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>',
      );
      return;
    }
    await files.put(path, await readBody(request, WIRE_LIMITS.maxAdminRequestBytes), null);
    response.writeHead(200, { 'content-length': 0 });
    response.end();
  }
}

/**
 * `PUT /upload?path=…` with a session: a picture or a recording of at most 10 MB, within what `quota` leaves. What somebody else
 * stored cannot be replaced.
 */
export function uploadRoute(files: Files, sessions: Sessions, quota: UploadQuota, env: string): Route {
  return async (request, response, url) => {
    if (url.pathname !== '/upload' || request.method !== 'PUT') return false;
    try {
      sendJson(response, 200, { fileID: await upload(request, url.searchParams.get('path') ?? '') });
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      response.setHeader('connection', 'close');
      sendJson(response, statusOf(error.code), { code: error.code, message: error.message });
    }
    return true;
  };

  async function upload(request: IncomingMessage, asked: string): Promise<string> {
    const { openid } = sessions.require(request.headers.authorization);
    const path = checkedPath(asked);
    quota.admit(openid, 0);
    const bytes = await readBody(request, STORAGE_LIMITS.maxUploadBytes).catch((error: unknown) => {
      if (!(error instanceof CloudError)) throw error;
      throw new CloudError('STORAGE_FILE_TOO_LARGE', 'a file may have at most 10 MB');
    });
    if (mediaType(bytes) === undefined)
      throw new CloudError(
        'STORAGE_FILE_TYPE_REFUSED',
        'only pictures (JPEG, PNG, WebP, GIF) and recordings (WAV, MP3, M4A) can be uploaded',
      );
    const refuseOthers = (existing: StoredFile | undefined): void => {
      if (existing && existing.owner !== openid)
        throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'a file with this path belongs to somebody else');
    };
    refuseOthers(files.find(path));
    quota.spend(openid, bytes.length);
    await files.put(path, bytes, openid, refuseOthers);
    return fileIdOf(env, path);
  }
}

/** The one range players ask for, `bytes=0-1023` or `bytes=0-`; anything else gets the whole file. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | undefined {
  const [, start = '', end = ''] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  const from = Number(start);
  if (start === '' || from >= size) return undefined;
  const to = end === '' ? size - 1 : Math.min(Number(end), size - 1);
  return to < from ? undefined : { from, to };
}

function decodePath(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new CloudError('INVALID_PARAM', 'the file path is not valid');
  }
}
