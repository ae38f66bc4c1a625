import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import Database from 'libsql';
import { placeOf } from '../services/storage/files';
import { structureProblems } from '../store/open-file';
import { BACKUP_TABLES, hashContent } from './content-hash';
import type { Progress } from './progress';

/*
 * A backup is one SQLite file: a copy of the database, a table of the stored files with their bytes and hashes, and a
 * manifest with the hash of every row of the rest.
 */

/** A stored file: its path in the cloud, where its bytes lie in the folder, and how many there are. */
export type StoredFile = { path: string; place: string; size: number };

export type StoredFiles = { files: number; missing: string[] };

/** Copies the files the database in `copy` speaks of into it. `missing` are those that are not in the folder. */
export async function addStoredFiles(
  copy: Database.Database,
  filesFolder: string,
  progress: Progress,
): Promise<StoredFiles> {
  copy.exec(
    `CREATE TABLE "${BACKUP_TABLES.files}" (path TEXT PRIMARY KEY, hash TEXT NOT NULL, bytes BLOB NOT NULL)`,
  );
  const insert = copy.prepare(`INSERT INTO "${BACKUP_TABLES.files}" VALUES (?, ?, ?)`);
  const listed = storedFilesOf((sql) => copy.prepare(sql).raw().all([]));
  const missing: string[] = [];
  for (const [i, { path, place }] of listed.entries()) {
    const location = join(filesFolder, place);
    if (!existsSync(location)) {
      missing.push(path);
      continue;
    }
    const bytes = await readFile(location);
    insert.run([place, hashOf(bytes), bytes]);
    progress('copied', i + 1, listed.length, 'stored files');
  }
  return { files: listed.length - missing.length, missing };
}

/** What the database's table of files says is stored. `all` reads rows as lists of columns. */
export function storedFilesOf(all: (sql: string) => readonly unknown[]): StoredFile[] {
  const tables = all("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'files'");
  if (tables.length === 0) return [];
  return all('SELECT path, stored_as, size FROM files ORDER BY path').flatMap((row) =>
    Array.isArray(row)
      ? [{ path: String(row[0]), place: placeOf(String(row[1])), size: Number(row[2]) }]
      : [],
  );
}

/** Writes the manifest. Throws when the copy's structure is damaged. Returns the content's hash. */
export function sealBackup(copy: Database.Database, progress: Progress): string {
  const [problem] = structureProblems(copy);
  if (problem !== undefined) throw new Error(`the database is damaged (${problem}); run localcloud check`);
  copy.exec(`CREATE TABLE "${BACKUP_TABLES.manifest}" (content_hash TEXT NOT NULL)`);
  const contentHash = hashContent(copy, progress);
  copy.prepare(`INSERT INTO "${BACKUP_TABLES.manifest}" VALUES (?)`).run([contentHash]);
  return contentHash;
}

/** Reads a backup from end to end, and unpacks it where it lies. Throws an Error that says what is wrong with it. */
export function unpackBackup(
  file: string,
  filesFolder: string,
  progress: Progress,
): { contentHash: string; files: number } {
  const database = new Database(file);
  try {
    const [expected] = manifestOf(database);
    const contentHash = hashContent(database, progress);
    if (contentHash !== expected) throw new Error('its content is not what was backed up');
    const files = unpackFiles(database, filesFolder);
    for (const table of Object.values(BACKUP_TABLES)) database.exec(`DROP TABLE "${table}"`);
    return { contentHash, files };
  } finally {
    database.close();
  }
}

function manifestOf(database: Database.Database): unknown[] {
  const found: unknown = database
    .prepare(`SELECT content_hash FROM "${BACKUP_TABLES.manifest}"`)
    .raw()
    .get([]);
  return Array.isArray(found) ? found : [];
}

function unpackFiles(database: Database.Database, folder: string): number {
  let count = 0;
  const rows: Iterable<unknown> = database
    .prepare(`SELECT path, hash, bytes FROM "${BACKUP_TABLES.files}"`)
    .raw()
    .iterate([]);
  for (const row of rows) {
    const [path, hash, bytes]: unknown[] = Array.isArray(row) ? row : [];
    if (typeof path !== 'string' || !Buffer.isBuffer(bytes)) throw new Error('a stored file cannot be read');
    const target = resolve(folder, path);
    if (!target.startsWith(folder + sep)) throw new Error(`it holds a file outside its folder: ${path}`);
    if (hashOf(bytes) !== hash) throw new Error(`the stored file ${path} is damaged`);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    writeFileSync(target, bytes, { mode: 0o600, flush: true });
    count++;
  }
  return count;
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
