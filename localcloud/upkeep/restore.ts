import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../error-facts';
import { takeLock } from '../store/integrity/lock';
import { explainOpen } from '../store/open-file';
import { noAdvice } from '../store/query-advice';
import { Store } from '../store/store';
import type { Progress } from './progress';
import { ask, type RunningLocalcloud } from './running-localcloud';
import type { Preparation } from './replace-running';
import { alone, becomeOnlyRestore } from './restore-locks';
import { readyStaged, signedOutIn, stageBackup, type Staged } from './staging';
import { swapIn } from './swap';

export type RestoreReport = Staged & {
  setAside: string | null;
  /** Why sessions signed out since the backup are not known any more; null when they are. */
  forgotten: string | null;
};

/**
 * Puts a backup in the place of a folder's content, in a running localcloud too. Nothing is touched until the whole
 * backup has been read and found whole; then the old content is set aside and the new one takes its place in one step
 * that a kill cannot leave half done.
 */
export async function restoreBackup(
  backup: string,
  folder: string,
  running: RunningLocalcloud | undefined,
  progress: Progress,
): Promise<RestoreReport> {
  const endTurn = becomeOnlyRestore(folder);
  if (!endTurn) throw new Error(`another restore into ${folder} is going on; try again when it is done`);
  try {
    if (running) return await restoreRunning(backup, folder, running, progress);
    return await restoreClosed(backup, folder, progress);
  } finally {
    endTurn();
  }
}

async function restoreRunning(
  backup: string,
  folder: string,
  running: RunningLocalcloud,
  progress: Progress,
): Promise<RestoreReport> {
  const staged = await stageBackup(backup, folder, progress);
  // The answers are this very program's. What takes long happens in this process: the running one has people waiting.
  const { collections, signedOut } = (await ask(running, 'prepare', {})) as Preparation;
  readyStaged(folder, collections, signedOut);
  const params = { staged: staged.id, carried: signedOut.length };
  return { ...staged, setAside: (await ask(running, 'restore', params)) as string | null, forgotten: null };
}

// The lock is kept all along: who starts meanwhile is refused, instead of losing what it would be told.
async function restoreClosed(backup: string, folder: string, progress: Progress): Promise<RestoreReport> {
  const file = join(folder, 'localcloud.db');
  const unlock = lockClosed(file);
  try {
    const staged = await stageBackup(backup, folder, progress);
    const { signedOut, forgotten } = readSignedOut(file);
    readyStaged(folder, [], signedOut);
    return { ...staged, setAside: alone(folder, () => swapIn(folder, new Date())), forgotten };
  } finally {
    unlock();
  }
}

function lockClosed(file: string): () => void {
  try {
    return takeLock(file);
  } catch (error) {
    throw new Error(explainOpen(file, error));
  }
}

// What is there may be damaged: that is what backups are for.
function readSignedOut(file: string): Pick<RestoreReport, 'forgotten'> & { signedOut: [string, number][] } {
  if (!existsSync(file)) return { signedOut: [], forgotten: null };
  try {
    const store = new Store({ file, durable: true, isLocked: true, collections: [] }, noAdvice);
    try {
      return { signedOut: signedOutIn(store.engine), forgotten: null };
    } finally {
      store.close();
    }
  } catch (error) {
    return { signedOut: [], forgotten: messageOf(error) };
  }
}
