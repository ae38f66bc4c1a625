import { createHmac, randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { loadSecret } from './services/identity/secret-file';
import { messageOf } from './error-facts';
import { finishSwap } from './upkeep/swap';

/** Where an environment keeps itself. `remove` clears what only lived for this run. */
export type DataFolder = {
  databaseFile: string;
  filesFolder: string;
  secret: Buffer;
  durable: boolean;
  /** Leaves word where this folder's localcloud can be reached, for the command line; takes it back when told undefined. */
  announce(url: string | undefined): void;
  remove(): void;
};

/** Prepares the folder, or a throw-away one for ':memory:'. Throws an Error that says what is wrong with it. */
export function openDataFolder(dataDir: string | ':memory:'): DataFolder {
  if (dataDir === ':memory:') return memoryFolder();
  const folder = resolve(dataDir);
  writable(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  requireOwner(folder);
  writable(folder, () => accessSync(folder, constants.W_OK));
  finishSwap(folder);
  return {
    databaseFile: join(folder, 'localcloud.db'),
    filesFolder: join(folder, 'files'),
    secret: loadSecret(join(folder, 'secret.key')),
    durable: true,
    announce: (url) => announce(runningFile(join(folder, 'localcloud.db')), url),
    remove: () => undefined,
  };
}

function writable(folder: string, attempt: () => unknown): void {
  try {
    attempt();
  } catch (error) {
    throw new Error(`the data folder ${folder} cannot be written: ${messageOf(error)}`);
  }
}

/**
 * Throws an Error that says how to run it when the folder is somebody else's, for root too: what it would leave there
 * its owner could not read. A folder that is yet to be made is anybody's.
 */
export function requireOwner(folder: string): void {
  const uid = process.getuid?.();
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  if (uid === undefined || owner === undefined || owner === uid) return;
  throw new Error(
    `the data folder ${folder} belongs to user ${owner}, and this runs as user ${uid}: run it as its owner, with sudo -u '#${owner}' before the command`,
  );
}

/** The file that says where a running localcloud is reached. */
export function runningFile(databaseFile: string): string {
  return join(dirname(databaseFile), 'running.url');
}

function announce(file: string, url: string | undefined): void {
  if (url === undefined) rmSync(file, { force: true });
  else writeFileSync(file, `${url}\n`, { mode: 0o600 });
}

/** What the command line proves itself with: known to whoever can read the folder. */
export function upkeepKey(secret: Buffer): string {
  return createHmac('sha256', secret).update('key:upkeep').digest('hex');
}

function memoryFolder(): DataFolder {
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-'));
  return {
    databaseFile: ':memory:',
    filesFolder: folder,
    secret: randomBytes(32),
    durable: false,
    announce: () => undefined,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
