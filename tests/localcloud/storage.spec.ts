import { init } from '@cloudbase/node-sdk';
import { movableClock } from './movable-clock';
import { runningCloud } from './running-cloud';

const clock = movableClock();
const cloud = runningCloud({ clock });

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20)]);

async function upload(
  path: string,
  bytes: Buffer,
  openid = 'oAnn',
): Promise<{ status: number; body: { fileID: string; code?: string } }> {
  const response = await fetch(`${cloud().url}/upload?path=${encodeURIComponent(path)}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${cloud().signIn(openid).token}`, 'content-type': 'image/png' },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: await response.json() };
}

async function linkTo(fileID: string, maxAge = 60): Promise<string> {
  const { fileList } = await init(cloud().sdkInit).getTempFileURL({ fileList: [{ fileID, maxAge }] });
  return fileList[0]?.tempFileURL ?? '';
}

test('a file a function stores can be downloaded, linked to and deleted through the SDK', async () => {
  const app = init(cloud().sdkInit);
  const { fileID } = await app.uploadFile({
    cloudPath: 'reports/2026 春.csv',
    fileContent: Buffer.from('a,b\n1,2\n'),
  });
  expect(fileID).toBe('cloud://test.test-local/reports/2026 春.csv');
  expect((await app.downloadFile({ fileID })).fileContent?.toString()).toBe('a,b\n1,2\n');
  expect((await app.deleteFile({ fileList: [fileID] })).fileList).toEqual([{ fileID, code: 'SUCCESS' }]);
  expect((await app.deleteFile({ fileList: [fileID] })).fileList).toEqual([
    { fileID, code: 'STORAGE_FILE_NONEXIST' },
  ]);
  await expect(app.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
});

test('the SDK learns size and type of a file', async () => {
  const app = init(cloud().sdkInit);
  const { fileID } = await app.uploadFile({ cloudPath: 'facts.png', fileContent: png });
  const { fileList } = await app.getFileInfo({ fileList: [fileID] });
  expect(fileList).toMatchObject([
    { code: 'SUCCESS', fileName: 'facts.png', mime: 'image/png', size: png.length },
  ]);
});

test('a file can be copied and moved', async () => {
  const app = init(cloud().sdkInit);
  await app.uploadFile({ cloudPath: 'a/one.txt', fileContent: Buffer.from('one') });
  await app.copyFile({ fileList: [{ srcPath: 'a/one.txt', dstPath: 'b/one.txt', removeOriginal: true }] });
  expect(
    (await app.downloadFile({ fileID: 'cloud://test.test-local/b/one.txt' })).fileContent?.toString(),
  ).toBe('one');
  expect(await linkTo('cloud://test.test-local/a/one.txt')).toBe('');
});

test('a neighbour uploads a picture, and it is shown by a link that ends', async () => {
  const { body } = await upload('photos/door.png', png);
  const link = await linkTo(body.fileID, 60);
  const response = await fetch(link);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
  clock.advanceSeconds(61);
  expect((await fetch(link)).status).toBe(403);
});

test('a file is private: without a link, or with a link to another file, nobody reads it', async () => {
  const mine = (await upload('photos/mine.png', png)).body.fileID;
  await upload('photos/other.png', png);
  expect((await fetch(`${cloud().url}/storage/photos/mine.png`)).status).toBe(403);
  const link = await linkTo(mine);
  expect((await fetch(link.replace('mine', 'other'))).status).toBe(403);
  expect((await fetch(link.replace(/expires=\d+/, 'expires=9999999999'))).status).toBe(403);
});

test('what a link serves cannot run in the page it is opened from', async () => {
  const app = init(cloud().sdkInit);
  const { fileID } = await app.uploadFile({
    cloudPath: 'x.html',
    fileContent: Buffer.from('<script>alert(1)</script>'),
  });
  const { headers } = await fetch(await linkTo(fileID));
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-disposition')).toBe('attachment');
});

test.each([
  ['JPEG', 'ffd8ffe000104a464946'],
  ['GIF', Buffer.from('GIF89a....').toString('hex')],
  ['WebP', Buffer.from('RIFF....WEBPVP8 ').toString('hex')],
])('a %s picture is accepted', async (format, bytes) => {
  expect((await upload(`accepted/${format}`, Buffer.from(bytes, 'hex'))).status).toBe(200);
});

test.each([
  ['WAV', 'audio/wav', Buffer.from('RIFF....WAVEfmt ')],
  ['MP3', 'audio/mpeg', Buffer.from('ID3\u0004....')],
  ['MP3 without a preface', 'audio/mpeg', Buffer.from('fffb9064', 'hex')],
  ['M4A', 'audio/mp4', Buffer.from('....ftypM4A ....')],
])('a %s recording is accepted and served as what it is', async (format, type, bytes) => {
  const { status, body } = await upload(`voices/${format}`, bytes);
  expect(status).toBe(200);
  const { headers } = await fetch(await linkTo(body.fileID));
  expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([type, 'inline']);
});

test('a player gets the part of a recording it asks for, and the whole where it asks for nonsense', async () => {
  const bytes = Buffer.concat([Buffer.from('RIFF....WAVE'), Buffer.from('0123456789')]);
  const link = await linkTo((await upload('voices/range.wav', bytes)).body.fileID);
  const part = async (range: string) => {
    const response = await fetch(link, { headers: { range } });
    return [response.status, response.headers.get('content-range'), await response.text()];
  };
  expect(await part('bytes=12-15')).toEqual([206, 'bytes 12-15/22', '0123']);
  expect(await part('bytes=18-')).toEqual([206, 'bytes 18-21/22', '6789']);
  expect(await part('bytes=20-99')).toEqual([206, 'bytes 20-21/22', '89']);
  expect((await part('bytes=99-'))[0]).toBe(200);
  expect((await part('bytes=5-2'))[0]).toBe(200);
  expect((await part('lines=1-2'))[0]).toBe(200);
});

test.each([
  ['a web page that calls itself a picture', Buffer.from('<html><script>alert(1)</script>')],
  ['an SVG drawing, which may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['nothing', Buffer.alloc(0)],
])('%s is refused', async (_what, bytes) => {
  expect(await upload('refused/x.png', bytes)).toMatchObject({
    status: 415,
    body: { code: 'STORAGE_FILE_TYPE_REFUSED' },
  });
});

test('a picture of more than 10 MB is refused', async () => {
  const big = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]);
  expect(await upload('big.png', big)).toMatchObject({
    status: 413,
    body: { code: 'STORAGE_FILE_TOO_LARGE' },
  });
});

