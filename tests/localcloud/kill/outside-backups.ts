import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@localcloud/error-facts';
import { writeBackup } from '@localcloud/upkeep/backup';
import { noProgress } from '@localcloud/upkeep/progress';
import type { Ledger } from './ledger';
import { UPKEEP_KEY } from './order';

/** What a backup says whose localcloud has died meanwhile. */
const DIED = /cannot be reached|terminated|did not understand/;

/** Makes one backup after the other of a writer that serves, until it dies. Rejects when one fails for another reason. */
export async function backUpFromOutside(url: string, folder: string, ledger: Ledger): Promise<void> {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const source = {
    databaseFile: join(folder, 'localcloud.db'),
    filesFolder: join(folder, 'files'),
    opened: { url, key: UPKEEP_KEY },
  };
  for (let count = 1; ; count++) {
    const name = `outside-${count}.db`;
    // It is copied some time later: what is acknowledged by then may be in it as well.
    ledger.backups.set(
      name,
      ledger.copy(() => Infinity),
    );
    const failure = await writeBackup(source, join(backups, name), noProgress).then(
      () => undefined,
      messageOf,
    );
    if (failure === undefined) continue;
    if (DIED.test(failure)) return;
    throw new Error(`a backup from outside failed: ${failure}`);
  }
}
