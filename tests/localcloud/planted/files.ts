import { deepEqual, equal } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damageable, damageFile, outcomeOf } from '../damage/damage';
import { copyRemains, makeRemains } from '../damage/remains';
import { openStore } from '../kill/open-store';
import { randomNumbers } from '../kill/moments';

const DAMAGES = 80;

/** A kill cannot show that a commit waits for the disk; the settings that make SQLite wait can. */
export async function commitsWaitForTheDisk(): Promise<void> {
  await inFolder(async (folder) => {
    const store = openStore(join(folder, 'localcloud.db'), true);
    deepEqual(store.engine.get('PRAGMA synchronous'), [2]);
    deepEqual(store.engine.get('PRAGMA journal_mode'), ['wal']);
    store.close();
  });
}

export async function damageIsNoticed(): Promise<void> {
  await inFolder(async (folder) => {
    const remains = await makeRemains(folder);
    const below = randomNumbers(1);
    for (let i = 0; i < DAMAGES; i++) {
      const before = remains[i % remains.length];
      if (!before) throw new Error('nothing remains');
      const copy = copyRemains(before.folder, join(folder, 'copy'));
      const files = damageable(copy);
      const damage = damageFile(files[below(files.length)] ?? '', below);
      const { outcome, words } = outcomeOf(copy, before);
      equal(outcome === 'served', false, `${before.name}: ${damage}: ${words}`);
      rmSync(copy, { recursive: true });
    }
  });
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-planted-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
