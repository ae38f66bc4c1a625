import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWriter } from './kill/bundle-writer';
import { openStore } from './kill/open-store';
import type { WriterOrder } from './kill/order';
import { temporaryFolder } from './temporary-folder';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

// A kill leaves what the kernel has been given, on disk or not; only a power cut would show a missing fsync.
test('a commit waits for the disk: SQLite is told to, with a write-ahead log', () => {
  const store = openStore(join(temporaryFolder(), 'localcloud.db'), true);
  expect(store.engine.get('PRAGMA synchronous')).toEqual([2]);
  expect(store.engine.get('PRAGMA journal_mode')).toEqual(['wal']);
  store.close();
});

// Not every machine has strace, or lets it look.
const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

if (canTrace)
  test('each of a row of acknowledged writes has had its fsync, as strace counts them', async () => {
    const folder = temporaryFolder();
    const writer = await bundleWriter(folder);
    const order: WriterOrder = { file: join(folder, 'localcloud.db'), generation: 0, closeAfter: 300 };
    const trace = join(folder, 'trace');
    const args = ['-f', '-e', 'trace=fsync,fdatasync', '-o', trace, process.execPath, writer];
    const { stdout, status } = spawnSync('strace', [...args, JSON.stringify(order)], { encoding: 'utf8' });
    expect(status).toBe(0);
    const inARow = stdout.split('\n').filter((line) => line.startsWith('log 0-single ')).length;
    const synced = readFileSync(trace, 'utf8').match(/f(data)?sync\(\d+\)/g)?.length ?? 0;
    expect(inARow).toBeGreaterThan(5);
    expect(synced).toBeGreaterThanOrEqual(inARow);
  });
