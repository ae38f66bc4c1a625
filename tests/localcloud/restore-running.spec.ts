import { init } from '@cloudbase/node-sdk';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runUpkeep } from '@localcloud/cli-upkeep';
import { startLocalcloud, type FunctionModule, type Localcloud } from '@localcloud/index';
import { temporaryFolder } from './temporary-folder';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

const collections = [
  { name: 'tasks', indexes: [{ name: 'status', keys: [{ field: 'status', direction: 1 }] }] },
] as const;

const main: FunctionModule['main'] = async (event) => await held(event);
let held: (event: unknown) => unknown = () => null;

const start = (dataDir: string): Promise<Localcloud> =>
  startLocalcloud({
    dataDir,
    env: 'restored',
    collections,
    functions: [{ name: 'work', timeoutSeconds: 10, clientCallable: true, load: async () => ({ main }) }],
  });

const tasks = (
  cloud: Localcloud,
): ReturnType<ReturnType<ReturnType<typeof init>['database']>['collection']> =>
  init(cloud.sdkInit).database().collection('tasks');

const namesIn = async (cloud: Localcloud): Promise<unknown> =>
  (await tasks(cloud).orderBy('_id', 'asc').get()).data;

test('a running localcloud goes on with a restored backup: documents, indexes and files of then; what was there is set aside', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  await tasks(cloud).add([{ _id: 'a', status: 'open' }]);
  const app = init(cloud.sdkInit);
  const { fileID } = await app.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('then') });
  const backup = join(temporaryFolder(), 'backup.db');
  await runUpkeep('backup', folder, backup);
  await tasks(cloud).doc('a').update({ status: 'done' });
  await tasks(cloud).add([{ _id: 'b', status: 'open' }]);
  await app.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('later') });

  const [, aside = ''] = await runUpkeep('restore', folder, backup);
  expect(await namesIn(cloud)).toEqual([{ _id: 'a', status: 'open' }]);
  expect((await tasks(cloud).where({ status: 'open' }).count()).total).toBe(1);
  expect(String((await app.downloadFile({ fileID })).fileContent)).toBe('then');
  await tasks(cloud).add([{ _id: 'c', status: 'open' }]);
  await cloud.close();

  const again = await start(folder);
  expect((await tasks(again).count()).total).toBe(2);
  await again.close();
  const before = await start(aside.replace('what was there before is in ', ''));
  expect(await namesIn(before)).toEqual([
    { _id: 'a', status: 'done' },
    { _id: 'b', status: 'open' },
  ]);
  expect(String((await init(before.sdkInit).downloadFile({ fileID })).fileContent)).toBe('later');
  await before.close();
});

test('a backup that is not whole is refused, and the running localcloud never notices', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  await tasks(cloud).add([{ _id: 'a', status: 'open' }]);
  const rubbish = join(temporaryFolder(), 'backup.db');
  writeFileSync(rubbish, 'no backup at all');
  await expect(runUpkeep('restore', folder, rubbish)).rejects.toThrow(/cannot be restored/);
  expect(await namesIn(cloud)).toEqual([{ _id: 'a', status: 'open' }]);
  expect(existsSync(join(folder, 'restoring'))).toBe(false);
  await cloud.close();
});

test('a call in progress ends on the old content, one that comes meanwhile sees the new, and a transaction across both is over', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  const backup = join(temporaryFolder(), 'backup.db');
  await runUpkeep('backup', folder, backup);
  await tasks(cloud).add([{ _id: 'a', status: 'open' }]);
  const transaction = await init(cloud.sdkInit).database().startTransaction();
  await transaction.collection('tasks').doc('a').update({ status: 'mine' });
  let letGo: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => (letGo = resolve));
  const begun = new Promise<void>((resolve) => {
    held = async () => {
      resolve();
      await waiting;
      return namesIn(cloud);
    };
  });
  const call = cloud.invoke('work', {}, {});
  await begun;
  const restoring = runUpkeep('restore', folder, backup);
  letGo();
  expect(await call).toEqual([{ _id: 'a', status: 'open' }]);
  await restoring;
  held = () => namesIn(cloud);
  expect(await cloud.invoke('work', {}, {})).toEqual([]);
  await expect(transaction.commit()).rejects.toThrow(/Transaction does not exist/);
  await cloud.close();
});

test('a session stays valid across a restore, and one that was signed out since stays signed out', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  const [staying, leaving] = [cloud.signIn('o-stays'), cloud.signIn('o-leaves')];
  const backup = join(temporaryFolder(), 'backup.db');
  await runUpkeep('backup', folder, backup);
  const authorization = `Bearer ${leaving.token}`;
  await fetch(`${cloud.url}/_localcloud/sign-out`, { method: 'POST', headers: { authorization } });
  await runUpkeep('restore', folder, backup);
  held = () => 'in';
  const statusOf = async (token: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${cloud.url}/call/work`, { method: 'POST', headers, body: '{}' })).status;
  };
  expect(await statusOf(staying.token)).toBe(200);
  expect(await statusOf(leaving.token)).toBe(401);
  await cloud.close();
});

test('a restore cut short between any two of its steps is finished by the next start', async () => {
  const old = temporaryFolder();
  const first = await start(old);
  await tasks(first).add([{ _id: 'old', status: 'open' }]);
  await first.close();
  const fresh = temporaryFolder();
  const second = await start(fresh);
  await tasks(second).add([{ _id: 'new', status: 'open' }]);
  await second.close();

  const parts = (folder: string): string[] =>
    readdirSync(folder).filter((name) => name === 'files' || name.startsWith('localcloud.db'));
  const steps = parts(old).length + parts(fresh).length;
  for (let done = 0; done <= steps; done++) {
    const folder = temporaryFolder();
    const staging = join(folder, 'restoring');
    mkdirSync(staging);
    mkdirSync(join(folder, 'aside'));
    const intent = { aside: 'aside', old: parts(old), new: parts(fresh) };
    const moves = [
      ...intent.old.map((name) => [join(folder, name), join(folder, 'aside', name)] as const),
      ...intent.new.map((name) => [join(staging, name), join(folder, name)] as const),
    ];
    copyParts(old, folder);
    copyParts(fresh, staging);
    writeFileSync(join(folder, 'restore.json'), JSON.stringify(intent));
    for (const [from, to] of moves.slice(0, done)) renameSync(from, to);

    const cloud = await start(folder);
    expect(await namesIn(cloud)).toEqual([{ _id: 'new', status: 'open' }]);
    await cloud.close();
    expect(parts(join(folder, 'aside')).sort()).toEqual(intent.old.sort());
    expect(existsSync(staging)).toBe(false);
    rmSync(folder, { recursive: true });
  }

  function copyParts(from: string, to: string): void {
    for (const name of parts(from)) cpSync(join(from, name), join(to, name), { recursive: true });
  }
});
