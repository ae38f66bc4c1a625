import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invite } from '@localcloud/cli-invite';
import { startLocalcloud, type Localcloud, type LocalcloudOptions } from '@localcloud/index';
import { movableClock } from './movable-clock';
import { temporaryFolder } from './temporary-folder';
import { startWechatServer, type WechatServer } from './wechat-server';

jest.setTimeout(60_000);

const SECRET = 'the-secret-of-the-mini-program';
const clock = movableClock();
const lines: object[] = [];
let wechat: WechatServer;
let cloud: Localcloud;
let dataDir: string;

const start = (options: Partial<LocalcloudOptions>): Promise<Localcloud> =>
  startLocalcloud({
    ...{ dataDir, env: 'service', collections: [], isService: true, publicUrl: 'http://localhost:9', clock },
    functions: [
      {
        name: 'whoami',
        timeoutSeconds: 3,
        clientCallable: true,
        load: async () => ({
          main: (_event, context) => JSON.parse(Reflect.get(Object(context), 'environment')).WX_OPENID,
        }),
      },
    ],
    log: (line) => lines.push(line),
    ...options,
  });

type Answer = { status: number; body: Record<string, string> };

async function post(way: string, body: unknown, from = '192.0.2.1', at = cloud.url): Promise<Answer> {
  const response = await fetch(`${at}/sign-in/${way}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': from,
      'x-forwarded-host': 'localhost:9',
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

async function whoami(token = ''): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${cloud.url}/call/whoami`, { method: 'POST', headers, body: '{}' })).json();
}

async function invitation(openid: string): Promise<string> {
  const [line = ''] = await invite(dataDir, openid);
  return line.replace('code: ', '');
}

function logOf(folder: string): string {
  return readFileSync(join(folder, 'localcloud.db-wal'), 'latin1');
}

describe('a service', () => {
  beforeAll(async () => {
    wechat = await startWechatServer({
      good: { openid: 'o-resident', session_key: 'private-key' },
      twice: { openid: 'o-resident', session_key: 'private-key' },
      risky: { errcode: 40226, errmsg: 'code blocked' },
      busy: { errcode: -1, errmsg: 'system error' },
      misconfigured: { errcode: 40125, errmsg: 'invalid appsecret' },
    });
    dataDir = temporaryFolder();
    cloud = await start({ wechatLogin: { appid: 'wx-app', secret: SECRET, apiUrl: wechat.url } });
  });
  afterAll(async () => {
    await cloud.close();
    await wechat.close();
  });

  test('a resident signs in with a code of wx.login, and functions know them by the openid WeChat gave', async () => {
    const { status, body } = await post('wechat', { code: 'good' });
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['expiresAt', 'openid', 'token']);
    expect(await whoami(body['token'])).toMatchObject({ result: 'o-resident' });
    expect(Object.fromEntries(wechat.asked[0] ?? [])).toEqual({
      appid: 'wx-app',
      secret: SECRET,
      js_code: 'good',
      grant_type: 'authorization_code',
    });
  });

  test.each([
    ['a code WeChat does not know', 'unknown', 401, 'SIGN_IN_CODE_INVALID'],
    ['an account WeChat blocks', 'risky', 403, 'SIGN_IN_REFUSED'],
    ['WeChat being busy', 'busy', 503, 'SIGN_IN_UNAVAILABLE'],
    ['a wrong secret of ours', 'misconfigured', 503, 'SIGN_IN_UNAVAILABLE'],
  ])('%s is told by its own code', async (_what, code, status, name) => {
    expect(await post('wechat', { code }, '192.0.2.2')).toMatchObject({ status, body: { code: name } });
  });

  test('a code signs in once', async () => {
    await post('wechat', { code: 'twice' });
    expect(await post('wechat', { code: 'twice' })).toMatchObject({
      status: 401,
      body: { code: 'SIGN_IN_CODE_USED' },
    });
  });

  test('WeChat out of reach, or no mini-program at all, is told apart from a wrong code', async () => {
    const away = await start({
      dataDir: ':memory:',
      wechatLogin: { appid: 'wx-app', secret: SECRET, apiUrl: 'http://127.0.0.1:1' },
    });
    expect(await post('wechat', { code: 'good' }, undefined, away.url)).toMatchObject({ status: 503 });
    await away.close();
    const without = await start({ dataDir: ':memory:' });
    expect(await post('wechat', { code: 'good' }, undefined, without.url)).toMatchObject({
      status: 503,
      body: { message: expect.stringContaining('WECHAT_APPID') },
    });
    await without.close();
  });

  test('somebody at a PC signs in with an invitation, once, however they type it', async () => {
    const code = await invitation('o-staff');
    expect(code).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}$/);
    const { body } = await post('code', { code: ` ${code.toLowerCase().replace(/-/g, ' ')}` });
    expect(await whoami(body['token'])).toMatchObject({ result: 'o-staff' });
    expect(await post('code', { code })).toMatchObject({
      status: 401,
      body: { code: 'SIGN_IN_CODE_INVALID' },
    });
  });

  test('two who send the same invitation at once: one is in', async () => {
    const code = await invitation('o-staff');
    const answers = await Promise.all(Array.from({ length: 5 }, () => post('code', { code }, '192.0.2.9')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  });

  test('an invitation is good for ten minutes', async () => {
    const [early, late] = [await invitation('o-staff'), await invitation('o-staff')];
    clock.advanceSeconds(599);
    expect((await post('code', { code: early })).status).toBe(200);
    clock.advanceSeconds(2);
    expect((await post('code', { code: late })).status).toBe(401);
  });

  test('whoever guesses is stopped after ten wrong codes, for ten minutes; others are not', async () => {
    const good = await invitation('o-staff');
    for (let n = 0; n < 10; n++)
      expect((await post('code', { code: `wrong-${n}` }, '192.0.2.66')).status).toBe(401);
    expect(await post('code', { code: good }, '192.0.2.66')).toMatchObject({
      status: 429,
      body: { code: 'SIGN_IN_TOO_OFTEN' },
    });
    expect((await post('code', { code: good }, '192.0.2.67')).status).toBe(200);
    clock.advanceSeconds(601);
    const later = await invitation('o-staff');
    expect((await post('code', { code: later }, '192.0.2.66')).status).toBe(200);
  });

  test('neither the log nor the data folder holds a secret, a code or a session key', async () => {
    const code = await invitation('o-private');
    await post('code', { code: 'guessed-code' });
    const kept =
      readFileSync(join(dataDir, 'localcloud.db'), 'latin1') + logOf(dataDir) + JSON.stringify(lines);
    for (const secret of [
      SECRET,
      'private-key',
      code,
      code.replace(/-/g, ''),
      'guessed-code',
      'misconfigured',
    ])
      expect(kept).not.toContain(secret);
    expect(kept).toContain('o-private');
  });

  test('where nothing runs, an invitation cannot be made, and it says so', async () => {
    const stopped = temporaryFolder();
    await (await start({ dataDir: stopped })).close();
    await expect(invite(stopped, 'o-staff')).rejects.toThrow(/no localcloud is running on/);
    await expect(invite(temporaryFolder(), 'o-staff')).rejects.toThrow(/there is no localcloud data in/);
  });
});
