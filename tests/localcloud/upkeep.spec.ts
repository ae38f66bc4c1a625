import { init } from '@cloudbase/node-sdk';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { runUpkeep } from '@localcloud/cli-upkeep';
import { startLocalcloud, type Localcloud } from '@localcloud/index';
import { temporaryFolder } from './temporary-folder';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

const collections = [
  {
    name: 'tasks',
    indexes: [
      { name: 'status', keys: [{ field: 'status', direction: 1 }] },
      { name: 'tags', keys: [{ field: 'tags', direction: 1 }] },
      { name: 'at', keys: [{ field: 'at', direction: '2dsphere' }] },
    ],
  },
] as const;

const start = (dataDir: string): Promise<Localcloud> =>
  startLocalcloud({ dataDir, env: 'upkeep', collections, functions: [] });

async function fill(cloud: Localcloud, count: number, from = 0): Promise<void> {
  const database = init(cloud.sdkInit).database();
  const tasks = Array.from({ length: count }, (_, i) => ({
    _id: `t${from + i}`,
    status: i % 2 ? 'open' : 'done',
    tags: ['a', i],
    at: new database.Geo.Point(104, 30 + i / 1e5),
    text: '锦绣城'.repeat(20),
  }));
  await database.collection('tasks').add(tasks);
}

const total = async (cloud: Localcloud): Promise<number> =>
  (await init(cloud.sdkInit).database().collection('tasks').count()).total;

function upload(cloud: Localcloud, text: string): Promise<{ fileID: string }> {
  return init(cloud.sdkInit).uploadFile({ cloudPath: 'notes/one.txt', fileContent: Buffer.from(text) });
}

async function filled(count: number): Promise<string> {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  await fill(cloud, count);
  await cloud.close();
  return folder;
}

/** Flips one bit in the middle of a file. */
function flipBit(file: string, at = Math.floor(statSync(file).size / 2)): void {
  const byte = readFileSync(file)[at] ?? 0;
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.from([byte ^ 1]), 0, 1, at);
  closeSync(handle);
}

/** Puts one text in the place of another of the same length, wherever the file holds it. */
function rewrite(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, 'latin1').replaceAll(from, to), 'latin1');
}

test('a backup of a running localcloud, restored elsewhere, is all there: documents, indexes and stored files', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  await fill(cloud, 300);
  const { fileID } = await upload(cloud, 'kept');
  const backup = join(temporaryFolder(), 'backup.db');
  const writing = fill(cloud, 300, 1000);
  const [line = ''] = await runUpkeep('backup', folder, backup);
  await writing;
  expect(line).toMatch(/1 stored files, content [0-9a-f]{64}, read back and found equal/);
  await cloud.close();

  const elsewhere = join(temporaryFolder(), 'new');
  const [restored = ''] = await runUpkeep('restore', elsewhere, backup);
  expect(restored).toContain(/content ([0-9a-f]{64})/.exec(line)?.[1]);
  expect(await runUpkeep('check', elsewhere, undefined)).toEqual([
    expect.stringMatching(/^whole: 1 collections, /),
  ]);
  const again = await start(elsewhere);
  expect([300, 600]).toContain(await total(again));
  const { fileContent } = await init(again.sdkInit).downloadFile({ fileID });
  expect(String(fileContent)).toBe('kept');
  await again.close();
});

test('restoring sets aside what was there, and never deletes it', async () => {
  const folder = await filled(10);
  const backup = join(temporaryFolder(), 'backup.db');
  await runUpkeep('backup', folder, backup);
  const changed = await start(folder);
  await fill(changed, 5, 100);
  await changed.close();
  const [, aside = ''] = await runUpkeep('restore', folder, backup);
  const restored = await start(folder);
  expect(await total(restored)).toBe(10);
  await restored.close();
  const kept = aside.replace('what was there before is in ', '');
  expect(existsSync(join(kept, 'localcloud.db'))).toBe(true);
  rmSync(join(folder, 'localcloud.db'));
  rmSync(join(folder, 'localcloud.db.seal'));
  for (const file of ['localcloud.db', 'localcloud.db.seal'])
    copyFileSync(join(kept, file), join(folder, file));
  const before = await start(folder);
  expect(await total(before)).toBe(15);
  await before.close();
});

