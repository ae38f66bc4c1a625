import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadConfig, type LocalcloudConfig } from './cli-config';
import { openDataFolder } from './data-folder';
import { noAdvice } from './store/query-advice';
import { Store } from './store/store';
import { startLocalcloud } from './start';
import type { Progress } from './upkeep/progress';
import { seedCollection } from './upkeep/seed-collection';

const SUFFIX = '.jsonl';

/** Loads documents, then runs the configuration's own seed. Returns lines to print. Throws an Error that says what is wrong. */
export async function seed(
  configFile: string,
  dataDir: string,
  from: string | undefined,
  progress: Progress,
): Promise<string[]> {
  const { config, seed: seedCloud } = await loadConfig(configFile);
  if (from === undefined && !seedCloud)
    throw new Error(`there is nothing to seed: name files with --from, or export 'seed' from ${configFile}`);
  const lines = from === undefined ? [] : seedFiles(config, dataDir, filesAt(from), progress);
  if (!seedCloud) return lines;
  // Timers wait until the environment is started for real.
  const cloud = await startLocalcloud({ ...config, timers: [], dataDir, port: 0 });
  try {
    await seedCloud(cloud);
  } finally {
    await cloud.close();
  }
  return [...lines, `ran seed of ${configFile}`];
}

function seedFiles(
  { collections }: LocalcloudConfig,
  dataDir: string,
  files: readonly string[],
  progress: Progress,
): string[] {
  const names = files.map((file) => basename(file, SUFFIX));
  const unknown = names.find((name) => !collections.some((declared) => declared.name === name));
  if (unknown !== undefined)
    throw new Error(
      `no collection ${unknown} is declared; a file is named after its collection: ${unknown}${SUFFIX}`,
    );
  const { databaseFile } = openDataFolder(dataDir);
  const store = new Store({ file: databaseFile, durable: true, collections }, noAdvice);
  try {
    return files.map((file) => {
      const { added, present } = seedCollection(store, basename(file, SUFFIX), file, progress);
      const already = present === 0 ? '' : `, ${counted(present)} were there already`;
      return `${basename(file, SUFFIX)}: ${counted(added)} documents added${already}`;
    });
  } finally {
    store.close();
  }
}

function filesAt(path: string): string[] {
  if (!existsSync(path)) throw new Error(`there is nothing at ${path}`);
  if (!statSync(path).isDirectory()) {
    if (path.endsWith(SUFFIX)) return [path];
    throw new Error(`${path} is no <collection>${SUFFIX}`);
  }
  const files = readdirSync(path).filter((name) => name.endsWith(SUFFIX));
  if (files.length === 0) throw new Error(`there is no <collection>${SUFFIX} in ${path}`);
  return files.sort().map((name) => join(path, name));
}

function counted(count: number): string {
  return count.toLocaleString('en-US');
}
