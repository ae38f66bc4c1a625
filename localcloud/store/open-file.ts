import { chmodSync, existsSync } from 'node:fs';
import Database from 'libsql';
import { codeOf, messageOf } from '../error-facts';
import { breakSeal, isSealed } from './seal';

/**
 * Opens the file, notices damage, and takes its lock; a second process (or a second open in this one) is refused.
 * Throws an Error that says what is wrong.
 */
export function openLocked(file: string, durable: boolean): Database.Database {
  const isOnDisk = file !== ':memory:' && existsSync(file);
  const sealed = file !== ':memory:' && isSealed(file);
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    if (file !== ':memory:') chmodSync(file, 0o600);
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`);
    database.pragma('cache_size = -65536');
    database.pragma('temp_store = MEMORY');
    database.exec('BEGIN IMMEDIATE');
    database.exec('COMMIT');
    if (isOnDisk && !sealed) refuseDamage(database);
    if (sealed) breakSeal(file);
    return database;
  } catch (error) {
    database?.close();
    throw new Error(explainOpen(file, error));
  }
}

/** Whether a process has the file open. */
export function isInUse(file: string): boolean {
  const database = new Database(file);
  try {
    database.exec('BEGIN IMMEDIATE');
    database.exec('ROLLBACK');
    return false;
  } catch (error) {
    // Damage is no reason to call it used: a backup is about to take its place.
    return codeOf(error).startsWith('SQLITE_BUSY');
  } finally {
    database.close();
  }
}

/** What SQLite finds wrong with the file's structure; empty when nothing is. */
export function structureProblems(database: Database.Database): string[] {
  const rows: unknown[] = database.prepare('PRAGMA integrity_check(20)').raw().all([]);
  const lines = rows.flatMap((row) => (Array.isArray(row) ? [String(row[0])] : []));
  return lines.filter((line) => line !== 'ok');
}

// After a kill nobody has sealed the file. Reading all of it takes about a second per 500 MB.
function refuseDamage(database: Database.Database): void {
  const [problem] = structureProblems(database);
  if (problem === undefined) return;
  throw Object.assign(new Error(problem), { code: 'SQLITE_CORRUPT' });
}

function explainOpen(file: string, error: unknown): string {
  const code = codeOf(error);
  const reason = messageOf(error);
  if (code.startsWith('SQLITE_BUSY'))
    return `another localcloud is using ${file}; stop it first, or choose another data folder`;
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return `${file} is damaged (${reason}); restore it from a backup`;
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return `${file} cannot be written (${reason}); check the folder's permissions`;
  return `cannot open ${file}: ${reason}`;
}
