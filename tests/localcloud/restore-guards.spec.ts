import { init } from '@cloudbase/node-sdk';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runUpkeep } from '@localcloud/cli-upkeep';
import { EnvironmentClock } from '@localcloud/clock';
import { startLocalcloud, systemClock, type FunctionModule, type Localcloud } from '@localcloud/index';
import { FunctionsService } from '@localcloud/services/functions/functions-service';
import { Files } from '@localcloud/services/storage/files';
import { noAdvice } from '@localcloud/store/query-advice';
import { Store } from '@localcloud/store/store';
import { Holds } from '@localcloud/upkeep/holds';
import { noProgress } from '@localcloud/upkeep/progress';
import { replaceRunning, type Replaceable } from '@localcloud/upkeep/replace-running';
import { readyStaged, stageBackup } from '@localcloud/upkeep/staging';
import { temporaryFolder } from './temporary-folder';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

const collections = [{ name: 'tasks', indexes: [] }] as const;

const start = (dataDir: string, main: FunctionModule['main'] = () => null): Promise<Localcloud> =>
  startLocalcloud({
    dataDir,
    env: 'guards',
    collections,
    functions: [{ name: 'work', timeoutSeconds: 10, clientCallable: true, load: async () => ({ main }) }],
  });

async function add(cloud: Localcloud, id: string): Promise<void> {
  await init(cloud.sdkInit).database().collection('tasks').add({ _id: id });
}

const idsIn = async (cloud: Localcloud): Promise<unknown> =>
  (await init(cloud.sdkInit).database().collection('tasks').get()).data.map(({ _id }) => String(_id));

/** A folder with 'then' and 'since', and a backup from between. */
async function backedUp(): Promise<{ folder: string; backup: string }> {
  const folder = temporaryFolder();
  const backup = join(temporaryFolder(), 'backup.db');
  const cloud = await start(folder);
  await add(cloud, 'then');
  await runUpkeep('backup', folder, backup);
  await add(cloud, 'since');
  await cloud.close();
  return { folder, backup };
}

function signal(): { given: Promise<void>; give: () => void } {
  let give: () => void = () => undefined;
  return { given: new Promise<void>((resolve) => (give = resolve)), give: () => give() };
}

/** A function's module that says when it has begun and goes on until it is let go. */
function slowWork(): { main: FunctionModule['main']; begun: Promise<void>; letGo: () => void } {
  const [begun, end] = [signal(), signal()];
  const main = async (): Promise<void> => {
    begun.give();
    await end.given;
  };
  return { main, begun: begun.given, letGo: end.give };
}

test('of two restores at the same time the second is refused, and the first puts its whole backup in place', async () => {
  const { folder, backup } = await backedUp();
  const { main, begun, letGo } = slowWork();
  const cloud = await start(folder, main);
  const call = cloud.invoke('work', {}, {});
  await begun;
  const staging = signal();
  const first = runUpkeep('restore', folder, backup, staging.give);
  await staging.given;
  await expect(runUpkeep('restore', folder, backup)).rejects.toThrow(
    `another restore into ${folder} is going on; try again when it is done`,
  );
  letGo();
  await call;
  await first;
  expect(await idsIn(cloud)).toEqual(['then']);
  await cloud.close();
});

test('a folder whose localcloud is stopped cannot be started while a backup is restored into it', async () => {
  const { folder, backup } = await backedUp();
  const attempts: Promise<unknown>[] = [];
  await runUpkeep('restore', folder, backup, () => {
    if (attempts.length > 0) return;
    attempts.push(
      start(folder).then(
        async (cloud) => {
          await add(cloud, 'acknowledged');
          await cloud.close();
        },
        (error: unknown) => String(error),
      ),
    );
  });
  expect(await Promise.all(attempts)).toEqual([expect.stringContaining('another localcloud is using')]);
  const cloud = await start(folder);
  expect(await idsIn(cloud)).toEqual(['then']);
  await cloud.close();
});

