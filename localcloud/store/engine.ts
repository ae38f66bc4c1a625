import type Database from 'libsql';
import { CloudError } from '../protocol/cloud-error';
import { messageOf } from '../error-facts';
import { openLocked, structureProblems } from './open-file';
import { sealFile } from './seal';

export type SqlValue = string | number | null;

/** One SQLite file, one connection, one writer. Writes of one event-loop turn share a commit (group commit). */
export class Engine {
  private readonly database: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private batch: Batch | undefined;
  private closed = false;

  /**
   * Opens the file and takes its lock; a second process (or a second open in this one) is refused.
   * `durable: false` skips fsync, for databases that need not outlive the process.
   */
  constructor(
    private readonly file: string,
    options: { durable: boolean },
  ) {
    this.database = openLocked(file, options.durable);
  }

  run(sql: string, params: readonly SqlValue[] = []): { changes: number; rowId: number } {
    const { changes, lastInsertRowid } = this.statement(sql).run(params);
    return { changes, rowId: Number(lastInsertRowid) };
  }

  /** Rows come back as arrays of columns; the caller states their type, which the table declares. */
  get<Row extends readonly unknown[]>(sql: string, params: readonly SqlValue[] = []): Row | undefined {
    return this.statement(sql).get(params) as Row | undefined;
  }

  all<Row extends readonly unknown[]>(sql: string, params: readonly SqlValue[] = []): Row[] {
    return this.statement(sql).all(params) as Row[];
  }

  /** Rows one by one, for reading more than fits in memory. Write nothing while it runs. */
  each<Row extends readonly unknown[]>(sql: string): Iterable<Row> {
    return this.database.prepare(sql).raw().iterate([]) as Iterable<Row>;
  }

  /** Writes a copy of everything committed so far to a new file; `describe` sees the database at that same moment. */
  copyInto<T>(file: string, describe: (database: Database.Database) => T): T {
    this.commit();
    this.run('VACUUM INTO ?', [file]);
    return describe(this.database);
  }

  /** What SQLite finds wrong with the file's structure; empty when nothing is. */
  structureProblems(): string[] {
    return structureProblems(this.database);
  }

  exec(sql: string): void {
    this.database.exec(sql);
  }

  /** Runs work at start-up in its own durable transaction. */
  setUp<T>(work: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Runs `work` at once, all or nothing, and resolves when its effects are on disk.
   * Everything written in the same turn of the event loop is committed (and fsynced) together.
   */
  async write<T>(work: () => T): Promise<T> {
    const batch = this.openBatch();
    this.run('SAVEPOINT operation');
    let result: T;
    try {
      result = work();
    } catch (error) {
      this.undoOperation(batch);
      await batch.settled;
      throw error;
    }
    this.run('RELEASE operation');
    await batch.settled;
    return result;
  }

  /** Like `write`, but on disk when it returns: it ends the running batch. For rare writes of callers that cannot wait. */
  writeNow<T>(work: () => T): T {
    this.commit();
    return this.setUp(work);
  }

  /** Runs `work` at once; resolves after writes it may have seen are on disk, so nobody is told what could be lost. */
  async read<T>(work: () => T): Promise<T> {
    const result = work();
    if (this.batch) await this.batch.settled;
    return result;
  }

  /** Commits what is open and releases the file. */
  close(): void {
    if (this.closed) return;
    this.commit();
    this.closed = true;
    this.statements.clear();
    // libsql keeps the file, and so its lock, until its statements are collected as garbage: give the lock back by name.
    try {
      this.database.pragma('journal_mode = DELETE');
      this.database.pragma('locking_mode = NORMAL');
      this.database.prepare('SELECT count(*) FROM sqlite_master').get([]);
    } finally {
      this.database.close();
    }
    if (this.file !== ':memory:') sealFile(this.file);
  }

  private statement(sql: string): Database.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const made = this.database.prepare(sql);
    if (made.reader) made.raw();
    this.statements.set(sql, made);
    return made;
  }

  private openBatch(): Batch {
    if (this.closed) throw new CloudError('SYS_ERR', 'localcloud is closed');
    if (this.batch) return this.batch;
    this.run('BEGIN IMMEDIATE');
    const batch = new Batch();
    this.batch = batch;
    setImmediate(() => {
      if (this.batch === batch) this.commit();
    });
    return batch;
  }

  private undoOperation(batch: Batch): void {
    if (this.database.inTransaction) {
      this.run('ROLLBACK TO operation');
      this.run('RELEASE operation');
      return;
    }
    // SQLite has rolled everything back by itself (disk full, I/O error): nothing of this batch happened.
    this.batch = undefined;
    batch.fail(diskFailed('the transaction was rolled back'));
  }

  private commit(): void {
    const { batch } = this;
    if (!batch) return;
    this.batch = undefined;
    try {
      this.run('COMMIT');
      batch.succeed();
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      batch.fail(diskFailed(messageOf(error)));
    }
  }
}

class Batch {
  readonly settled: Promise<void>;
  succeed: () => void = () => undefined;
  fail: (error: Error) => void = () => undefined;

  constructor() {
    this.settled = new Promise((resolve, reject) => {
      this.succeed = resolve;
      this.fail = reject;
    });
    // Each operation awaits `settled` for itself. An operation that failed before it could must not leave a rejection
    // nobody looks at, which would end the process.
    this.settled.catch(() => undefined);
  }
}

function diskFailed(reason: string): CloudError {
  return new CloudError('SYS_ERR', `the write was not stored: ${reason}`);
}
