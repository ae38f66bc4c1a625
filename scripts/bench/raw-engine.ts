import Database from 'libsql';

type Task = { _id: string; status: string; at: number; left: number; text: string };

/** The same table, kept by hand: what SQLite itself can do with one commit per operation and `synchronous = FULL`. */
export function openRaw(file: string) {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE tasks (n INTEGER PRIMARY KEY, id TEXT UNIQUE, status TEXT, at INTEGER, left INTEGER, d TEXT)',
  );
  database.exec('CREATE INDEX status_at ON tasks (status, at DESC)');
  const insert = database.prepare('INSERT INTO tasks (id, status, at, left, d) VALUES (?, ?, ?, ?, ?)');
  const byId = database.prepare('SELECT d FROM tasks WHERE id = ?');
  const page = database.prepare('SELECT d FROM tasks WHERE status = ? ORDER BY at DESC LIMIT 20');
  const total = database.prepare('SELECT count(*) FROM tasks WHERE status = ?');
  const claim = database.prepare(
    "UPDATE tasks SET left = left + 1, d = json_set(d, '$.left', left + 1) WHERE id = ? AND left >= 0",
  );
  const add = (task: Task): void => {
    insert.run([task._id, task.status, task.at, task.left, JSON.stringify(task)]);
  };
  return {
    add,
    fill: (tasks: readonly Task[]): void => {
      database.exec('BEGIN');
      for (const task of tasks) add(task);
      database.exec('COMMIT');
    },
    get: (id: string): void => void JSON.parse(textOf(byId.get([id]))),
    query: (status: string): void => {
      for (const row of page.all([status])) JSON.parse(textOf(row));
    },
    count: (status: string): void => void total.get([status]),
    claim: (id: string): void => void claim.run([id]),
    close: (): void => void database.close(),
  };
}

function textOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'd' in row ? String(row.d) : 'null';
}
