import { randomUUID } from 'node:crypto';
import type { Files } from '../services/storage/files';
import type { Store } from '../store/store';

/** How long a hold lasts when whoever took it falls silent. */
const LEASE_MS = 30_000;

export type Hold = { id: string; leaseMs: number };

/**
 * Keeps the database file and the stored files as they are on disk while somebody copies them, without keeping
 * anybody waiting: what is written meanwhile goes to the log beside the file. One holder at a time.
 */
export class Holds {
  private current: { id: string; lease: NodeJS.Timeout } | undefined;

  constructor(
    private readonly store: Store,
    private readonly files: Files,
  ) {}

  /** Everything stored so far is in the files when it returns. Throws when somebody else holds them. */
  take(): Hold {
    if (this.current) throw new Error('a backup or a check is already being made; try again when it is done');
    this.store.engine.holdStill();
    this.files.keepRemoved();
    const id = randomUUID();
    this.current = { id, lease: this.lease() };
    return { id, leaseMs: LEASE_MS };
  }

  renew(id: unknown): void {
    const current = this.require(id);
    clearTimeout(current.lease);
    current.lease = this.lease();
  }

  /** Returns when the files were left alone from `take` until now. Throws when they were not. */
  async release(id: unknown): Promise<void> {
    this.require(id);
    await this.end();
  }

  /** Ends a hold whoever has it, because the files are about to be replaced; they are told when they release it. */
  cancel(): void {
    this.letGo();
    this.files.forgetKept();
  }

  private async end(): Promise<void> {
    this.letGo();
    await this.files.removeKept();
  }

  private letGo(): void {
    if (!this.current) return;
    clearTimeout(this.current.lease);
    this.current = undefined;
    this.store.engine.letGo();
  }

  private require(id: unknown): { id: string; lease: NodeJS.Timeout } {
    if (this.current && this.current.id === id) return this.current;
    throw new Error('the files were not left alone long enough: the hold has ended');
  }

  private lease(): NodeJS.Timeout {
    return setTimeout(() => void this.end(), LEASE_MS).unref();
  }
}
