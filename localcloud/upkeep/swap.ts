import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../protocol/params';
import { alone, becomeOnlyRestore } from './restore-locks';

/*
 * A restored database and its stored files take the place of what is there in steps, each a rename. Before the first,
 * `restore.json` says which; whoever opens the folder next goes on from there. So a kill leaves the old content (before
 * that file is on disk) or the new (after it), never some of each.
 */

/** Where a backup is unpacked and checked. */
export const stagingIn = (folder: string): string => join(folder, 'restoring');
const intentIn = (folder: string): string => join(folder, 'restore.json');

type Intent = { aside: string; old: string[]; new: string[] };

/**
 * Puts the content of the staging folder in place. Returns where the old content is now; null when there was none. Call
 * while `alone`.
 */
export function swapIn(folder: string, now: Date): string | null {
  const old = contentOf(folder);
  const aside = `before-restore-${now.toISOString().replace(/[:.]/g, '-')}`;
  mkdirSync(join(folder, aside), { recursive: true, mode: 0o700 });
  const intent: Intent = { aside, old, new: contentOf(stagingIn(folder)) };
  writeIntent(folder, intent);
  carryOut(folder, intent);
  if (old.length > 0) return join(folder, aside);
  rmSync(join(folder, aside), { recursive: true });
  return null;
}

/** Whether a swap has begun and not ended. */
export function isSwapPending(folder: string): boolean {
  return existsSync(intentIn(folder));
}

/** Ends a swap that was cut short, or clears away what a restore left that never came to its swap. */
export function finishSwap(folder: string): void {
  if (isSwapPending(folder)) alone(folder, () => carryOut(folder, readIntent(folder)));
  if (!existsSync(stagingIn(folder))) return;
  const endTurn = becomeOnlyRestore(folder);
  // A restore that is going on comes to its swap yet.
  if (!endTurn) return;
  try {
    clearStaging(folder);
  } finally {
    endTurn();
  }
}

/** Removes what is staged. Call as the only restore command. */
export function clearStaging(folder: string): void {
  alone(folder, () => rmSync(stagingIn(folder), { recursive: true, force: true }));
}

/** The database with its log and checksums, and the stored files; not the lock, which belongs to the folder. */
function contentOf(folder: string): string[] {
  return readdirSync(folder).filter(
    (name) => name === 'files' || (name.startsWith('localcloud.db') && name !== 'localcloud.db.lock'),
  );
}

function carryOut(folder: string, intent: Intent | undefined): void {
  if (!intent) return;
  const [aside, staging] = [join(folder, intent.aside), stagingIn(folder)];
  for (const name of intent.old) if (!existsSync(join(aside, name))) rename(folder, aside, name);
  for (const at of [aside, folder]) syncFolder(at);
  for (const name of intent.new) if (existsSync(join(staging, name))) rename(staging, folder, name);
  syncFolder(folder);
  rmSync(intentIn(folder));
  syncFolder(folder);
  rmSync(staging, { recursive: true, force: true });
}

function rename(from: string, to: string, name: string): void {
  renameSync(join(from, name), join(to, name));
}

function writeIntent(folder: string, intent: Intent): void {
  const partial = `${intentIn(folder)}.partial`;
  const handle = openSync(partial, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify(intent));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, intentIn(folder));
  syncFolder(folder);
}

function readIntent(folder: string): Intent | undefined {
  if (!isSwapPending(folder)) return undefined;
  const intent: unknown = JSON.parse(readFileSync(intentIn(folder), 'utf8'));
  if (isRecord(intent)) {
    const { aside, old, new: fresh } = intent;
    if (typeof aside === 'string' && Array.isArray(old) && Array.isArray(fresh))
      return { aside, old: old.map(String), new: fresh.map(String) };
  }
  throw new Error(`${intentIn(folder)} cannot be understood; it belongs to a restore that was cut short`);
}

export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
