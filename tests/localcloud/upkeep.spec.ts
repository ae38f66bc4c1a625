import { init } from '@cloudbase/node-sdk';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { invite } from '@localcloud/cli-invite';
import { runUpkeep } from '@localcloud/cli-upkeep';
import { upkeepKey } from '@localcloud/data-folder';
import { holding } from '@localcloud/upkeep/running-localcloud';
import { Files } from '@localcloud/services/storage/files';
import { explainOpen } from '@localcloud/store/open-file';
import { noAdvice } from '@localcloud/store/query-advice';
import { Store } from '@localcloud/store/store';
import { Holds } from '@localcloud/upkeep/holds';
import { startLocalcloud, systemClock, type Localcloud } from '@localcloud/index';
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

const readKey = (folder: string): Buffer =>
  Buffer.from(readFileSync(join(folder, 'secret.key'), 'utf8').trim(), 'hex');

const filesIn = (folder: string): string[] =>
  readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

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
  rmSync(join(folder, 'localcloud.db.sums'));
  for (const file of ['localcloud.db', 'localcloud.db.sums'])
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

test('a folder in use by a localcloud that cannot be asked is left alone', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  const backup = join(temporaryFolder(), 'backup.db');
  await runUpkeep('backup', folder, backup);
  rmSync(join(folder, 'running.url'));
  for (const [command, file] of [
    ['restore', backup],
    ['backup', `${backup}.2`],
    ['check', undefined],
  ] as const)
    await expect(runUpkeep(command, folder, file)).rejects.toThrow(/another localcloud is using/);
  expect(existsSync(join(folder, 'restore.json'))).toBe(false);
  await cloud.close();
});

test('a backup never overwrites a file', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  const backup = join(temporaryFolder(), 'backup.db');
  writeFileSync(backup, 'mine');
  await expect(runUpkeep('backup', folder, backup)).rejects.toThrow(/already exists/);
  expect(readFileSync(backup, 'utf8')).toBe('mine');
  await cloud.close();
});

test('a flipped bit anywhere in a closed database is noticed at the start, and the file is named', async () => {
  const folder = await filled(200);
  const damaged = async (harm: (file: string) => void): Promise<void> => {
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    const file = join(copy, 'localcloud.db');
    harm(file);
    await expect(start(copy)).rejects.toThrow(
      new RegExp(`${file} is (damaged|gone; restore it from a backup)`),
    );
  };
  for (const share of [0.1, 0.35, 0.6, 0.95])
    await damaged((file) => flipBit(file, Math.floor(statSync(file).size * share)));
  await damaged((file) => truncateSync(file, Math.floor(statSync(file).size / 2)));
  await damaged((file) => rmSync(file));
  const cloud = await start(folder);
  expect(await total(cloud)).toBe(200);
  await cloud.close();
});

test('a torn file is noticed after a kill too, when nobody could seal it', async () => {
  const folder = await filled(400);
  const file = join(folder, 'localcloud.db');
  rmSync(`${file}.sums`);
  truncateSync(file, 4096 * Math.floor(statSync(file).size / 4096 / 2));
  await expect(start(folder)).rejects.toThrow(/is damaged/);
});

test('a page that changed under a running localcloud is named by check and by backup; no backup is made of it, stopped neither', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  await fill(cloud, 50);
  await runUpkeep('backup', folder, join(temporaryFolder(), 'good.db'));
  const file = join(folder, 'localcloud.db');
  flipBit(file, readFileSync(file).lastIndexOf('"t7"') + 2);
  const backup = join(temporaryFolder(), 'backup.db');
  const refuseBoth = async (): Promise<void> => {
    const words = new RegExp(`${file} is damaged \\(page \\d+ is not as it was written\\); restore it`);
    await expect(runUpkeep('check', folder, undefined)).rejects.toThrow(words);
    await expect(runUpkeep('backup', folder, backup)).rejects.toThrow(words);
    expect(readdirSync(dirname(backup))).toEqual([]);
  };
  await refuseBoth();
  await cloud.close();
  await refuseBoth();
});

