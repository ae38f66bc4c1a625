import { createHash, type Hash } from 'node:crypto';
import type Database from 'libsql';
import { noProgress, type Progress } from './progress';

/** Tables that belong to a backup file itself, not to what it holds. */
export const BACKUP_TABLES = { files: 'backup:files', manifest: 'backup:manifest' } as const;

/** A hash over every row of every table: equal hashes mean equal content, however the pages lie. */
export function hashContent(database: Database.Database, progress: Progress = noProgress): string {
  const hash = createHash('sha256');
  const tables = namesOf(database);
  const total = tables.reduce((sum, table) => sum + countRows(database, table), 0);
  let done = 0;
  for (const table of tables)
    hashTable(database, table, hash, () => progress('hashed', ++done, total, 'rows'));
  return hash.digest('hex');
}

function countRows(database: Database.Database, table: string): number {
  const row: unknown = database
    .prepare(`SELECT count(*) FROM ${quoted(table)}`)
    .raw()
    .get([]);
  return Array.isArray(row) ? Number(row[0]) : 0;
}

function quoted(table: string): string {
  return `"${table.replace(/"/g, '""')}"`;
}

function namesOf(database: Database.Database): string[] {
  const rows: unknown[] = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .raw()
    .all([]);
  const own: readonly string[] = Object.values(BACKUP_TABLES);
  return rows
    .flatMap((row) => (Array.isArray(row) ? [String(row[0])] : []))
    .filter((name) => !own.includes(name));
}

function hashTable(database: Database.Database, table: string, hash: Hash, hashed: () => void): void {
  const name = quoted(table);
  const width = database.prepare(`PRAGMA table_info(${name})`).raw().all([]).length;
  const order = Array.from({ length: width }, (_, i) => i + 1).join(', ');
  hash.update(`${JSON.stringify(table)}\n`);
  for (const row of database.prepare(`SELECT * FROM ${name} ORDER BY ${order}`).raw().iterate([])) {
    hash.update(`${JSON.stringify(row)}\n`);
    hashed();
  }
}
