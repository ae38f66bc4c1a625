import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { runningCloud } from './running-cloud';
import { temporaryFolder } from './temporary-folder';

const root = temporaryFolder();
const staticDir = join(root, 'h5');
mkdirSync(join(staticDir, 'js'), { recursive: true });
writeFileSync(join(root, 'secret.txt'), 'secret');
writeFileSync(join(staticDir, 'index.html'), '<title>呼应</title>');
writeFileSync(join(staticDir, '.env'), 'secret');
writeFileSync(join(staticDir, 'js', 'app.3f2a9c1d.js'), 'x'.repeat(5000));
const cloud = runningCloud({ staticDir });

/** fetch tidies a path before sending it; here it goes out as it is. */
function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, unknown>; size: number }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(cloud().url);
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => (size += chunk.length));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, size }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('the app opens at the root and is asked for anew each time', async () => {
  const page = await get('/');
  expect(page).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  });
  expect((await get('/', { 'if-none-match': String(page.headers['etag']) })).status).toBe(304);
});

test('files named by their content are kept for good and sent compressed', async () => {
  const plain = await get('/js/app.3f2a9c1d.js');
  expect(plain.headers['cache-control']).toContain('immutable');
  expect(plain.size).toBe(5000);
  const zipped = await get('/js/app.3f2a9c1d.js', { 'accept-encoding': 'gzip, br' });
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(zipped.size).toBeLessThan(200);
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/js/../../secret.txt',
  '/.env',
  '/%00',
  '/%',
  '//secret.txt',
  '/js',
  '/nothing.js',
])('%s is not served', async (path) => {
  expect((await get(path)).status).toBe(404);
});
