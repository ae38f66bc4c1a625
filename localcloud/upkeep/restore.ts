import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'libsql';
import { messageOf } from '../error-facts';
import { isInUse } from '../store/open-file';
import { sealFile } from '../store/seal';
import { hashOf, syncToDisk } from './backup';
import { BACKUP_TABLES, hashContent } from './content-hash';

export type RestoreReport = { contentHash: string; files: number; setAside: string | null };

/**
 * Puts a backup in the place of a data folder's content. What was there is set aside, never deleted. Nothing is
 * touched until the whole backup has been read and found whole; a running localcloud, or a damaged backup, is refused.
 */
export function restoreBackup(backup: string, dataDir: string, now: Date): RestoreReport {
  if (!existsSync(backup)) throw new Error(`${backup} does not exist`);
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = join(folder, 'localcloud.db');
  if (existsSync(database) && isInUse(database))
    throw new Error(`localcloud is running on ${folder}; stop it first`);
  const staging = join(folder, 'restoring');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(join(staging, 'files'), { recursive: true, mode: 0o700 });
  try {
    const unpacked = unpack(backup, staging);
    return { ...unpacked, setAside: swap(folder, staging, now) };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function unpack(backup: string, staging: string): { contentHash: string; files: number } {
  const copy = join(staging, 'localcloud.db');
  copyFileSync(backup, copy);
  const database = new Database(copy);
  try {
    const [expected] = manifestOf(database);
    const contentHash = hashContent(database);
    if (contentHash !== expected) throw new Error('its content is not what was backed up');
    const files = unpackFiles(database, join(staging, 'files'));
    for (const table of Object.values(BACKUP_TABLES)) database.exec(`DROP TABLE "${table}"`);
    return { contentHash, files };
  } catch (error) {
    throw new Error(`${backup} cannot be restored: ${messageOf(error)}`);
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
    if (!target.startsWith(`${folder}/`)) throw new Error(`it holds a file outside its folder: ${path}`);
    if (hashOf(bytes) !== hash) throw new Error(`the stored file ${path} is damaged`);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    writeFileSync(target, bytes, { mode: 0o600 });
    count++;
  }
  return count;
}

function swap(folder: string, staging: string, now: Date): string | null {
  const aside = join(folder, `before-restore-${now.toISOString().replace(/[:.]/g, '-')}`);
  const parts = ['localcloud.db', 'localcloud.db-wal', 'localcloud.db-shm', 'localcloud.db.seal', 'files'];
  const there = parts.filter((part) => existsSync(join(folder, part)));
  if (there.length > 0) mkdirSync(aside, { mode: 0o700 });
  for (const part of there) renameSync(join(folder, part), join(aside, part));
  syncToDisk(join(staging, 'localcloud.db'));
  renameSync(join(staging, 'files'), join(folder, 'files'));
  renameSync(join(staging, 'localcloud.db'), join(folder, 'localcloud.db'));
  sealFile(join(folder, 'localcloud.db'));
  return there.length > 0 ? aside : null;
}
