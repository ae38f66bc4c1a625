import { fsyncSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Salts } from './wal-file';

/*
 * A file of checksums beside the database: one for each page as the last checkpoint left it, and how far the
 * write-ahead log had been committed. Little-endian words:
 *   0 magic   4 layout   8 bytes per page   12 number of pages   16 checksum of the four
 *   32 salt   36 salt    40 frames          44 checksum of the three
 *   64 one word for each page, 0 where nothing is known
 */
const MAGIC = 0x6d75736c;
const LAYOUT = 1;
const TAIL_AT = 32;
const PAGES_AT = 64;

/** How far a log had been committed: its salts, and the number of frames. */
export type Tail = { readonly salts: Salts; readonly frames: number };

/** The page checksums of one database, in memory and in their file. */
export class PageSums {
  private sums = new Uint32Array(0);
  /** How many there are by the file's header. */
  private savedCount = -1;
  private readonly tailBytes = Buffer.alloc(16);

  constructor(
    private readonly handle: number,
    readonly pageBytes: number,
  ) {}

  /** Number of pages of the database, as of the last checkpoint. */
  get pageCount(): number {
    return this.sums.length;
  }

  /** Reads the file; false when it was never saved. Throws an Error when it is damaged itself. */
  load(): boolean {
    const head = Buffer.alloc(PAGES_AT);
    readSync(this.handle, head, 0, PAGES_AT, 0);
    if (head.subarray(0, TAIL_AT).every((byte) => byte === 0)) return false;
    const isWhole = head.readUInt32LE(0) === MAGIC && head.readUInt32LE(16) === crc32(head.subarray(0, 16));
    if (!isWhole || head.readUInt32LE(4) !== LAYOUT || head.readUInt32LE(8) !== this.pageBytes)
      throw new Error('its checksums cannot be read');
    const bytes = Buffer.alloc(head.readUInt32LE(12) * 4);
    if (readSync(this.handle, bytes, 0, bytes.length, PAGES_AT) < bytes.length)
      throw new Error('its checksums cannot be read');
    this.sums = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    this.savedCount = this.sums.length;
    return true;
  }

  tail(): Tail {
    const bytes = Buffer.alloc(16);
    readSync(this.handle, bytes, 0, 16, TAIL_AT);
    if (bytes.readUInt32LE(12) !== crc32(bytes.subarray(0, 12)))
      throw new Error('its checksums cannot be read');
    return { salts: [bytes.readUInt32LE(0), bytes.readUInt32LE(4)], frames: bytes.readUInt32LE(8) };
  }

  /** Notes how far the log is committed. Not synced: the kernel keeps it when the process is killed. */
  noteTail({ salts, frames }: Tail): void {
    const bytes = this.tailBytes;
    bytes.writeUInt32LE(salts[0], 0);
    bytes.writeUInt32LE(salts[1], 4);
    bytes.writeUInt32LE(frames, 8);
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 12)), 12);
    writeSync(this.handle, bytes, 0, 16, TAIL_AT);
  }

  /** Sets the number of pages; new ones are unknown. */
  resize(pageCount: number): void {
    if (pageCount === this.sums.length) return;
    const resized = new Uint32Array(pageCount);
    resized.set(this.sums.subarray(0, pageCount));
    this.sums = resized;
  }

  /** Remembers a page's content; pages count from 1. */
  set(page: number, content: Buffer): void {
    this.sums[page - 1] = sumOf(page, content);
  }

  /** Whether a page is as it was remembered; true when nothing is known of it. */
  fits(page: number, content: Buffer): boolean {
    const known = this.sums[page - 1] ?? 0;
    return known === 0 || known === sumOf(page, content);
  }

  /** Whether anything is known of a page. */
  knows(page: number): boolean {
    return (this.sums[page - 1] ?? 0) !== 0;
  }

  /** Writes everything to disk: the checksums first, then how many there are. Throws when the disk takes no more. */
  save(): void {
    const words = Buffer.from(this.sums.buffer, this.sums.byteOffset, this.sums.byteLength);
    for (let at = 0; at < words.length;)
      at += writeSync(this.handle, words, at, words.length - at, PAGES_AT + at);
    fsyncSync(this.handle);
    if (this.sums.length === this.savedCount) return;
    const head = Buffer.alloc(20);
    [MAGIC, LAYOUT, this.pageBytes, this.sums.length].forEach((word, i) => head.writeUInt32LE(word, i * 4));
    head.writeUInt32LE(crc32(head.subarray(0, 16)), 16);
    writeSync(this.handle, head, 0, head.length, 0);
    fsyncSync(this.handle);
    this.savedCount = this.sums.length;
  }
}

/** What SQLite changes in page 1 outside the log, when it switches to or from one: format versions, counters, its own version. */
const UNLOGGED_IN_PAGE_ONE = [
  [18, 20],
  [24, 28],
  [92, 100],
] as const;

function sumOf(page: number, content: Buffer): number {
  if (page !== 1) return crc32(content) || 1;
  const masked = Buffer.from(content);
  for (const [from, to] of UNLOGGED_IN_PAGE_ONE) masked.fill(0, from, to);
  return crc32(masked) || 1;
}
