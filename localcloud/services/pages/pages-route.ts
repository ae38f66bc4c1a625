import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Route } from '../../protocol/http';
import { codeOf } from '../../error-facts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

const COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/;
const HASHED_NAME = /[.-][0-9a-f]{8,}\.[a-z0-9.]+$/i;
const compress = promisify(gzip);

type Page = { body: Buffer; zipped: Buffer | undefined; type: string; etag: string };

/** Serves a built web app from a folder. Files with a hash in their name are cached for good, others asked for anew. */
export function pagesRoute(folder: string): Route {
  const root = resolve(folder);
  return async (request, response, url) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const file = fileOf(root, url.pathname);
    const page = file === undefined ? undefined : await loadPage(file);
    if (!page || file === undefined) return false;
    send(request, response, page, HASHED_NAME.test(file));
    return true;
  };
}

function fileOf(root: string, pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.split('/').some((part) => part.startsWith('.'))) return undefined;
  const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  return file.startsWith(root + sep) ? file : undefined;
}

async function loadPage(file: string): Promise<Page | undefined> {
  const body = await readFile(file).catch((error: unknown) => {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!body) return undefined;
  const type = CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, zipped: await zippedOf(body, type, etag), type, etag };
}

/** Compressed bodies by content hash: a build has few files, and each is compressed once. */
const zippedBodies = new Map<string, Buffer>();

async function zippedOf(body: Buffer, type: string, etag: string): Promise<Buffer | undefined> {
  if (body.length < 1024 || !COMPRESSIBLE.test(type)) return undefined;
  const known = zippedBodies.get(etag);
  if (known) return known;
  const zipped = await compress(body);
  zippedBodies.set(etag, zipped);
  return zipped;
}

function send(request: IncomingMessage, response: ServerResponse, page: Page, isHashed: boolean): void {
  const headers = {
    etag: page.etag,
    'content-type': page.type,
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'same-origin',
    vary: 'accept-encoding',
  };
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const zipped = /\bgzip\b/.test(accepted) ? page.zipped : undefined;
  const body = zipped ?? page.body;
  response.writeHead(200, {
    ...headers,
    'content-length': body.length,
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
