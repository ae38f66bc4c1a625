import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';

/*
 * A database that was closed in good order carries a seal: the hash of its file, in a file beside it. At the next start
 * the seal must fit; a bit that has flipped meanwhile is noticed before anything is served. While localcloud runs, and
 * after a kill, there is no seal, and the file's structure is checked instead.
 */

const sealOf = (file: string): string => `${file}.seal`;

/** Whether `file` was closed in good order. Throws an Error that names the file when it is not as it was closed. */
export function isSealed(file: string): boolean {
  const seal = sealOf(file);
  if (!existsSync(seal)) return false;
  if (!existsSync(file))
    throw new Error(`${file} is gone; restore it from a backup, or remove ${seal} to start empty`);
  if (hashFile(file) === readFileSync(seal, 'utf8').trim()) return true;
  throw new Error(
    `${file} is damaged: it is not as it was when localcloud closed it. Restore it from a backup, ` +
      `or remove ${seal} if you changed it yourself`,
  );
}

/** Takes the seal off, before anything is written. */
export function breakSeal(file: string): void {
  rmSync(sealOf(file), { force: true });
}

export function sealFile(file: string): void {
  const handle = openSync(sealOf(file), 'w', 0o600);
  try {
    writeSync(handle, `${hashFile(file)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const CHUNK_BYTES = 1 << 20;

function hashFile(file: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk))
      hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
