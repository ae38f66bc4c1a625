import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { messageOf } from './error-facts';
import type { Log } from './log';

export type LogFileOptions = { maxBytes: number; files: number };

export const LOG_FILE_DEFAULTS: LogFileOptions = { maxBytes: 10_000_000, files: 5 };

/**
 * Log lines in a file, one JSON object each. When it is full it becomes `<file>.1`, that `<file>.2`, and the oldest
 * goes. A line that cannot be written (disk full) is said on stderr instead; the server goes on.
 */
export class LogFile {
  private handle: number;
  private bytes: number;

  /** Throws an Error that names the file when it cannot be written. */
  constructor(
    private readonly file: string,
    private readonly options: LogFileOptions = LOG_FILE_DEFAULTS,
  ) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      this.handle = openSync(file, 'a', 0o640);
    } catch (error) {
      throw new Error(`the log file ${file} cannot be written: ${messageOf(error)}`);
    }
    this.bytes = fstatSync(this.handle).size;
  }

  readonly log: Log = (line) => {
    const text = Buffer.from(lineOf(line));
    try {
      if (this.bytes > 0 && this.bytes + text.length > this.options.maxBytes) this.rotate();
      this.bytes += writeSync(this.handle, text);
    } catch (error) {
      process.stderr.write(
        `the log file ${this.file} cannot be written (${messageOf(error)}): ${text.toString()}`,
      );
    }
  };

  /** Opens the file anew, after something else (logrotate) has moved it. */
  reopen(): void {
    const next = openSync(this.file, 'a', 0o640);
    closeSync(this.handle);
    this.handle = next;
    this.bytes = fstatSync(next).size;
  }

  close(): void {
    closeSync(this.handle);
  }

  private rotate(): void {
    for (let n = this.options.files - 1; n > 0; n--) {
      const from = n === 1 ? this.file : `${this.file}.${n - 1}`;
      if (existsSync(from)) renameSync(from, `${this.file}.${n}`);
    }
    this.reopen();
  }
}

/** One log line as text: its instant first. */
export function lineOf(line: object): string {
  return `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`;
}
