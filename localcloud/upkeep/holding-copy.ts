import { explainOpen } from '../store/open-file';
import { damaged } from '../store/integrity/file-guard';
import { damageIn } from './compare-copy';
import { copyFile } from './copy-file';
import type { Progress } from './progress';
import { holding, type RunningLocalcloud } from './running-localcloud';

/**
 * Copies the database file of a running localcloud, which leaves its files alone until `work` with the copy is done.
 * Throws an Error that names the file when a page of it is not as it was written; then `work` is not begun.
 */
export async function holdingCopy<T>(
  running: RunningLocalcloud,
  databaseFile: string,
  copy: string,
  progress: Progress,
  work: () => Promise<T>,
): Promise<T> {
  // Told only after the hold: had it ended early, the file might have moved on under its checksums.
  const outcome = await holding(running, async () => {
    await copyFile(databaseFile, copy, progress);
    const damage = damageIn(copy, databaseFile);
    return damage === undefined ? { result: await work() } : { damage };
  });
  if ('result' in outcome) return outcome.result;
  throw new Error(explainOpen(databaseFile, damaged(outcome.damage)));
}
