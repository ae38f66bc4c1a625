import { readdirSync } from 'node:fs';
import { startLocalcloud, type Localcloud } from '@localcloud/index';
import { UPLOAD_LIMITS } from '@localcloud/limits';
import { UploadQuota } from '@localcloud/services/storage/upload-quota';
import { movableClock } from './movable-clock';
import { temporaryFolder } from './temporary-folder';

const clock = movableClock();
const HOUR_SECONDS = 3600;
const PNG_START = Buffer.from('89504e470d0a1a0a', 'hex');
const picture = (bytes = 20): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([PNG_START, Buffer.alloc(bytes)]));

let folder: string;
let cloud: Localcloud;
beforeEach(async () => {
  folder = temporaryFolder();
  cloud = await startLocalcloud({ dataDir: folder, env: 'test', collections: [], functions: [], clock });
});
afterEach(() => cloud.close());

async function upload(
  openid: string,
  path: string,
  bytes = picture(),
): Promise<{ status: number; code?: string }> {
  const { status, body } = await send(openid, path, bytes);
  return { status, ...(body.code === undefined ? {} : { code: body.code }) };
}

async function send(
  openid: string,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ status: number; body: { code?: string } }> {
  const response = await fetch(`${cloud.url}/upload?path=${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${cloud.signIn(openid).token}` },
    body: bytes,
  });
  return { status: response.status, body: await response.json() };
}

const filesOnDisk = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f-]{36}/.test(name));

test('of people who upload to one path at the same moment one has it, and nobody takes it over', async () => {
  const people = ['oAnn', 'oBo', 'oCy', 'oDee'];
  const outcomes = await Promise.all(people.map((openid) => upload(openid, 'p/a.png')));
  const owner = people[outcomes.findIndex(({ status }) => status === 200)];
  expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
  for (const openid of people)
    expect([openid, await upload(openid, 'p/a.png')]).toEqual([
      openid,
      openid === owner ? { status: 200 } : { status: 403, code: 'STORAGE_EXCEED_AUTHORITY' },
    ]);
  expect(filesOnDisk()).toHaveLength(1);
});

test('somebody who sends one picture several times at the same moment leaves one behind', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => upload('oAnn', 'p/a.png')));
  expect(outcomes).toEqual([{ status: 200 }, { status: 200 }, { status: 200 }]);
  expect(filesOnDisk()).toHaveLength(1);
});

test('a neighbour may upload 60 pictures an hour, at once or one by one; others are not held up by it', async () => {
  const all = Array.from({ length: UPLOAD_LIMITS.uploadsPerHour + 5 }, (_, i) =>
    upload('oAnn', `p/${i}.png`),
  );
  const statuses = (await Promise.all(all)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(60);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  expect(filesOnDisk()).toHaveLength(60);
  expect(await upload('oAnn', 'more.png')).toEqual({ status: 429, code: 'STORAGE_UPLOAD_TOO_OFTEN' });
  expect(await upload('oBo', 'bo.png')).toEqual({ status: 200 });
  clock.advanceSeconds(HOUR_SECONDS);
  expect(await upload('oAnn', 'later.png')).toEqual({ status: 200 });
});

test('what is refused for its type does not count', async () => {
  const quota = UPLOAD_LIMITS.uploadsPerHour;
  for (let i = 0; i < quota + 1; i++)
    expect((await upload('oAnn', 'x.png', new Uint8Array(Buffer.from('no picture')))).status).toBe(415);
  expect(await upload('oAnn', 'x.png')).toEqual({ status: 200 });
});

test('a neighbour may upload 200 MB a day, to the byte', () => {
  const quota = new UploadQuota(clock);
  const tooMuch = expect.objectContaining({
    code: 'STORAGE_UPLOAD_TOO_OFTEN',
    message: 'at most 200 MB a day; try again tomorrow',
  });
  for (let i = 0; i < 20; i++) {
    quota.spend('oAnn', 10 * 1024 * 1024);
    clock.advanceSeconds(HOUR_SECONDS);
  }
  expect(() => quota.spend('oAnn', 1)).toThrow(tooMuch);
  expect(() => quota.spend('oBo', 1)).not.toThrow();
  clock.advanceSeconds(4 * HOUR_SECONDS);
  expect(() => quota.spend('oAnn', 10 * 1024 * 1024)).not.toThrow();
  expect(() => quota.spend('oAnn', 1)).toThrow(tooMuch);
});
