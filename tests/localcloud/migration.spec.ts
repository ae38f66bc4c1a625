import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { SCHEMA_VERSION } from '@localcloud/store/schema';
import { checkStore } from '@localcloud/upkeep/check';
import { bundle } from './kill/bundle';
import { openStore } from './kill/open-store';
import { temporaryFolder } from './temporary-folder';

jest.setTimeout(120_000);

const DOCUMENTS = 20_000;
const ROUNDS = Number(process.env['MIGRATION_KILLS'] ?? 10);
const collections = [
  { name: 'tasks', indexes: [{ name: 'by', keys: [{ field: 'by', direction: 1 }] }] },
  { name: 'notes', indexes: [] },
] as const;

/** A file as localcloud made it when layouts began: rows counted their changes. */
function fileOfLayoutOne(folder: string): string {
  const file = join(folder, 'localcloud.db');
  const store = openStore(file, true, collections);
  store.engine.setUp(() => {
    for (let i = 0; i < DOCUMENTS; i++)
      store.collection('tasks').insert({ _id: `t${i}`, by: `u${i % 50}`, text: '锦绣城'.repeat(20) });
    store.collection('notes').insert({ _id: 'n', tags: ['a', 'b'] });
  });
  store.close();
  const database = new Database(file);
  for (const { name } of collections)
    database.exec(`ALTER TABLE "doc:${name}" ADD COLUMN v INTEGER NOT NULL DEFAULT 1`);
  database.exec('PRAGMA user_version = 1');
  database.close();
  rmSync(`${file}.sums`);
  return file;
}

function expectWhole(file: string): void {
  const store = openStore(file, true);
  expect(store.engine.get('PRAGMA user_version')).toEqual([SCHEMA_VERSION]);
  const columns = store.engine
    .all<[number, string]>('PRAGMA table_info("doc:tasks")')
    .map(([, name]) => name);
  expect(columns).toEqual(['n', '_id', 'd', 'k:by']);
  expect(checkStore(store)).toEqual({ collections: 2, documents: DOCUMENTS + 1, damages: [] });
  expect(store.documents('tasks').count({ by: 'u7' })).toBe(DOCUMENTS / 50);
  expect(store.documents('notes').byId('n')?.doc).toEqual({ _id: 'n', tags: ['a', 'b'] });
  store.close();
}

/** Starts a child on the file and kills it `afterMs` after it began to open; Infinity lets it be. Resolves to how long it took to open. */
function openAndKill(program: string, file: string, afterMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let startedAt = 0;
    let took = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      const said = chunk.toString();
      if (said.includes('opening')) {
        startedAt = performance.now();
        if (Number.isFinite(afterMs)) setTimeout(() => child.kill('SIGKILL'), afterMs);
      }
      if (/^open$/m.test(said)) took = performance.now() - startedAt;
    });
    child.on('error', reject);
    child.on('exit', () => resolve(took));
  });
}

test('a file of an older layout is brought up to date when it is opened, with every document and index', () => {
  const file = fileOfLayoutOne(temporaryFolder());
  expectWhole(file);
});

test(`a migration killed at ${ROUNDS} moments is finished by the next start, and loses nothing`, async () => {
  const program = await bundle('tests/localcloud/kill/open-once.ts', temporaryFolder());
  const original = temporaryFolder();
  fileOfLayoutOne(original);
  const copy = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'localcloud-migration-'));
    cpSync(original, folder, { recursive: true });
    return folder;
  };
  const whole = copy();
  const took = await openAndKill(program, join(whole, 'localcloud.db'), Infinity);
  rmSync(whole, { recursive: true });
  let isCutShort = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const folder = copy();
    const opened = await openAndKill(program, join(folder, 'localcloud.db'), (took * (round + 0.5)) / ROUNDS);
    if (opened === 0) isCutShort++;
    expectWhole(join(folder, 'localcloud.db'));
    rmSync(folder, { recursive: true });
  }
  expect(isCutShort).toBeGreaterThan(0);
});