test('a file cut short under a running localcloud is named by check', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  await fill(cloud, 50);
  const running = { url: cloud.url, key: upkeepKey(readKey(folder)) };
  await holding(running, async () => undefined);
  const file = join(folder, 'localcloud.db');
  const whole = readFileSync(file);
  truncateSync(file, whole.length - 4096);
  await expect(runUpkeep('check', folder, undefined)).rejects.toThrow(
    /it is shorter than it was: page \d+ is missing/,
  );
  writeFileSync(file, whole);
  expect(await runUpkeep('check', folder, undefined)).toEqual(['whole: 1 collections, 50 documents']);
  await cloud.close();
});

test('documents written while the files are copied do not make a copy look damaged', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  await fill(cloud, 200);
  let more = 0;
  const writing: Promise<void>[] = [];
  await runUpkeep('backup', folder, join(temporaryFolder(), 'backup.db'), (verb) => {
    if (verb === 'copied') writing.push(fill(cloud, 20, 1000 * ++more));
  });
  await Promise.all(writing);
  expect(more).toBeGreaterThan(0);
  expect(await runUpkeep('check', folder, undefined)).toEqual([
    `whole: 1 collections, ${200 + 20 * more} documents`,
  ]);
  await cloud.close();
});

test('nobody but the owner of a folder works on it, root neither: what they leave there could not be read', async () => {
  const folder = await filled(3);
  const before = readdirSync(folder).sort();
  const owner = statSync(folder).uid;
  const getuid = jest.spyOn(process, 'getuid').mockReturnValue(owner + 1);
  try {
    const words = `the data folder ${folder} belongs to user ${owner}, and this runs as user ${owner + 1}: run it as its owner, with sudo -u '#${owner}' before the command`;
    for (const command of ['backup', 'restore', 'check', 'inspect'] as const)
      await expect(runUpkeep(command, folder, 'any.db')).rejects.toThrow(words);
    await expect(invite(folder, 'o-somebody')).rejects.toThrow(words);
    await expect(start(folder)).rejects.toThrow(words);
  } finally {
    getuid.mockRestore();
  }
  expect(readdirSync(folder).sort()).toEqual(before);
});

