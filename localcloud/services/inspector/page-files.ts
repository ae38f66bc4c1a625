import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { codeOf } from '../../error-facts';

const FOLDER = join(__dirname, 'page');
const NAME = /^[a-z][a-z-]*\.(html|css|js|svg)$/;
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Sends one of the page's own files; false when there is none of that name. */
export async function sendPageFile(response: ServerResponse, name: string): Promise<boolean> {
  const type = TYPES[NAME.exec(name)?.[1] ?? ''];
  if (type === undefined) return false;
  const body = await readFile(join(FOLDER, name)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!body) return false;
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
  return true;
}
