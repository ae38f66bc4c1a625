import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadSecret } from './services/identity/secret-file';
import { messageOf } from './error-facts';

/** Where an environment keeps itself. `remove` clears what only lived for this run. */
export type DataFolder = {
  databaseFile: string;
  filesFolder: string;
  secret: Buffer;
  durable: boolean;
  remove(): void;
};

/** Prepares the folder, or a throw-away one for ':memory:'. Throws an Error that says what is wrong with it. */
export function openDataFolder(dataDir: string | ':memory:'): DataFolder {
  if (dataDir === ':memory:') return memoryFolder();
  const folder = resolve(dataDir);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Error(`the data folder ${folder} cannot be written: ${messageOf(error)}`);
  }
  return {
    databaseFile: join(folder, 'localcloud.db'),
    filesFolder: join(folder, 'files'),
    secret: loadSecret(join(folder, 'secret.key')),
    durable: true,
    remove: () => undefined,
  };
}

function memoryFolder(): DataFolder {
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-'));
  return {
    databaseFile: ':memory:',
    filesFolder: folder,
    secret: randomBytes(32),
    durable: false,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
