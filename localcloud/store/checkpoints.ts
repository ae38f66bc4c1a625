import type Database from 'libsql';
import { messageOf } from '../error-facts';
import type { Log } from '../log';
import type { FileGuard } from './integrity/file-guard';

/** Decides when SQLite's write-ahead log is written into the database file, in step with the file's checksums. */
export class Checkpoints {
  private readonly passive: Database.Statement;
  private isHeld = false;
  private hasFailed = false;

  /** `guard` is undefined for a database in memory, which has no log. */
  constructor(
    private readonly database: Database.Database,
    private readonly guard: FileGuard | undefined,
    private readonly log: Log,
  ) {
    this.passive = database.prepare('PRAGMA wal_checkpoint(PASSIVE)').raw();
  }

  /** Call after each commit, before anybody is told of it. */
  afterCommit(): void {
    const { guard } = this;
    if (!guard) return;
    this.hasFailed = false;
    try {
      guard.openLog();
      if (guard.committed() && !this.isHeld) this.checkpoint(guard);
    } catch (error) {
      // What has been committed stays committed. The disk may be full; the next commit tries again.
      const message = 'the write-ahead log could not be written to the database file; it is kept';
      this.log({ level: 'error', message, error: messageOf(error) });
    }
  }

  /** Call after a commit that did not succeed. */
  commitFailed(): void {
    this.hasFailed = true;
    this.guard?.commitFailed();
  }

  /** Brings everything committed into the file, which then stays as it is until `letGo`. */
  hold(): void {
    this.emptyLog();
    this.isHeld = true;
  }

  letGo(): void {
    this.isHeld = false;
  }

  /** Brings everything committed into the file and leaves the log empty. */
  emptyLog(): void {
    const { guard } = this;
    if (!guard) return;
    guard.openLog();
    // Every commit that succeeded has been noted; what a failed one left is no commit.
    if (!this.hasFailed) guard.committed();
    this.checkpoint(guard);
    guard.forgetLog();
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  private checkpoint(guard: FileGuard): void {
    guard.beforeCheckpoint();
    const row: unknown = this.passive.get([]);
    const [busy, inLog, done]: unknown[] = Array.isArray(row) ? row : [];
    if (busy !== 0 || inLog !== done) throw new Error('a checkpoint did not come to its end');
  }
}
