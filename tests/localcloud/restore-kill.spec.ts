import { init } from '@cloudbase/node-sdk';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runUpkeep } from '@localcloud/cli-upkeep';
import { upkeepKey } from '@localcloud/data-folder';
import { startLocalcloud, type Localcloud } from '@localcloud/index';
import { fileIdOf } from '@localcloud/services/storage/file-paths';
import { ask } from '@localcloud/upkeep/running-localcloud';
import { stageBackup } from '@localcloud/upkeep/staging';
import { addressOf, runCli } from './cli-process';
import { temporaryFolder } from './temporary-folder';

/** `RESTORE_KILLS=100` for more. */
const ROUNDS = Number(process.env['RESTORE_KILLS'] ?? 6);
const DOCUMENTS = 200;
jest.setTimeout(60_000 + ROUNDS * 10_000);

const collections = [
  { name: 'tasks', indexes: [{ name: 'of', keys: [{ field: 'of', direction: 1 }] }] },
] as const;
const start = (dataDir: string): Promise<Localcloud> =>
  startLocalcloud({ dataDir, env: 'killed', collections, functions: [] });

async function fill(cloud: Localcloud, of: string): Promise<void> {
  const app = init(cloud.sdkInit);
  const tasks = Array.from({ length: DOCUMENTS }, (_, i) => ({ _id: `${of}-${i}`, of }));
  await app.database().collection('tasks').add(tasks);
  await app.uploadFile({ cloudPath: 'which.txt', fileContent: Buffer.from(of) });
}

/** Which of the two a folder holds: said by its documents, their index and the stored file alike. */
async function contentOf(folder: string): Promise<string[]> {
  const cloud = await start(folder);
  const app = init(cloud.sdkInit);
  const tasks = app.database().collection('tasks');
  const { total } = await tasks.count();
  const { fileContent } = await app.downloadFile({ fileID: fileIdOf('killed', 'which.txt') });
  const which = String(fileContent);
  const indexed = await tasks.where({ of: which }).count();
  await cloud.close();
  return [which, String(total), String(indexed.total)];
}

test(`a localcloud killed at ${ROUNDS} moments of a restore holds the old content or the new, never some of each`, async () => {
  const source = temporaryFolder();
  const first = await start(source);
  await fill(first, 'new');
  await first.close();
  const backup = join(temporaryFolder(), 'new.backup');
  await runUpkeep('backup', source, backup);
  const config = join(temporaryFolder(), 'config.cjs');
  writeFileSync(
    config,
    `exports.localcloud = { env: 'killed', collections: ${JSON.stringify(collections)}, functions: [] };`,
  );
  const found = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const folder = temporaryFolder();
    const old = await start(folder);
    await fill(old, 'old');
    await old.close();
    const cli = runCli(['start', '--config', config, '--data', folder, '--port', '0']);
    const url = await addressOf(cli);
    const { id: staged } = await stageBackup(backup, folder, () => undefined);
    const secret = Buffer.from(readFileSync(join(folder, 'secret.key'), 'utf8').trim(), 'hex');
    const restoring = ask({ url, key: upkeepKey(secret) }, 'restore', { staged }).then(
      () => 'answered',
      () => 'cut off',
    );
    // The moments lie between the request and its answer, and a little beyond.
    const kill = setTimeout(() => cli.child.kill('SIGKILL'), (round * 120) / ROUNDS);
    const outcome = await restoring;
    await cli.ended;
    clearTimeout(kill);
    const [which = '', ...counts] = await contentOf(folder);
    expect([which, ...counts]).toEqual([outcome === 'answered' ? 'new' : which, '200', '200']);
    expect(['old', 'new']).toContain(which);
    expect(existsSync(join(folder, 'restore.json'))).toBe(false);
    found.add(which);
  }
  expect(found).toContain('old');
});

test('a backup whose command is killed leaves the running localcloud as it was, and the next one succeeds', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  await fill(cloud, 'old');
  const killed = join(temporaryFolder(), 'killed.backup');
  const cli = runCli(['backup', killed, '--data', folder]);
  while (!existsSync(`${killed}.part`) && !existsSync(killed))
    await new Promise((resolve) => setImmediate(resolve));
  cli.child.kill('SIGKILL');
  await cli.ended;
  expect((await init(cloud.sdkInit).database().collection('tasks').count()).total).toBe(DOCUMENTS);
  await cloud.close();
  const [line] = await runUpkeep('backup', folder, join(temporaryFolder(), 'next.backup'));
  expect(line).toContain('read back and found equal');
});
