import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDataFolder, requireOwner, runningFile, upkeepKey, type DataFolder } from './data-folder';
import { noAdvice } from './store/query-advice';
import { Store } from './store/store';
import { writeBackup } from './upkeep/backup';
import { storedFilesOf } from './upkeep/backup-file';
import { checkStore, checkStoredFiles, type CheckReport, type Damage } from './upkeep/check';
import { bytesOf, requireSpace } from './upkeep/disk-space';
import { holdingCopy } from './upkeep/holding-copy';
import { inspectStore, type CollectionFacts } from './upkeep/inspect';
import { noProgress, type Progress } from './upkeep/progress';
import { restoreBackup } from './upkeep/restore';
import { answers, ask, type RunningLocalcloud } from './upkeep/running-localcloud';
import { backedUp, checked, inspected, restored } from './cli-reports';

export const UPKEEP_COMMANDS = ['backup', 'restore', 'check', 'inspect'] as const;
export type UpkeepCommand = (typeof UPKEEP_COMMANDS)[number];

/** Carries out one command on a data folder, through localcloud where it is running. Returns lines to print; throws on failure. */
export async function runUpkeep(
  command: UpkeepCommand,
  dataDir: string,
  file: string | undefined,
  progress: Progress = noProgress,
): Promise<string[]> {
  if (command === 'restore') return restored(await restore(dataDir, required(command, file), progress));
  if (command === 'backup') return backedUp(await backup(dataDir, required(command, file), progress));
  if (command === 'check') return checked(await check(dataDir, progress));
  return inspected(await inspect(dataDir));
}

function required(command: UpkeepCommand, file: string | undefined): string {
  if (file === undefined) throw new Error(`say which file: localcloud ${command} FILE`);
  return resolve(file);
}

async function restore(dataDir: string, file: string, progress: Progress): ReturnType<typeof restoreBackup> {
  mkdirSync(resolve(dataDir), { recursive: true, mode: 0o700 });
  const folder = openDataFolder(dataDir);
  return restoreBackup(file, resolve(dataDir), await runningOn(folder), progress);
}

async function backup(dataDir: string, file: string, progress: Progress): ReturnType<typeof writeBackup> {
  const folder = openExisting(dataDir);
  const { databaseFile, filesFolder } = folder;
  const running = await runningOn(folder);
  if (running) return writeBackup({ databaseFile, filesFolder, opened: running }, file, progress);
  return onClosed(databaseFile, (opened) =>
    writeBackup({ databaseFile, filesFolder, opened }, file, progress),
  );
}

async function inspect(dataDir: string): Promise<CollectionFacts[]> {
  const folder = openExisting(dataDir);
  const running = await runningOn(folder);
  // The answer is this very program's.
  if (running) return (await ask(running, 'inspect', {})) as CollectionFacts[];
  return onClosed(folder.databaseFile, async (store) => inspectStore(store));
}

/** Of a running localcloud a copy is checked, so that nobody waits. */
async function check(dataDir: string, progress: Progress): Promise<CheckReport> {
  const folder = openExisting(dataDir);
  const { databaseFile, filesFolder } = folder;
  const running = await runningOn(folder);
  if (!running)
    return onClosed(databaseFile, async (store) =>
      withDamage(checkStore(store, progress), storedFileDamage(store, filesFolder)),
    );
  requireSpace(resolve(dataDir), bytesOf(databaseFile), 'the check of a running localcloud');
  const scratch = mkdtempSync(join(resolve(dataDir), 'checking-'));
  const copy = join(scratch, 'localcloud.db');
  try {
    const files = await holdingCopy(running, databaseFile, copy, progress, () =>
      onClosed(copy, async (store) => storedFileDamage(store, filesFolder)),
    );
    return withDamage(await onClosed(copy, async (store) => checkStore(store, progress)), files);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function storedFileDamage(store: Store, filesFolder: string): Damage {
  return checkStoredFiles(
    storedFilesOf((sql) => store.engine.all(sql)),
    filesFolder,
  );
}

function withDamage(report: CheckReport, damage: Damage): CheckReport {
  return damage.count === 0 ? report : { ...report, damages: [...report.damages, damage] };
}

/** A folder with data in it. Throws an Error when there is none. */
export function openExisting(dataDir: string): DataFolder {
  const folder = resolve(dataDir);
  requireOwner(folder);
  const isThere = ['localcloud.db', 'localcloud.db.sums', 'restore.json'].some((name) =>
    existsSync(join(folder, name)),
  );
  if (!isThere) throw new Error(`there is no localcloud data in ${folder}`);
  return openDataFolder(dataDir);
}

/** The localcloud that has the folder open, if one answers; whether one that does not has it shows at the opening. */
export async function runningOn({
  databaseFile,
  secret,
}: DataFolder): Promise<RunningLocalcloud | undefined> {
  const file = runningFile(databaseFile);
  if (!existsSync(file)) return undefined;
  const running = { url: readFileSync(file, 'utf8').trim(), key: upkeepKey(secret) };
  return (await answers(running)) ? running : undefined;
}

async function onClosed<T>(databaseFile: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = new Store({ file: databaseFile, durable: true, collections: [] }, noAdvice);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
