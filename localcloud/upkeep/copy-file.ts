import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { noProgress, type Progress } from './progress';

const CHUNK_BYTES = 4 << 20;

/** Copies a file to a new one, on disk when it resolves, and reads the copy back: it must be what was read. */
export async function copyFile(from: string, to: string, progress: Progress): Promise<void> {
  const target = await open(to, 'wx+', 0o600);
  try {
    const source = await open(from, 'r');
    let given: string;
    try {
      given = await eachChunk(source, async (chunk) => void (await target.write(chunk)), progress);
    } finally {
      await source.close();
    }
    await target.sync();
    const written = await eachChunk(target, async () => undefined, noProgress);
    if (given !== written) throw new Error(`${to} does not hold what was written to it`);
  } finally {
    await target.close();
  }
}

// Reads at positions of its own, so that a handle just written to is read from its beginning.
async function eachChunk(
  handle: FileHandle,
  take: (chunk: Buffer) => Promise<void>,
  progress: Progress,
): Promise<string> {
  const hash = createHash('sha256');
  const total = (await handle.stat()).size;
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let at = 0; ;) {
    const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, at);
    if (bytesRead === 0) return hash.digest('hex');
    at += bytesRead;
    const read = chunk.subarray(0, bytesRead);
    hash.update(read);
    await take(read);
    progress('copied', Math.round(at / 1e6), Math.round(total / 1e6), 'MB');
  }
}
