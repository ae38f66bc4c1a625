import { closeSync, ftruncateSync, fstatSync, openSync, readdirSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@localcloud/error-facts';
import { openRemains, readEverything, type Remains } from './remains';

const SECTOR_BYTES = 512;

/** Changes a file in one random way that a disk or a copy may; says what it did. `below(n)` is a random number under n. */
export function damageFile(file: string, below: (bound: number) => number): string {
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    const at = below(size);
    const byte = Buffer.alloc(1);
    readSync(handle, byte, 0, 1, at);
    switch (below(4)) {
      case 0:
        ftruncateSync(handle, at);
        return `cut off at ${at} of ${size}`;
      case 1: {
        const sector = at - (at % SECTOR_BYTES);
        writeSync(handle, Buffer.alloc(Math.min(SECTOR_BYTES, size - sector)), 0, undefined, sector);
        return `zeros from ${sector} of ${size}`;
      }
      case 2:
        writeSync(handle, Buffer.from([(byte[0] ?? 0) ^ (1 + below(255))]), 0, 1, at);
        return `another byte at ${at} of ${size}`;
      default:
        writeSync(handle, Buffer.from([(byte[0] ?? 0) ^ (1 << below(8))]), 0, 1, at);
        return `a flipped bit at ${at} of ${size}`;
    }
  } finally {
    closeSync(handle);
  }
}

/** Files that may be damaged: all that have content. */
export function damageable(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^localcloud\.db(-wal|\.sums)?$/.test(name))
    .map((name) => join(folder, name))
    .filter((file) => sizeOf(file) > 0);
}

function sizeOf(file: string): number {
  const handle = openSync(file, 'r');
  try {
    return fstatSync(handle).size;
  } finally {
    closeSync(handle);
  }
}

export type Outcome = 'refused' | 'harmless' | 'served';

/** Starts on a damaged folder and reads everything. `served` means that something else was answered than was acknowledged. */
export function outcomeOf(folder: string, { texts }: Remains): { outcome: Outcome; words: string } {
  let words = '';
  try {
    const store = openRemains(folder);
    try {
      const found = readEverything(store);
      const isSame = found.join('\n') === texts.join('\n');
      return {
        outcome: isSame ? 'harmless' : 'served',
        words: `${found.length} of ${texts.length} documents`,
      };
    } catch (error) {
      words = messageOf(error);
    } finally {
      store.close();
    }
  } catch (error) {
    words ||= messageOf(error);
  }
  const isNamed = words.includes(folder) && /is damaged|is gone/.test(words);
  return { outcome: isNamed ? 'refused' : 'served', words };
}