test('a file that may not be read or written is told from one that is damaged', () => {
  for (const code of ['EACCES', 'EPERM', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'])
    expect(explainOpen('/data/localcloud.db', Object.assign(new Error(code), { code }))).toBe(
      `/data/localcloud.db cannot be written (${code}); check the folder's permissions`,
    );
});

test('check finds a document whose keys no longer say what it says', async () => {
  const folder = await filled(20);
  const file = join(folder, 'localcloud.db');
  rmSync(`${file}.sums`);
  rewrite(file, '"status":"open"', '"status":"opem"');
  await expect(runUpkeep('check', folder, undefined)).rejects.toThrow(
    /damaged: 10 problems\n {2}tasks: 10 problems\n {4}document t\d+: its key for status is wrong/,
  );
});

test('check names stored files that are gone or cut short, running or not, and a backup is made of the rest', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  await fill(cloud, 10);
  for (const name of ['gone', 'cut', 'whole'])
    await init(cloud.sdkInit).uploadFile({
      cloudPath: `notes/${name}.txt`,
      fileContent: Buffer.from(`the ${name} one`),
    });
  expect(await runUpkeep('check', folder, undefined)).toEqual(['whole: 1 collections, 10 documents']);
  const holds = (text: string): string =>
    readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .find((file) => readFileSync(file, 'utf8').includes(text)) ?? '';
  rmSync(holds('gone'));
  truncateSync(holds('cut'), 3);
  const words =
    /damaged: 2 problems\n {2}stored files: 2 problems\n {4}notes\/cut.txt has 3 bytes, not 11\n {4}notes\/gone.txt is gone/;
  await expect(runUpkeep('check', folder, undefined)).rejects.toThrow(words);
  const [, missing] = await runUpkeep('backup', folder, join(temporaryFolder(), 'backup.db'));
  expect(missing).toBe('not in it, because it is gone from the folder: notes/gone.txt');
  await cloud.close();
  await expect(runUpkeep('check', folder, undefined)).rejects.toThrow(words);
  expect(readdirSync(folder).filter((name) => name.startsWith('checking-'))).toEqual([]);
});

test('a picture replaced while a backup is copied is in the backup as it was', async () => {
  const folder = temporaryFolder();
  const cloud = await start(folder);
  const { fileID } = await upload(cloud, 'before');
  const { url, sdkInit } = cloud;
  const running = { url, key: upkeepKey(readKey(folder)) };
  await holding(running, async () => {
    const before = filesIn(folder);
    await upload(cloud, 'after');
    await init(sdkInit).deleteFile({ fileList: [fileID] });
    expect(filesIn(folder)).toEqual(expect.arrayContaining(before));
    await expect(runUpkeep('backup', folder, join(temporaryFolder(), 'b.db'))).rejects.toThrow(
      /already being made/,
    );
  });
  expect(filesIn(folder)).toEqual([]);
  await cloud.close();
});

test('whoever holds the files and falls silent loses them, and learns it', async () => {
  jest.useFakeTimers();
  const store = new Store({ file: ':memory:', durable: false, collections: [] }, noAdvice);
  const holds = new Holds(store, new Files(temporaryFolder(), store.engine, systemClock));
  const { id, leaseMs } = holds.take();
  jest.advanceTimersByTime(leaseMs - 1);
  holds.renew(id);
  jest.advanceTimersByTime(leaseMs - 1);
  expect(() => holds.take()).toThrow(/already being made/);
  jest.advanceTimersByTime(1);
  await expect(holds.release(id)).rejects.toThrow(/the hold has ended/);
  await holds.release(holds.take().id);
  store.close();
  jest.useRealTimers();
});

test('a backup for which the disk has no room is refused before it begins', async () => {
  const folder = await filled(5);
  mkdirSync(join(folder, 'files', 'aa'), { recursive: true });
  const huge = openSync(join(folder, 'files', 'aa', 'huge'), 'w');
  // All of it a hole: it takes no room here.
  ftruncateSync(huge, 8e12);
  closeSync(huge);
  const backup = join(temporaryFolder(), 'backup.db');
  await expect(runUpkeep('backup', folder, backup)).rejects.toThrow(
    /not enough disk: the backup needs about 8,000,0\d\d MB, and .* has [\d,]+ MB free/,
  );
  expect(existsSync(`${backup}.part`)).toBe(false);
});

test('inspect says what is stored, running or not', async () => {
  const folder = await filled(7);
  const expected = [
    /^collection +documents +bytes +indexes$/,
    /^tasks +7 +\S+ +status \(status 1\)$/,
    / {2}tags \(tags 1\)$/,
    / {2}at \(at 2dsphere\)$/,
  ];
  const closed = await runUpkeep('inspect', folder, undefined);
  const cloud = await start(folder);
  const running = await runUpkeep('inspect', folder, undefined);
  await cloud.close();
  expect(running).toEqual(closed);
  expected.forEach((words, i) => expect(closed[i]).toMatch(words));
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

test('check finds keys of array elements that the document does not have', async () => {
  const folder = temporaryFolder();
  const collections = [
    { name: 'notes', indexes: [{ name: 'tags', keys: [{ field: 'tags', direction: 1 }] }] },
  ] as const;
  const cloud = await startLocalcloud({ dataDir: folder, env: 'arrays', collections, functions: [] });
  await init(cloud.sdkInit)
    .database()
    .collection('notes')
    .add({ _id: 'n', tags: ['a', 'b'] });
  await cloud.close();
  const file = join(folder, 'localcloud.db');
  const database = new Database(file);
  database.exec(`UPDATE "array:notes:tags" SET key = '3c' WHERE key = '3b'`);
  database.exec(`INSERT INTO "array:notes:tags" (key, n) VALUES ('3a', 99)`);
  database.close();
  rmSync(`${file}.sums`);
  await expect(runUpkeep('check', folder, undefined)).rejects.toThrow(
    /notes: 2 problems\n {4}document n: its keys for the elements of tags are wrong\n {4}1 keys for tags belong to no document/,
  );
});
