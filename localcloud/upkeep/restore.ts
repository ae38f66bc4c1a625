import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, messageOf } from '../error-facts';
import { noAdvice } from '../store/query-advice';
import { Store } from '../store/store';
import type { Progress } from './progress';
import { ask, type RunningLocalcloud } from './running-localcloud';
import type { Preparation } from './replace-running';
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
  const staged = await stageBackup(backup, folder, progress);
  if (running) {
    // The answers are this very program's. What takes long happens in this process: the running one has people waiting.
    const { collections, signedOut } = (await ask(running, 'prepare', {})) as Preparation;
    readyStaged(folder, collections, signedOut);
    const carried = signedOut.length;
    const setAside = (await ask(running, 'restore', { carried })) as string | null;
    return { ...staged, setAside, forgotten: null };
  }
  const { signedOut, forgotten } = readSignedOut(join(folder, 'localcloud.db'));
  readyStaged(folder, [], signedOut);
  return { ...staged, setAside: swapIn(folder, new Date()), forgotten };
}

// What is there may be damaged: that is what backups are for.
function readSignedOut(file: string): Pick<RestoreReport, 'forgotten'> & { signedOut: [string, number][] } {
  if (!existsSync(file)) return { signedOut: [], forgotten: null };
  try {
    const store = new Store({ file, durable: true, collections: [] }, noAdvice);
    try {
      return { signedOut: signedOutIn(store.engine), forgotten: null };
    } finally {
      store.close();
    }
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    return { signedOut: [], forgotten: messageOf(error) };
  }
}