test('a damaged backup is refused and leaves the data folder as it was', async () => {
  const folder = await filled(200);
  const backup = join(temporaryFolder(), 'backup.db');
  await runUpkeep('backup', folder, backup);
  rewrite(backup, '"_id":"t150"', '"_id":"t151"');
  await expect(runUpkeep('restore', folder, backup)).rejects.toThrow(/cannot be restored/);
  expect(existsSync(join(folder, 'restoring'))).toBe(false);
  expect(await runUpkeep('check', folder, undefined)).toEqual(['whole: 1 collections, 200 documents']);
});

test('a backup never overwrites a file, and nothing is restored under a running localcloud', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  const backup = join(temporaryFolder(), 'backup.db');
  writeFileSync(backup, 'mine');
  await expect(runUpkeep('backup', folder, backup)).rejects.toThrow(/already exists/);
  expect(readFileSync(backup, 'utf8')).toBe('mine');
  await expect(runUpkeep('restore', folder, backup)).rejects.toThrow(/is running/);
  await cloud.close();
});

test('a flipped bit anywhere in a closed database is noticed at the start, and the file is named', async () => {
  const folder = await filled(200);
  const file = join(folder, 'localcloud.db');
  const whole = readFileSync(file);
  for (const share of [0.1, 0.35, 0.6, 0.95]) {
    flipBit(file, Math.floor(whole.length * share));
    await expect(start(folder)).rejects.toThrow(new RegExp(`${file} is damaged`));
    writeFileSync(file, whole);
  }
  truncateSync(file, Math.floor(whole.length / 2));
  await expect(start(folder)).rejects.toThrow(/is damaged/);
  rmSync(file);
  await expect(start(folder)).rejects.toThrow(/is gone; restore it from a backup/);
  writeFileSync(file, whole);
  const cloud = await start(folder);
  expect(await total(cloud)).toBe(200);
  await cloud.close();
});

test('a torn file is noticed after a kill too, when nobody could seal it', async () => {
  const folder = await filled(400);
  const file = join(folder, 'localcloud.db');
  rmSync(`${file}.seal`);
  truncateSync(file, 4096 * Math.floor(statSync(file).size / 4096 / 2));
  await expect(start(folder)).rejects.toThrow(/is damaged/);
});

test('check finds a document whose keys no longer say what it says', async () => {
  const folder = await filled(20);
  const file = join(folder, 'localcloud.db');
  rmSync(`${file}.seal`);
  rewrite(file, '"status":"open"', '"status":"opem"');
  await expect(runUpkeep('check', folder, undefined)).rejects.toThrow(
    /tasks: document t\d+: its key for status is wrong/,
  );
});

test('inspect says what is stored, running or not', async () => {
  const folder = await filled(7);
  const expected = ['tasks: 7 documents', 'status (status 1)', 'tags (tags 1)', 'at (at 2dsphere)'];
  const closed = await runUpkeep('inspect', folder, undefined);
  const cloud = await start(folder);
  const running = await runUpkeep('inspect', folder, undefined);
  await cloud.close();
  expect(running).toEqual(closed);
  expected.forEach((words, i) => expect(closed[i]).toContain(words));
});

test('the upkeep of a running localcloud is open to nobody without the folder’s key', async () => {
  const cloud = await start(temporaryFolder());
  for (const authorization of ['', 'Bearer wrong']) {
    const answer = await fetch(`${cloud.url}/_localcloud/upkeep/inspect`, {
      method: 'POST',
      headers: { authorization },
    });
    expect(answer.status).toBe(404);
  }
  await cloud.close();
});

test('a folder without data is named', async () => {
  const folder = join(temporaryFolder(), 'empty');
  mkdirSync(folder);
  await expect(runUpkeep('check', folder, undefined)).rejects.toThrow(
    `there is no localcloud data in ${folder}`,
  );
  await expect(runUpkeep('backup', folder, undefined)).rejects.toThrow('say which file');
});
