import { closeSync, constants, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { messageOf } from '../../error-facts';
import { PageSums, type Tail } from './page-sums';
import { WalFile, type CommittedFrames, type Salts } from './wal-file';

/** The page size localcloud makes its files with; SQLite's default. */
export const PAGE_BYTES = 4096;
const CHECKPOINT_BYTES = 64 * 1024 * 1024;
const READ_BYTES = 1024 * PAGE_BYTES;
const NO_TAIL: Tail = { salts: [0, 0], frames: 0 };

/** Where the checksums of a database file are kept. */
export const sumsOf = (file: string): string => `${file}.sums`;

/**
 * Notices damage to a database file: every page is compared with its checksum before anything is served, and the
 * write-ahead log must reach as far as it had been acknowledged. Checksums follow each checkpoint; they are on disk
 * before the pages are, and a page that is in the log as well is read from there, so a kill at any moment leaves a fit.
 *
 * Handles stay open until `close`: closing any handle of the database file would drop the locks this process has on it.
 */
export class FileGuard {
  private readonly handles: number[] = [];
  private readonly database: number;
  private readonly sums: PageSums;
  private wal: WalFile | undefined;
  private tail: Tail = NO_TAIL;
  /** The log in which frames of a commit that failed, or was cut short by a kill, may lie behind the last one. */
  private doubted: Salts | undefined;

  constructor(private readonly file: string) {
    this.database = this.open(file, constants.O_RDWR | constants.O_CREAT);
    this.sums = new PageSums(this.open(sumsOf(file), constants.O_RDWR | constants.O_CREAT), PAGE_BYTES);
  }

  /** Whether checksums were kept for this file; then `verify` can tell. Throws an Error when they are damaged. */
  isKnown(): boolean {
    return named(() => this.sums.load());
  }

  /** Compares the file with its checksums. Throws an Error that says what does not fit. Call with the file locked. */
  verify(): void {
    this.tail = named(() => this.sums.tail());
    const logged = this.recoverLog();
    const { size } = fstatSync(this.database);
    const pages = Math.floor(size / PAGE_BYTES);
    for (let page = pages + 1; page <= this.sums.pageCount; page++)
      if (!logged.latest.has(page) && this.sums.knows(page))
        throw damaged(`it is shorter than it was: page ${page} is missing`);
    const last = Math.min(pages, this.sums.pageCount);
    eachPage(this.database, last, (page, content) => {
      if (!logged.latest.has(page) && !this.sums.fits(page, content))
        throw damaged(`page ${page} is not as it was written`);
    });
  }

  /** Learns a file that has no checksums yet. The log must be empty: call after a checkpoint. */
  learn(): void {
    const pages = Math.floor(fstatSync(this.database).size / PAGE_BYTES);
    this.sums.resize(pages);
    eachPage(this.database, pages, (page, content) => this.sums.set(page, content));
    this.noteTail(NO_TAIL);
    this.sums.save();
  }

  /** Notes a commit, before anybody is told of it. Returns whether the log has grown enough for a checkpoint. */
  committed(): boolean {
    const { wal } = this;
    const salts = wal?.salts();
    if (!wal || !salts) return false;
    const from = sameSalts(salts, this.tail.salts) ? this.tail.frames : 0;
    const isDoubted = this.doubted !== undefined && sameSalts(salts, this.doubted);
    const frames = isDoubted ? wal.committedExactly(from, salts) : wal.committedAfter(from, salts);
    this.noteTail({ salts, frames });
    return wal.bytesOf(frames) > CHECKPOINT_BYTES;
  }

  /** A commit has failed: what it left in the log is not to be taken for one that succeeded. */
  commitFailed(): void {
    this.doubted = this.wal?.salts();
  }

  /** Remembers the pages the coming checkpoint will write, on disk before they are. */
  beforeCheckpoint(): void {
    const { wal, tail, sums } = this;
    if (!wal || tail.frames === 0) return;
    // The last state of a page counts, and the last frame of a commit says how many pages there are.
    let isSeen: Uint8Array | undefined;
    wal.eachFromEnd(tail.frames, (page, pageCount, content) => {
      if (!isSeen) sums.resize(pageCount);
      isSeen ??= new Uint8Array(pageCount + 1);
      if (isSeen[page] !== 0) return;
      isSeen[page] = 1;
      sums.set(page, content);
    });
    this.sums.save();
  }

  /** Call after a whole checkpoint, before the log is emptied or removed. */
  forgetLog(): void {
    this.noteTail(NO_TAIL);
    this.sums.save();
  }

  /** Call when SQLite has closed the file. */
  close(): void {
    for (const handle of this.handles.splice(0)) closeSync(handle);
  }

  /** Call once SQLite has made, or found, the log. */
  openLog(): void {
    const path = `${this.file}-wal`;
    if (this.wal || !existsSync(path)) return;
    this.wal = new WalFile(this.open(path, constants.O_RDONLY), PAGE_BYTES);
  }

  private recoverLog(): CommittedFrames {
    this.openLog();
    const salts = named(() => this.wal?.salts());
    const { tail } = this;
    this.doubted = salts;
    const wasUsed = tail.frames > 0;
    if (!this.wal || !salts) {
      if (wasUsed) throw damaged('its write-ahead log is gone');
      return NO_FRAMES;
    }
    const found = this.wal.recoverable(salts);
    if (!wasUsed || isNext(salts, tail.salts)) return found;
    if (!sameSalts(salts, tail.salts)) throw damaged('its write-ahead log is not the one that belongs to it');
    if (found.frames < tail.frames)
      throw damaged(`its write-ahead log is damaged: ${found.frames} of ${tail.frames} pages can be read`);
    return found;
  }

  private noteTail(tail: Tail): void {
    this.tail = tail;
    this.sums.noteTail(tail);
  }

  private open(path: string, flags: number): number {
    const handle = openSync(path, flags, 0o600);
    this.handles.push(handle);
    return handle;
  }
}

/** An Error whose code tells damage from other trouble. */
export function damaged(problem: string): Error {
  return Object.assign(new Error(problem), { code: 'SQLITE_CORRUPT' });
}

/** Reading one of the files beside the database. */
function named<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw damaged(messageOf(error));
  }
}

const NO_FRAMES: CommittedFrames = { frames: 0, pageCount: 0, latest: new Map() };

function sameSalts(a: Salts, b: Salts): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** SQLite counts the first salt up by one when it starts a log anew; that needs a complete checkpoint before. */
function isNext(salts: Salts, before: Salts): boolean {
  return salts[0] === (before[0] + 1) >>> 0;
}

/** Reads the first so many pages of a file one after the other; they count from 1. */
export function eachPage(handle: number, pages: number, look: (page: number, content: Buffer) => void): void {
  const chunk = Buffer.alloc(READ_BYTES);
  for (let first = 0; first < pages;) {
    const wanted = Math.min(READ_BYTES, (pages - first) * PAGE_BYTES);
    const read = readSync(handle, chunk, 0, wanted, first * PAGE_BYTES);
    if (read < wanted) throw damaged('it cannot be read to its end');
    for (let at = 0; at < wanted; at += PAGE_BYTES) look(++first, chunk.subarray(at, at + PAGE_BYTES));
  }
}
