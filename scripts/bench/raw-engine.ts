import Database from 'libsql';
import { roomOf, idOf, statusOf, task, type Row, type Task } from './workload';
import type { Work } from './measure';

/** Those localcloud gives the engine, but for its checkpoints. */
const SETTINGS = [
  ...['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL'],
  ...['cache_size = -65536', `mmap_size = ${2 ** 31 - 65_536}`],
];

/**
 * The same table kept by hand: what SQLite itself does through libsql, with one commit per operation and
 * `synchronous = FULL`. `grouped` shares a commit between 64 claims, as localcloud does.
 */
export function openRaw(file: string, documents: number) {
  const database = new Database(file);
  for (const pragma of SETTINGS) database.pragma(pragma);
  database.exec(
    'CREATE TABLE tasks (n INTEGER PRIMARY KEY, id TEXT UNIQUE, status TEXT, at INTEGER, room TEXT, number TEXT, left INTEGER, d TEXT);' +
      'CREATE INDEX status_at ON tasks (status, at DESC); CREATE INDEX room_1 ON tasks (room);' +
      'CREATE UNIQUE INDEX number_1 ON tasks (number)',
  );
  const insert = database.prepare(
    'INSERT INTO tasks (id, status, at, room, number, left, d) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const byId = database.prepare('SELECT d FROM tasks WHERE id = ?');
  const page = database.prepare('SELECT d FROM tasks WHERE status = ? ORDER BY at DESC LIMIT 20');
  const total = database.prepare('SELECT count(*) FROM tasks WHERE room = ?');
  const take = database.prepare(
    "UPDATE tasks SET left = left - 1, d = json_set(d, '$.left', left - 1, '$.holder', ?) WHERE id = ? AND left > 0",
  );
  const write = (row: Task): void => {
    insert.run([row._id, row.status, row.at, row.room, row.number, row.left, JSON.stringify(row)]);
  };
  const together = (work: () => void): void => {
    database.exec('BEGIN IMMEDIATE');
    work();
    database.exec('COMMIT');
  };
  const claim = (i: number): void => void take.run([`p${i % 900}`, idOf(i, documents)]);
  const works: Record<Row, Work> = {
    get: (i) => parsed(byId.get([idOf(i, documents)])),
    query: (i) => page.all([statusOf(i)]).map(parsed),
    count: (i) => total.get([roomOf(i, documents)]),
    claim,
    claims: claim,
    add: (i) => write(task(i, `n${i}`)),
    transaction: (i) =>
      together(() => {
        parsed(byId.get([idOf(i, documents)]));
        claim(i);
        claim(i + 1);
      }),
  };
  return {
    works,
    /** 64 claims that share a commit. */
    grouped: (i: number): void =>
      together(() => {
        for (let k = 0; k < 64; k += 1) claim(i * 64 + k);
      }),
    load: (from: number, to: number): void =>
      together(() => {
        for (let n = from; n < to; n += 1) write(task(n));
      }),
    close: (): void => void database.close(),
  };
}

function parsed(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'd' in row ? JSON.parse(String(row.d)) : undefined;
}
