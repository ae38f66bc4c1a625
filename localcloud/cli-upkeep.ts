import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDataFolder, runningFile, upkeepKey, type DataFolder } from './data-folder';
import { isRecord } from './protocol/params';
import { isInUse } from './store/open-file';
import { noAdvice } from './store/query-advice';
import { Store } from './store/store';
import type { BackupReport } from './upkeep/backup';
import type { CheckReport } from './upkeep/check';
import type { CollectionFacts } from './upkeep/inspect';
import { restoreBackup } from './upkeep/restore';
import { perform } from './upkeep/upkeep-route';

export const UPKEEP_COMMANDS = ['backup', 'restore', 'check', 'inspect'] as const;
export type UpkeepCommand = (typeof UPKEEP_COMMANDS)[number];

/** Carries out one command on a data folder, through localcloud where it is running. Returns lines to print; throws on failure. */
export async function runUpkeep(
  command: UpkeepCommand,
  dataDir: string,
  file: string | undefined,
): Promise<string[]> {
  if (command === 'backup' || command === 'restore') {
    if (file === undefined) throw new Error(`say which file: localcloud ${command} FILE`);
    if (command === 'restore') return restored(dataDir, resolve(file));
  }
  const database = join(resolve(dataDir), 'localcloud.db');
  if (!existsSync(database)) throw new Error(`there is no localcloud data in ${resolve(dataDir)}`);
  const folder = openDataFolder(dataDir);
  const target = file === undefined ? undefined : resolve(file);
  const report = isInUse(database)
    ? await askRunning(folder, command, target)
    : onClosed(folder, command, target);
  return describe(command, report);
}

function restored(dataDir: string, file: string): string[] {
  const { contentHash, files, setAside } = restoreBackup(file, dataDir, new Date());
  return [
    `restored from ${file}: content ${contentHash}, ${files} stored files`,
    ...(setAside === null ? [] : [`what was there before is in ${setAside}`]),
  ];
}

function onClosed(folder: DataFolder, command: UpkeepCommand, file: string | undefined): unknown {
  const store = new Store({ file: folder.databaseFile, durable: true, collections: [] }, noAdvice);
  try {
    return perform(command, file, store, folder.filesFolder);
  } finally {
    store.close();
  }
}

async function askRunning(
  folder: DataFolder,
  command: UpkeepCommand,
  file: string | undefined,
): Promise<unknown> {
  const url = readFileSync(runningFile(folder.databaseFile), 'utf8').trim();
  const response = await fetch(`${url}/_localcloud/upkeep/${command}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${upkeepKey(folder.secret)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ file }),
  });
  const answer: unknown = await response.json();
  if (!isRecord(answer)) throw new Error(`localcloud at ${url} did not understand`);
  if (response.ok) return answer['report'];
  throw new Error(String(answer['message']));
}

// The reports are this very program's, whether they came through HTTP or not.
function describe(command: UpkeepCommand, report: unknown): string[] {
  if (command === 'inspect') return inspected(report as CollectionFacts[]);
  if (command === 'check') return checked(report as CheckReport);
  const { file, bytes, files, contentHash } = report as BackupReport;
  return [
    `${file}: ${bytes} bytes, ${files} stored files, content ${contentHash}, read back and found equal`,
  ];
}

function inspected(collections: readonly CollectionFacts[]): string[] {
  const lines = collections.flatMap(({ name, documents, bytes, indexes }) => [
    `${name}: ${documents} documents, ${bytes} bytes`,
    ...indexes.map((index) => `  ${index}`),
  ]);
  return lines.length > 0 ? lines : ['no collections'];
}

function checked({ collections, documents, problems }: CheckReport): string[] {
  if (problems.length > 0) throw new Error(['damaged:', ...problems].join('\n  '));
  return [`whole: ${collections} collections, ${documents} documents`];
}
