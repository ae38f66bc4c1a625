import { existsSync } from 'node:fs';
import Database from 'libsql';
import { codeOf, messageOf } from '../error-facts';
import { damaged, FileGuard, PAGE_BYTES, sumsOf } from './integrity/file-guard';
import { takeLock } from './integrity/lock';

/** How much of the file is read through the kernel's own pages instead of copies; SQLite's own limit is 2 GB. */
const MAPPED_BYTES = 2 ** 31 - 65_536;

/** An open database; where it is a file, also what notices damage to it. `release` when SQLite has closed it. */
export type OpenFile = { database: Database.Database; guard: FileGuard | undefined; release(): void };

/**
 * Opens the file, notices damage, and takes its lock; a second process (or a second open in this one) is refused.
 * A damaged file is left as it is. `isLocked`: the caller has the lock already, and keeps it. Throws an Error that says
 * what is wrong.
 */
export function openLocked(file: string, durable: boolean, isLocked = false): OpenFile {
  if (file === ':memory:')
    return { database: connect(file, durable), guard: undefined, release: () => undefined };
  refuseMissing(file);
  const onFailure: (() => void)[] = [];
  try {
    const unlock = isLocked ? (): void => undefined : takeLock(file);
    onFailure.unshift(unlock);
    const guard = new FileGuard(file);
    onFailure.unshift(() => guard.close());
    const isKnown = guard.isKnown();
    if (isKnown) guard.verify();
    const database = connect(file, durable);
    onFailure.unshift(() => database.close());
    if (!isKnown) learn(database, guard);
    guard.openLog();
    const release = (): void => {
      guard.close();
      unlock();
    };
    return { database, guard, release };
  } catch (error) {
    for (const undo of onFailure) undo();
    throw Object.assign(new Error(explainOpen(file, error)), { code: codeOf(error) });
  }
}

function connect(file: string, durable: boolean): Database.Database {
  const database = new Database(file);
  try {
    // Set first, so that no setting below begins a file of another page size.
    database.exec(`PRAGMA page_size = ${PAGE_BYTES}`);
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}`);
    database.exec('PRAGMA cache_size = -65536');
    database.exec(`PRAGMA mmap_size = ${MAPPED_BYTES}`);
    database.exec('PRAGMA temp_store = MEMORY');
    // Checkpoints are made by the engine, which keeps the checksums in step with them.
    if (file !== ':memory:') database.exec('PRAGMA wal_autocheckpoint = 0');
    database.exec('BEGIN IMMEDIATE');
    database.exec('COMMIT');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

// A file nobody kept checksums of (made by an earlier version, or put here by hand): SQLite's own look at it has to do.
function learn(database: Database.Database, guard: FileGuard): void {
  const [problem] = structureProblems(database);
  if (problem !== undefined) throw damaged(problem);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  guard.learn();
}

// A new database in the place of one that is gone would look like a community without a memory.
function refuseMissing(file: string): void {
  if (existsSync(file) || !existsSync(sumsOf(file))) return;
  throw new Error(`${file} is gone; restore it from a backup, or remove ${sumsOf(file)} to start empty`);
}

/** What SQLite finds wrong with the file's structure; empty when nothing is. */
export function structureProblems(database: Database.Database): string[] {
  const rows: unknown[] = database.prepare('PRAGMA integrity_check(20)').raw().all([]);
  const lines = rows.flatMap((row) => (Array.isArray(row) ? [String(row[0])] : []));
  return lines.filter((line) => line !== 'ok');
}

/** A sentence for somebody whose file cannot be opened: what is wrong with it, and what to do. */
export function explainOpen(file: string, error: unknown): string {
  const code = codeOf(error);
  const reason = messageOf(error);
  if (code.startsWith('SQLITE_BUSY'))
    return `another localcloud is using ${file}; stop it first, or choose another data folder`;
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return `${file} is damaged (${reason}); restore it from a backup, or remove ${sumsOf(file)} if you changed it yourself`;
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EPERM)/.test(code))
    return `${file} cannot be written (${reason}); check the folder's permissions`;
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC')
    return `the disk that holds ${file} is full; free some space and start again`;
  return `cannot open ${file}: ${reason}`;
}
