import { createHash, type Hash } from 'node:crypto';
import type Database from 'libsql';

/** Tables that belong to a backup file itself, not to what it holds. */
export const BACKUP_TABLES = { files: 'backup:files', manifest: 'backup:manifest' } as const;

/** A hash over every row of every table: equal hashes mean equal content, however the pages lie. */
export function hashContent(database: Database.Database): string {
  const hash = createHash('sha256');
  for (const table of namesOf(database)) hashTable(database, table, hash);
  return hash.digest('hex');
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

function hashTable(database: Database.Database, table: string, hash: Hash): void {
  const quoted = `"${table.replace(/"/g, '""')}"`;
  const width = database.prepare(`PRAGMA table_info(${quoted})`).raw().all([]).length;
  const order = Array.from({ length: width }, (_, i) => i + 1).join(', ');
  hash.update(`${JSON.stringify(table)}\n`);
  for (const row of database.prepare(`SELECT * FROM ${quoted} ORDER BY ${order}`).raw().iterate([]))
    hash.update(`${JSON.stringify(row)}\n`);
}