test('a neighbour replaces a picture of their own, never somebody else’s', async () => {
  await upload('owned.png', png, 'oAnn');
  expect((await upload('owned.png', png, 'oAnn')).status).toBe(200);
  expect(await upload('owned.png', png, 'oBo')).toMatchObject({
    status: 403,
    body: { code: 'STORAGE_EXCEED_AUTHORITY' },
  });
});

test.each([
  '../secret.key',
  'a/../../b',
  '/etc/passwd',
  'a//b',
  '.',
  'a\\b',
  'a?b',
  'a%2e%2e',
  '',
  'x'.repeat(900),
  'line\nbreak',
])('the path %j is refused', async (path) => {
  expect((await upload(path, png)).status).toBe(400);
});

test('an upload without a session is refused', async () => {
  const response = await fetch(`${cloud().url}/upload?path=x.png`, {
    method: 'PUT',
    body: new Uint8Array(png),
  });
  expect(response.status).toBe(401);
});

test('an upload to an address nobody was given is refused', async () => {
  const response = await fetch(`${cloud().url}/storage/free.png`, {
    method: 'PUT',
    body: new Uint8Array(png),
  });
  expect([response.status, await response.text()]).toEqual([
    403,
    expect.stringContaining('SignatureDoesNotMatch'),
  ]);
});
