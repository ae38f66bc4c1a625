import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import Database from 'libsql';
import type { Store } from '../store/store';
import { BACKUP_TABLES, hashContent } from './content-hash';

export type BackupReport = { file: string; bytes: number; files: number; contentHash: string };

/**
 * Writes everything, stored files included, into one new file; localcloud may go on running. The copy is read back and
 * must hash as the original does before it gets its name. Blocks other work while it copies (about a second per 100 MB).
 */
export function writeBackup(store: Store, filesFolder: string, file: string): BackupReport {
  if (existsSync(file)) throw new Error(`${file} already exists; name a new file`);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    const original = store.engine.copyInto(part, hashContent);
    const { files, contentHash } = completeBackup(part, filesFolder);
    if (contentHash !== original)
      throw new Error(`${file} was not written: the copy differs from the database`);
    syncToDisk(part);
    renameSync(part, file);
    return { file, bytes: statSync(file).size, files, contentHash };
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function completeBackup(part: string, filesFolder: string): { files: number; contentHash: string } {
  const copy = new Database(part);
  try {
    copy.pragma('journal_mode = DELETE');
    copy.exec(
      `CREATE TABLE "${BACKUP_TABLES.files}" (path TEXT PRIMARY KEY, hash TEXT NOT NULL, bytes BLOB NOT NULL)`,
    );
    copy.exec(`CREATE TABLE "${BACKUP_TABLES.manifest}" (content_hash TEXT NOT NULL)`);
    const paths = filesIn(filesFolder);
    for (const path of paths) {
      const bytes = readFileSync(join(filesFolder, path));
      copy.prepare(`INSERT INTO "${BACKUP_TABLES.files}" VALUES (?, ?, ?)`).run([path, hashOf(bytes), bytes]);
    }
    const contentHash = hashContent(copy);
    copy.prepare(`INSERT INTO "${BACKUP_TABLES.manifest}" VALUES (?)`).run([contentHash]);
    return { files: paths.length, contentHash };
  } finally {
    copy.close();
  }
}

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

export function syncToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
