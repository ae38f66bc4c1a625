import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { Store } from '../store/store';
import { addStoredFiles, sealBackup } from './backup-file';
import { hashContent } from './content-hash';
import { bytesOf, requireSpace } from './disk-space';
import { holdingCopy } from './holding-copy';
import type { Progress } from './progress';
import type { RunningLocalcloud } from './running-localcloud';
import { syncFolder } from './swap';

export type BackupReport = {
  file: string;
  bytes: number;
  files: number;
  contentHash: string;
  /** Stored files the database speaks of that are not in the folder. */
  missing: string[];
};

/** What is backed up: a folder's database and stored files, through the process that has them open, if one has. */
export type BackupSource = { databaseFile: string; filesFolder: string; opened: Store | RunningLocalcloud };

/**
 * Writes everything, stored files included, into one new file, read back before it gets its name. A running localcloud
 * goes on working: it is only asked to leave its files as they are while they are copied, by this process.
 */
export async function writeBackup(
  source: BackupSource,
  file: string,
  progress: Progress,
): Promise<BackupReport> {
  if (existsSync(file)) throw new Error(`${file} already exists; name a new file`);
  if (!existsSync(dirname(file))) throw new Error(`there is no folder ${dirname(file)} to write ${file} to`);
  const needed = bytesOf(source.databaseFile) + bytesOf(source.filesFolder);
  requireSpace(dirname(file), needed, 'the backup');
  const part = `${file}.part`;
  const clear = (): void =>
    ['', '-wal', '-shm', '-journal'].forEach((suffix) => rmSync(part + suffix, { force: true }));
  clear();
  try {
    const { opened } = source;
    const written =
      'engine' in opened
        ? await backupClosed(opened, source, part, progress)
        : await backupRunning(opened, source, part, progress);
    syncToDisk(part);
    renameSync(part, file);
    syncFolder(dirname(file));
    return { file, bytes: statSync(file).size, ...written };
  } catch (error) {
    clear();
    throw error;
  }
}

type Written = Pick<BackupReport, 'files' | 'contentHash' | 'missing'>;

async function backupRunning(
  running: RunningLocalcloud,
  { databaseFile, filesFolder }: BackupSource,
  part: string,
  progress: Progress,
): Promise<Written> {
  const stored = await holdingCopy(running, databaseFile, part, progress, () =>
    inCopy(part, (copy) => addStoredFiles(copy, filesFolder, progress)),
  );
  const contentHash = await inCopy(part, async (copy) => sealBackup(copy, progress));
  return { ...stored, contentHash };
}

async function backupClosed(
  store: Store,
  { filesFolder }: BackupSource,
  part: string,
  progress: Progress,
): Promise<Written> {
  const original = store.engine.copyInto(part, (database) => hashContent(database, progress));
  return inCopy(part, async (copy) => {
    const stored = await addStoredFiles(copy, filesFolder, progress);
    const contentHash = sealBackup(copy, progress);
    if (contentHash !== original) throw new Error(`the copy in ${part} differs from the database`);
    return { ...stored, contentHash };
  });
}

async function inCopy<T>(part: string, work: (copy: Database.Database) => Promise<T>): Promise<T> {
  const copy = new Database(part);
  try {
    copy.pragma('journal_mode = DELETE');
    return await work(copy);
  } finally {
    copy.close();
  }
}

function syncToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