test('a start clears away what a killed restore left unpacked, and leaves alone what a restore is unpacking', async () => {
  const { folder, backup } = await backedUp();
  const staging = join(folder, 'restoring');
  mkdirSync(staging);
  writeFileSync(join(staging, 'localcloud.db'), 'half a backup');
  const cloud = await start(folder);
  expect(existsSync(staging)).toBe(false);
  const seen: boolean[] = [];
  const opened: Promise<unknown>[] = [];
  await runUpkeep('restore', folder, backup, () => {
    if (seen.length > 0) return;
    // It opens the folder, as every command does.
    opened.push(runUpkeep('inspect', folder, undefined));
    seen.push(existsSync(join(staging, 'localcloud.db')));
  });
  expect(seen).toEqual([true]);
  await Promise.all(opened);
  expect(await idsIn(cloud)).toEqual(['then']);
  await cloud.close();
});

describe('inside a running localcloud', () => {
  type Running = { parts: Replaceable; staged: string; log: object[]; isEnded(): boolean };

  async function running(folder: string, backup: string, main: FunctionModule['main']): Promise<Running> {
    const log: object[] = [];
    let hasEnded = false;
    const databaseFile = join(folder, 'localcloud.db');
    const store = new Store({ file: databaseFile, durable: true, collections }, noAdvice);
    const functions = new FunctionsService(
      [{ name: 'work', timeoutSeconds: 10, clientCallable: true, load: async () => ({ main }) }],
      'guards',
      (line) => void log.push(line),
      new EnvironmentClock(systemClock),
    );
    const holds = new Holds(store, new Files(join(folder, 'files'), store.engine, systemClock));
    const parts: Replaceable = {
      ...{ store, databaseFile, collections, functions, holds },
      log: (line) => void log.push(line),
      endProcess: () => (hasEnded = true),
    };
    const { id } = await stageBackup(backup, folder, noProgress);
    readyStaged(folder, collections, []);
    return { parts, staged: id, log, isEnded: () => hasEnded };
  }

  test('whoever takes hold of the files while a restore waits for its turn learns that they were replaced', async () => {
    const { folder, backup } = await backedUp();
    const { main, begun, letGo } = slowWork();
    const { parts, staged } = await running(folder, backup, main);
    const call = parts.functions.invoke('work', {}, {});
    await begun;
    const restoring = replaceRunning(parts, { staged, carried: 0 });
    const { id } = parts.holds.take();
    letGo();
    await call;
    await restoring;
    await expect(parts.holds.release(id)).rejects.toThrow(/were not left alone long enough/);
    await parts.holds.release(parts.holds.take().id);
    parts.store.close();
  });

  test('what another restore has unpacked since is not taken for what was asked for', async () => {
    const { folder, backup } = await backedUp();
    const { parts, staged } = await running(folder, backup, () => null);
    await stageBackup(backup, folder, noProgress);
    await expect(replaceRunning(parts, { staged, carried: 0 })).rejects.toThrow(
      /has been cleared away meanwhile/,
    );
    expect(parts.store.collection('tasks').byId('since')?.doc).toEqual({ _id: 'since' });
    parts.store.close();
  });

  test('when what is in place cannot be opened, it says so in the log and ends, instead of serving nothing', async () => {
    const { folder, backup } = await backedUp();
    const { parts, staged, log, isEnded } = await running(folder, backup, () => null);
    const file = join(folder, 'restoring', 'localcloud.db');
    writeFileSync(file, readFileSync(file, 'latin1').replaceAll('then', 'than'), 'latin1');
    await expect(replaceRunning(parts, { staged, carried: 0 })).rejects.toThrow(/is damaged/);
    expect(isEnded()).toBe(true);
    expect(log).toEqual([
      expect.objectContaining({
        level: 'error',
        message: 'stopping: after a restore the database cannot be opened',
        error: expect.stringContaining('is damaged'),
      }),
    ]);
  });

  test('it goes on with what it had when the swap does not begin', async () => {
    const { folder, backup } = await backedUp();
    const { parts, staged, isEnded } = await running(folder, backup, () => null);
    // In the place of the folder's intent, so that it cannot be written.
    mkdirSync(join(folder, 'restore.json.partial'));
    await expect(replaceRunning(parts, { staged, carried: 0 })).rejects.toThrow(/EISDIR/);
    expect(isEnded()).toBe(false);
    expect(parts.store.collection('tasks').byId('since')?.doc).toEqual({ _id: 'since' });
    parts.store.close();
  });
});
