import { init } from '@cloudbase/node-sdk';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalcloud } from '@localcloud/index';
import { runningCloud } from './running-cloud';
import { temporaryFolder } from './temporary-folder';

const base = { env: 'test', collections: [{ name: 'notes', indexes: [] }], functions: [] };
const cloud = runningCloud(base);

test('a port that is taken is named, and nothing is left behind', async () => {
  const port = Number(new URL(cloud().url).port);
  const dataDir = temporaryFolder();
  await expect(startLocalcloud({ ...base, dataDir, port })).rejects.toThrow(`port ${port} is taken`);
  const again = await startLocalcloud({ ...base, dataDir });
  await again.close();
});

test('a data folder that is in use is named', async () => {
  const dataDir = temporaryFolder();
  const first = await startLocalcloud({ ...base, dataDir });
  await expect(startLocalcloud({ ...base, dataDir })).rejects.toThrow(/another localcloud is using/);
  await first.close();
});

test('a data folder that cannot be one is named', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(startLocalcloud({ ...base, dataDir: join(file, 'data') })).rejects.toThrow(
    /cannot be written/,
  );
});

test('a timer that cannot be read stops the start, not the night', async () => {
  const timers = [{ name: 'nightly', functionName: 'jobs', cron: 'every night' }];
  const dataDir = temporaryFolder();
  await expect(startLocalcloud({ ...base, dataDir, timers })).rejects.toThrow(/7 fields/);
  await (await startLocalcloud({ ...base, dataDir })).close();
});

test('data and files outlive a restart', async () => {
  const dataDir = temporaryFolder();
  const first = await startLocalcloud({ ...base, dataDir });
  const app = init(first.sdkInit);
  await app.database().collection('notes').add({ _id: 'a', text: 'kept' });
  const { fileID } = await app.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('kept') });
  await first.close();
  const second = await startLocalcloud({ ...base, dataDir });
  const again = init(second.sdkInit);
  expect((await again.database().collection('notes').get()).data).toEqual([{ _id: 'a', text: 'kept' }]);
  expect((await again.downloadFile({ fileID })).fileContent?.toString()).toBe('kept');
  await second.close();
});

test('what is not supported is refused by name with the page to read', async () => {
  const app = init(cloud().sdkInit);
  await expect(
    app.callCompatibleWxOpenApi({ apiName: 'x', requestData: Buffer.from('x') } as never),
  ).rejects.toThrow(/LOCALCLOUD\.md/);
  await expect(app.auth().queryUserInfo({ uid: 'x' })).rejects.toMatchObject({
    code: 'INVALID_ACTION',
    message: expect.stringContaining('auth.getUserInfoForAdmin'),
  });
});

test('a request for another environment is refused', async () => {
  const stranger = init({ ...cloud().sdkInit, env: 'production' }).database();
  await expect(stranger.collection('notes').get()).rejects.toMatchObject({ code: 'INVALID_PARAM' });
});

test('a request that is unsigned, or was changed after signing, is refused', async () => {
  const send = async (headers: Record<string, string>): Promise<string> => {
    const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'notes', envName: 'test' });
    const response = await fetch(`${cloud().url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return (await response.json()).code;
  };
  expect(await send({})).toBe('SIGN_PARAM_INVALID');
  const authorization =
    'TC3-HMAC-SHA256 Credential=localcloud/x, SignedParams=action, SignedHeaders=content-type;host, Signature=0';
  const fresh = String(Math.floor(Date.now() / 1000));
  expect(await send({ authorization, 'x-timestamp': fresh })).toBe('SIGN_PARAM_INVALID');
  expect(await send({ authorization, 'x-timestamp': '1' })).toBe('SIGN_PARAM_INVALID');
});

test('WeChat messages are recorded, and a test can say what WeChat answers', async () => {
  const app = init(cloud().sdkInit);
  const send = (): Promise<{ result?: unknown }> =>
    app.callWxOpenApi({
      apiName: '/cgi-bin/message/subscribe/send',
      requestData: { touser: 'oAnn' },
    } as never);
  expect((await send()).result).toEqual({ errcode: 0, errmsg: 'ok' });
  cloud().wechat.answer('/cgi-bin/message/subscribe/send', () => ({
    errcode: 43101,
    errmsg: 'user refuse to accept the msg',
  }));
  expect((await send()).result).toMatchObject({ errcode: 43101 });
  expect(cloud().wechat.sent()).toMatchObject([
    { apiName: '/cgi-bin/message/subscribe/send', request: { touser: 'oAnn' }, response: { errcode: 0 } },
    { response: { errcode: 43101 } },
  ]);
});

test('an empty folder that exists already is used as it is', async () => {
  const dataDir = join(temporaryFolder(), 'deep', 'folder');
  mkdirSync(dataDir, { recursive: true });
  await (await startLocalcloud({ ...base, dataDir })).close();
});
