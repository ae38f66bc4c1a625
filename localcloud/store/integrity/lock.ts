import { closeSync, existsSync, openSync } from 'node:fs';
import Database from 'libsql';

/**
 * Takes the lock beside a database file and returns what gives it back; the kernel takes it back from a process that is
 * killed. It is a file of its own, so that damage to the database can be looked for before SQLite opens it, and mends it.
 * Throws SQLITE_BUSY when somebody, in this process too, has the lock.
 */
export function takeLock(file: string): () => void {
  const path = `${file}.lock`;
  // Opened once only: closing any handle of it would drop the lock this very process may have on it.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  const holder = new Database(path);
  try {
    holder.exec('PRAGMA locking_mode = EXCLUSIVE');
    holder.exec('BEGIN EXCLUSIVE');
    return () => holder.close();
  } catch (error) {
    holder.close();
    throw error;
  }
}
