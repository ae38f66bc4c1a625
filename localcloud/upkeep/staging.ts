import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messageOf } from '../error-facts';
import { SIGNED_OUT_TABLE } from '../services/identity/sessions';
import type { CollectionDeclaration } from '../store/declaration';
import type { Engine } from '../store/engine';
import { noAdvice } from '../store/query-advice';
import { Store } from '../store/store';
import { unpackBackup } from './backup-file';
import { copyFile } from './copy-file';
import { bytesOf, requireSpace } from './disk-space';
import type { Progress } from './progress';
import { clearStaging, stagingIn } from './swap';

/** What lies unpacked beside a folder's content. `id` tells it from what another restore command unpacks there. */
export type Staged = { id: string; contentHash: string; files: number };

const idIn = (folder: string): string => join(stagingIn(folder), 'id');

/**
 * Unpacks a backup beside what is there, and reads all of it. Throws, and leaves nothing behind, when it is not whole.
 * Call as the only restore command.
 */
export async function stageBackup(backup: string, folder: string, progress: Progress): Promise<Staged> {
  if (!existsSync(backup)) throw new Error(`${backup} does not exist`);
  const staging = stagingIn(folder);
  requireSpace(dirname(staging), 2 * bytesOf(backup), 'the restore');
  clearStaging(folder);
  mkdirSync(join(staging, 'files'), { recursive: true, mode: 0o700 });
  const id = randomUUID();
  writeFileSync(idIn(folder), id, { mode: 0o600 });
  const database = join(staging, 'localcloud.db');
  try {
    await copyFile(backup, database, progress);
    return { id, ...unpackBackup(database, join(staging, 'files'), progress) };
  } catch (error) {
    clearStaging(folder);
    throw new Error(`${backup} cannot be restored: ${messageOf(error)}`);
  }
}

/** Throws an Error when something else than `id` is staged by now, or nothing. Call while `alone`. */
export function requireStaged(folder: string, id: unknown): void {
  const file = idIn(folder);
  if (existsSync(file) && readFileSync(file, 'utf8') === id) return;
  throw new Error(
    'what was to be restored has been cleared away meanwhile; nothing was changed, restore again',
  );
}

export type SignedOut = [id: string, expiresAt: number];

/**
 * Makes a staged database ready to be the one in use: opened as it will be, its indexes those declared, closed in good
 * order. Sessions that were signed out since the backup stay signed out; invitations end.
 */
export function readyStaged(
  folder: string,
  collections: readonly CollectionDeclaration[],
  signedOut: readonly SignedOut[],
): void {
  const file = join(stagingIn(folder), 'localcloud.db');
  const store = new Store({ file, durable: true, collections }, noAdvice);
  try {
    store.engine.setUp(() => {
      store.engine.exec(SIGNED_OUT_TABLE);
      for (const session of signedOut)
        store.engine.run('INSERT OR IGNORE INTO signed_out (id, expires_at) VALUES (?, ?)', session);
      store.engine.exec('DROP TABLE IF EXISTS invitations');
    });
  } finally {
    store.close();
  }
}

export function signedOutIn(engine: Engine): SignedOut[] {
  const table = engine.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'signed_out'");
  return table ? engine.all<SignedOut>('SELECT id, expires_at FROM signed_out') : [];
}
