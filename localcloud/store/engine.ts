import type Database from 'libsql';
import { CloudError } from '../protocol/cloud-error';
import { diskRefusal } from '../disk-refusal';
import { messageOf } from '../error-facts';
import { silent, type Log } from '../log';
import { Batch, notStored } from './batch';
import { Checkpoints } from './checkpoints';
import { openLocked, structureProblems } from './open-file';

export type SqlValue = string | number | null;

/** One SQLite file, one connection, one writer. Writes of one event-loop turn share a commit (group commit). */
export class Engine {
  private database: Database.Database;
  private checkpoints: Checkpoints;
  private release: () => void;
  private operation: Operation | undefined;
  private readonly statements = new Map<string, Database.Statement>();
  /** Statements of `get` are prepared apart: after an `all` that found nothing, libsql's next `get` finds nothing. */
  private readonly singles = new Map<string, Database.Statement>();
  private batch: Batch | undefined;
  private closed = false;
  private readonly preparations: (() => void)[] = [];

  /**
   * Opens the file and takes its lock; a second process (or a second open in this one) is refused.
   * `durable: false` skips fsync, for databases that need not outlive the process. `isLocked`: the caller has the lock.
   */
  constructor(
    private readonly file: string,
    private readonly options: { durable: boolean; isLocked?: boolean; log?: Log },
  ) {
    ({ database: this.database, checkpoints: this.checkpoints, release: this.release } = this.open());
  }

  run(sql: string, params: readonly SqlValue[] = []): { changes: number; rowId: number } {
    const { operation } = this;
    if (operation && operation.done > 0 && !operation.hasSavepoint)
      throw new Error('several statements need Engine.write, or Engine.several before the first of them');
    if (operation) this.openBatch();
    const { changes, lastInsertRowid } = this.statement(sql).run(params);
    if (operation) operation.done++;
    return { changes, rowId: Number(lastInsertRowid) };
  }

  /** Rows come back as arrays of columns; the caller states their type, which the table declares. */
  get<Row extends readonly unknown[]>(sql: string, params: readonly SqlValue[] = []): Row | undefined {
    return this.statement(sql, this.singles).get(params) as Row | undefined;
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

  /**
   * Brings everything committed into the file and keeps the file as it is until `letGo`: later writes stay in the log
   * beside it, so the file can be copied while work goes on. Costs one checkpoint.
   */
  holdStill(): void {
    this.commit();
    this.checkpoints.hold();
  }

  letGo(): void {
    this.checkpoints.letGo();
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
      this.checkpoints.afterCommit();
      return result;
    } catch (error) {
      this.rollBack();
      throw diskRefusal(error) ?? error;
    }
  }

  /** Like `setUp`, now and again whenever the file has been replaced by another (`reopen`). */
  prepare(work: () => void): void {
    this.preparations.push(work);
    this.setUp(work);
  }

  /**
   * Runs `work` at once, all or nothing, and resolves when its effects are on disk.
   * Everything written in the same turn of the event loop is committed (and fsynced) together.
   */
  write<T>(work: () => T): Promise<T> {
    return this.perform(() => {
      this.several();
      return work();
    });
  }

  /**
   * Like `write`, for work that mostly makes one statement, which is all or nothing by itself. Before the first of
   * several, such work calls `several`.
   */
  writeOne<T>(work: () => T): Promise<T> {
    return this.perform(work);
  }

