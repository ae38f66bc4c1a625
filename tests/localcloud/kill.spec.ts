import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openInProcess } from '@localcloud/in-process';
import { KILL_COLLECTIONS, TOTAL_OF_PAIR } from './kill-collections';
import { temporaryFolder } from './temporary-folder';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 3);

/** Lets a writer run until it has said so many lines, kills it without warning, and returns what it said in whole lines. */
function writeUntilKilled(file: string, round: number, lines: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(__dirname, 'kill-writer.ts'), file, String(round)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1));
      else reject(new Error('the writer ended by itself'));
    });
  });
}

test(
  'whatever was acknowledged before a kill is there afterwards, once, and no transaction is half done',
  async () => {
    const file = join(temporaryFolder(), 'localcloud.db');
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const line of await writeUntilKilled(file, round, 200 + round * 333)) {
        const [id = '', n = ''] = line.split(' ');
        acknowledged.set(id, Number(n));
      }
      const { database, close } = openInProcess({ file, collections: KILL_COLLECTIONS });
      for (const [id, n] of acknowledged) {
        const [counter] = (await database.collection('counters').doc(id).get()).data;
        expect(counter.n).toBeGreaterThanOrEqual(n);
        // A write may have reached the disk before its acknowledgement reached us: one at most for each counter.
        expect(counter.n).toBeLessThanOrEqual(n + 1);
      }
      const found = (await database.collection('counters').where({ round }).count()).total;
      expect(found).toBeGreaterThan(0);
      const pairs = (await database.collection('pairs').get()).data;
      const total = pairs.reduce((sum: number, { n }: { n: number }) => sum + n, 0);
      expect(total).toBe((pairs.length / 2) * TOTAL_OF_PAIR);
      close();
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS * 8);
  },
  60_000 + ROUNDS * 10_000,
);
