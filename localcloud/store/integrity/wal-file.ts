import { readSync } from 'node:fs';
import { endianness } from 'node:os';

/*
 * SQLite's write-ahead log, read as https://www.sqlite.org/fileformat2.html#the_write_ahead_log describes it: a header,
 * then frames of one page each. The last frame of a transaction carries the number of pages of the database after it.
 */

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;
/** How many frames are read at once. */
const PIECE_FRAMES = 256;

export type Salts = readonly [number, number];

/** A log's committed frames. `latest` maps each page to the last frame that holds it; frames count from 0. */
export type CommittedFrames = {
  readonly frames: number;
  readonly pageCount: number;
  readonly latest: ReadonlyMap<number, number>;
};

type FrameHeader = { page: number; pageCount: number; salts: Salts; sums: Salts };

/** One write-ahead log, open for reading. */
export class WalFile {
  private readonly frameHeader = Buffer.alloc(FRAME_HEADER_BYTES);

  constructor(
    private readonly handle: number,
    private readonly pageBytes: number,
  ) {}

  /** The salts of the log as it stands; undefined when there is no log. Throws an Error when its header is damaged. */
  salts(): Salts | undefined {
    const header = Buffer.alloc(HEADER_BYTES);
    if (readSync(this.handle, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return undefined;
    if (header.every((byte) => byte === 0)) return undefined;
    const sums = new RunningSum(isBigEndian(header)).add(header.subarray(0, 24)).value;
    const isWhole = (header.readUInt32BE(0) & ~1) >>> 0 === MAGIC && same(sums, pairAt(header, 24));
    if (!isWhole || header.readUInt32BE(8) !== this.pageBytes)
      throw new Error('the header of its write-ahead log is not as SQLite wrote it');
    return pairAt(header, 16);
  }

  /** How many frames of this log (these salts) end in a commit, searching on from `from`, where one did. Reads headers only. */
  committedAfter(from: number, salts: Salts): number {
    let low = from;
    let step = 1;
    while (this.isOf(salts, low + step - 1)) {
      low += step;
      step *= 2;
    }
    for (let high = low + step - 1; low < high;) {
      const middle = (low + high + 1) >>> 1;
      if (this.isOf(salts, middle - 1)) low = middle;
      else high = middle - 1;
    }
    // Frames of a transaction that was undone may stand behind the last commit.
    while (low > from && this.header(low - 1)?.pageCount === 0) low--;
    return low;
  }

  /** The same from the frames' checksums: for a log that may hold frames of commits that failed or were cut short. */
  committedExactly(from: number, salts: Salts): number {
    const sum = this.sumBefore(from);
    let frames = from;
    this.eachFrom(from, (frame, head, content) => {
      if (!same(pairAt(head, 8), salts)) return false;
      if (!same(sum.add(head.subarray(0, 8)).add(content).value, pairAt(head, 16))) return false;
      if (head.readUInt32BE(4) > 0) frames = frame + 1;
      return true;
    });
    return frames;
  }

  /** Looks at whole frames from `from` on, until `look` returns false or the log ends. */
  private eachFrom(from: number, look: (frame: number, head: Buffer, content: Buffer) => boolean): void {
    const frameBytes = FRAME_HEADER_BYTES + this.pageBytes;
    const piece = Buffer.alloc(PIECE_FRAMES * frameBytes);
    for (let frame = from; ;) {
      const read = readSync(this.handle, piece, 0, piece.length, this.offsetOf(frame));
      for (let at = 0; at + frameBytes <= read; at += frameBytes, frame++) {
        const head = piece.subarray(at, at + FRAME_HEADER_BYTES);
        if (!look(frame, head, piece.subarray(at + FRAME_HEADER_BYTES, at + frameBytes))) return;
      }
      if (read < piece.length) return;
    }
  }

  /** What a checkpoint will write: the last state of each page among the first `frames`. */
  pages(frames: number): CommittedFrames {
    const latest = new Map<number, number>();
    let pageCount = 0;
    for (let frame = 0; frame < frames; frame++) {
      const header = this.header(frame);
      if (!header) break;
      latest.set(header.page, frame);
      if (header.pageCount > 0) ({ pageCount } = header);
    }
    return { frames, pageCount, latest };
  }

  /** Looks at the first `frames` frames, the last of them first. Throws an Error when the log ends before. */
  eachFromEnd(frames: number, look: (page: number, pageCount: number, content: Buffer) => void): void {
    const frameBytes = FRAME_HEADER_BYTES + this.pageBytes;
    const piece = Buffer.alloc(Math.min(frames, PIECE_FRAMES) * frameBytes);
    for (let end = frames; end > 0;) {
      const first = Math.max(0, end - PIECE_FRAMES);
      const wanted = (end - first) * frameBytes;
      if (readSync(this.handle, piece, 0, wanted, this.offsetOf(first)) < wanted)
        throw new Error('its write-ahead log cannot be read to its end');
      for (let at = wanted - frameBytes; at >= 0; at -= frameBytes)
        look(
          piece.readUInt32BE(at),
          piece.readUInt32BE(at + 4),
          piece.subarray(at + FRAME_HEADER_BYTES, at + frameBytes),
        );
      end = first;
    }
  }

  /** Reads the log as SQLite does when it recovers: up to the last commit whose checksums are right. */
  recoverable(salts: Salts): CommittedFrames {
    return this.pages(this.committedExactly(0, salts));
  }

  /** How long a log of so many frames is. */
  bytesOf(frames: number): number {
    return this.offsetOf(frames);
  }

  /** The running checksum as it stands where `frame` begins. */
  private sumBefore(frame: number): RunningSum {
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(this.handle, header, 0, HEADER_BYTES, 0);
    const before = frame === 0 ? pairAt(header, 24) : this.header(frame - 1)?.sums;
    return new RunningSum(isBigEndian(header), before);
  }

  private isOf(salts: Salts, frame: number): boolean {
    const header = this.header(frame);
    return header !== undefined && same(header.salts, salts);
  }

  private header(frame: number): FrameHeader | undefined {
    const bytes = this.frameHeader;
    if (readSync(this.handle, bytes, 0, FRAME_HEADER_BYTES, this.offsetOf(frame)) < FRAME_HEADER_BYTES)
      return undefined;
    return {
      page: bytes.readUInt32BE(0),
      pageCount: bytes.readUInt32BE(4),
      salts: pairAt(bytes, 8),
      sums: pairAt(bytes, 16),
    };
  }

  private offsetOf(frame: number): number {
    return HEADER_BYTES + frame * (FRAME_HEADER_BYTES + this.pageBytes);
  }
}

function isBigEndian(header: Buffer): boolean {
  return (header.readUInt32BE(0) & 1) === 1;
}

function pairAt(bytes: Buffer, offset: number): Salts {
  return [bytes.readUInt32BE(offset), bytes.readUInt32BE(offset + 4)];
}

function same(a: Salts, b: Salts): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** The log's own checksum: two sums over pairs of words, running on from frame to frame. */
class RunningSum {
  private first: number;
  private second: number;
  private readonly isOwnOrder: boolean;

  constructor(
    private readonly isBigEndian: boolean,
    [first, second]: Salts = [0, 0],
  ) {
    this.isOwnOrder = isBigEndian === (endianness() === 'BE');
    this.first = first;
    this.second = second;
  }

  add(bytes: Buffer): this {
    let { first, second } = this;
    if (this.isOwnOrder && bytes.byteOffset % 4 === 0) {
      // Where the words lie as this machine has them, they need not be put together byte by byte.
      const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
      for (let at = 0; at < words.length; at += 2) {
        first = (first + (words[at] ?? 0) + second) >>> 0;
        second = (second + (words[at + 1] ?? 0) + first) >>> 0;
      }
    } else {
      const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let at = 0; at < bytes.byteLength; at += 8) {
        first = (first + words.getUint32(at, !this.isBigEndian) + second) >>> 0;
        second = (second + words.getUint32(at + 4, !this.isBigEndian) + first) >>> 0;
      }
    }
    this.first = first;
    this.second = second;
    return this;
  }

  get value(): Salts {
    return [this.first, this.second];
  }
}
