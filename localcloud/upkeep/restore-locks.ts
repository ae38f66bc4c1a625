import { join } from 'node:path';
import { codeOf } from '../error-facts';
import { takeLock } from '../store/integrity/lock';

/*
 * Two locks, which end with their process, however it ends. One is a restore command's, from its first step to its last.
 * The other is that of whoever swaps or clears away what is staged, which takes a moment, and may be the running localcloud.
 */

/** Becomes the folder's only restore command. Returns what ends that; undefined when another one is at work. */
export function becomeOnlyRestore(folder: string): (() => void) | undefined {
  return lockOrUndefined(join(folder, 'restoring'));
}

/** Does `work` while nobody else swaps or clears away what is staged. Throws an Error when somebody does. */
export function alone<T>(folder: string, work: () => T): T {
  const unlock = lockOrUndefined(join(folder, 'restore'));
  if (!unlock)
    throw new Error(`another localcloud is putting a backup in place in ${folder}; try again in a moment`);
  try {
    return work();
  } finally {
    unlock();
  }
}

function lockOrUndefined(file: string): (() => void) | undefined {
  try {
    return takeLock(file);
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}