  /** Makes the rest of the running operation all or nothing. */
  several(): void {
    const { operation } = this;
    if (!operation || operation.hasSavepoint) return;
    this.openBatch();
    this.statement('SAVEPOINT operation').run([]);
    operation.hasSavepoint = true;
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

  /** Commits what is open and releases the file. Returns whether everything is in it; else the log has to be kept. */
  close(): boolean {
    if (this.closed) return true;
    this.commit();
    this.closed = true;
    // They belong to this connection, whatever becomes of it.
    this.statements.clear();
    this.singles.clear();
    try {
      this.checkpoints.emptyLog();
      // libsql keeps the file, and so its lock, until its statements are collected as garbage: give the lock back by name.
      this.database.pragma('journal_mode = DELETE');
      this.database.pragma('locking_mode = NORMAL');
      this.database.prepare('SELECT count(*) FROM sqlite_master').get([]);
      return true;
    } catch (error) {
      // Where the disk takes no more, the log stays as a kill would leave it; the next start reads it.
      if (!diskRefusal(error)) throw error;
      const message =
        'closed on a disk that cannot be written; the write-ahead log is kept for the next start';
      (this.options.log ?? silent)({ level: 'error', message, error: messageOf(error) });
      return false;
    } finally {
      this.database.close();
      this.release();
    }
  }

  /** Opens the file anew after `close`: another may lie in its place. */
  reopen(): void {
    ({ database: this.database, checkpoints: this.checkpoints, release: this.release } = this.open());
    this.closed = false;
    for (const prepare of this.preparations) this.setUp(prepare);
  }

  private open(): { database: Database.Database; checkpoints: Checkpoints; release: () => void } {
    const { log = silent, durable, isLocked } = this.options;
    const { database, guard, release } = openLocked(this.file, durable, isLocked);
    return { database, checkpoints: new Checkpoints(database, guard, log), release };
  }

  private statement(sql: string, prepared = this.statements): Database.Statement {
    const known = prepared.get(sql);
    if (known) return known;
    const made = this.database.prepare(sql);
    if (made.reader) made.raw();
    prepared.set(sql, made);
    return made;
  }

  private async perform<T>(work: () => T): Promise<T> {
    if (this.closed) throw new CloudError('SYS_ERR', 'localcloud is closed');
    const operation: Operation = { done: 0, hasSavepoint: false };
    this.operation = operation;
    let result: T;
    try {
      result = work();
    } catch (error) {
      this.operation = undefined;
      const batch = this.batch;
      if (batch) this.undo(operation, batch, error);
      await batch?.settled;
      throw diskRefusal(error) ?? error;
    }
    this.operation = undefined;
    if (operation.hasSavepoint) this.statement('RELEASE operation').run([]);
    // Also when nothing was written: what was seen may be somebody else's write of this same batch.
    await this.batch?.settled;
    return result;
  }

  /** Begins a batch with the first statement that writes; what turns out to change nothing costs no commit. */
  private openBatch(): void {
    if (this.batch) return;
    this.statement('BEGIN IMMEDIATE').run([]);
    const batch = new Batch();
    this.batch = batch;
    setImmediate(() => {
      if (this.batch === batch) this.commit();
    });
  }

  private undo({ done, hasSavepoint }: Operation, batch: Batch, error: unknown): void {
    const isOpen = this.database.inTransaction;
    if (isOpen && hasSavepoint) {
      this.statement('ROLLBACK TO operation').run([]);
      this.statement('RELEASE operation').run([]);
      return;
    }
    // A statement that failed left nothing behind.
    if (isOpen && done === 0) return;
    // SQLite has rolled everything back by itself (disk full, I/O error): nothing of this batch happened.
    this.rollBack();
    this.batch = undefined;
    batch.fail(notStored(error));
  }

  private rollBack(): void {
    if (this.database.inTransaction) this.database.exec('ROLLBACK');
    this.checkpoints.commitFailed();
  }

  private commit(): void {
    const { batch } = this;
    if (!batch) return;
    this.batch = undefined;
    try {
      this.run('COMMIT');
    } catch (error) {
      this.rollBack();
      batch.fail(notStored(error));
      return;
    }
    this.checkpoints.afterCommit();
    batch.succeed();
  }
}

/** One operation of a batch: how many statements it has made, and whether they can be undone. */
type Operation = { done: number; hasSavepoint: boolean };
