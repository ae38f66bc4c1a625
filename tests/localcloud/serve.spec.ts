import { init } from '@cloudbase/node-sdk';
import { existsSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { startLocalcloud, type Localcloud } from '@localcloud/index';
import { addressOf, runCli, type CliProcess } from './cli-process';
import { temporaryFolder } from './temporary-folder';
import { startWechatServer } from './wechat-server';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

const PROXY = {
  'x-forwarded-for': '192.0.2.1',
  'x-forwarded-host': 'example.org',
  'x-forwarded-proto': 'https',
};

/** `held` answers when a file appears; `write` adds a document before it does. */
const CONFIG = `
const { existsSync, watch, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { init } = require(${JSON.stringify(require.resolve('@cloudbase/node-sdk'))});
const appears = (file) => new Promise((resolve) => {
  const watcher = watch(dirname(file), () => { if (existsSync(file)) { watcher.close(); resolve(); } });
  if (existsSync(file)) { watcher.close(); resolve(); }
});
const main = async ({ begun, until }) => {
  writeFileSync(begun, '');
  await appears(until);
  await init({ env: process.env.TCB_ENV }).database().collection('tasks').add({ _id: 'last', done: true });
  return 'written';
};
module.exports.localcloud = {
  env: 'served',
  collections: [{ name: 'tasks', indexes: [] }],
  functions: [{ name: 'held', timeoutSeconds: 20, clientCallable: true, load: async () => ({ main }) }],
};`;

function configFile(): string {
  const file = join(temporaryFolder(), 'config.cjs');
  writeFileSync(file, CONFIG);
  return file;
}

function serve(
  folder: string,
  options: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): CliProcess {
  const address = ['--port', '0', '--public-url', 'https://example.org'];
  return runCli(
    ['start', '--serve', '--config', configFile(), '--data', folder, ...address, ...options],
    env,
  );
}

/** A session signed in by an invitation, as a staff member gets one. */
async function session(folder: string, url: string): Promise<string> {
  const invited = runCli(['invite', '--data', folder, '--openid', 'o-staff']);
  const [, code = '', link] = await invited.says(/code: (\S+)[^]*link: (\S+)\n/);
  expect(link).toBe(`https://example.org/?invitation=${code}`);
  const headers = { ...PROXY, 'content-type': 'application/json' };
  const signedIn = await fetch(`${url}/sign-in/code`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ code }),
  });
  return (await signedIn.json()).token;
}

describe('a service', () => {
  let cloud: Localcloud;
  beforeAll(async () => {
    cloud = await startLocalcloud({
      ...{ dataDir: ':memory:', env: 'served', collections: [], functions: [] },
      ...{ isService: true, publicUrl: 'https://example.org' },
    });
  });
  afterAll(() => cloud.close());

  // Not fetch: it would set Host itself.
  function ask(
    path: string,
    headers: Record<string, string>,
    method = 'GET',
  ): Promise<{ status: number; hsts: unknown }> {
    return new Promise((resolve, reject) => {
      const { port } = new URL(cloud.url);
      request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, hsts: response.headers['strict-transport-security'] });
      })
        .on('error', reject)
        .end();
    });
  }

  test.each([
    '/_localcloud/',
    '/_localcloud/identities',
    '/_localcloud/clock',
    '/admin',
    '/%61dmin',
    '//admin',
  ])('%s is there for nobody who comes through the proxy', async (path) => {
    for (const header of [
      'x-forwarded-for',
      'x-forwarded-proto',
      'x-forwarded-host',
      'forwarded',
      'via',
      'x-real-ip',
    ])
      for (const method of ['GET', 'POST'])
        expect((await ask(path, { [header]: 'x' }, method)).status).toBe(404);
  });

  test('has no role picker, no developer page and no controls, for whoever is on the machine either', async () => {
    for (const path of ['/_localcloud/', '/_localcloud/identities', '/_localcloud/sign-in'])
      for (const method of ['GET', 'POST']) expect((await ask(path, {}, method)).status).toBe(404);
    expect(cloud.developerPage).toBeUndefined();
    expect(() => cloud.setClock(new Date(0))).toThrow(/service/);
  });

  test('answers under its own name and over HTTPS only, and tells browsers to stay there', async () => {
    expect(await ask('/call/x', PROXY, 'POST')).toEqual({ status: 401, hsts: 'max-age=31536000' });
    expect((await ask('/call/x', { ...PROXY, 'x-forwarded-host': 'evil.example' }, 'POST')).status).toBe(421);
    expect((await ask('/call/x', { ...PROXY, 'x-forwarded-proto': 'http' }, 'POST')).status).toBe(403);
    expect(
      (
        await ask(
          '/call/x',
          { 'x-forwarded-for': '192.0.2.1', 'x-forwarded-proto': 'https', host: 'example.org' },
          'POST',
        )
      ).status,
    ).toBe(401);
  });

  test('signs people out through the proxy', async () => {
    expect((await ask('/_localcloud/sign-out', PROXY, 'POST')).status).toBe(401);
  });

  test('does not start without knowing how it is reached', async () => {
    for (const publicUrl of [undefined, 'example.org', 'http://example.org', 'https://example.org/path'])
      await expect(
        startLocalcloud({
          ...{ dataDir: ':memory:', env: 'served', collections: [], functions: [], isService: true },
          ...(publicUrl === undefined ? {} : { publicUrl }),
        }),
      ).rejects.toThrow(/publicUrl/);
  });
});

test('a stop during a call loses nothing: the call ends and is answered, newcomers are turned away, what it wrote is there', async () => {
  const folder = temporaryFolder();
  const cli = serve(folder);
  const url = await addressOf(cli);
  const token = await session(folder, url);
  const [begun, until] = [join(temporaryFolder(), 'begun'), join(temporaryFolder(), 'until')];
  const call = (): Promise<Response> =>
    fetch(`${url}/call/held`, {
      method: 'POST',
      headers: { ...PROXY, authorization: `Bearer ${token}` },
      body: JSON.stringify({ data: { begun, until } }),
    });
  const calling = call();
  await appears(begun);
  cli.child.kill('SIGTERM');
  await cli.says(/"message":"stopping"/);
  const late = await call();
  expect([late.status, late.headers.get('connection')]).toEqual([503, 'close']);
  writeFileSync(until, '');
  const answer = await calling;
  expect(await answer.json()).toMatchObject({ result: 'written' });
  expect(answer.headers.get('connection')).toBe('close');
  expect(await cli.ended).toBe(0);

  const again = await startLocalcloud({ dataDir: folder, env: 'served', collections: [], functions: [] });
  const { data } = await init(again.sdkInit).database().collection('tasks').get();
  expect(data).toEqual([{ _id: 'last', done: true }]);
  await again.close();
});

test('a call that does not end is given up after the grace time, and a second signal waits for nothing', async () => {
  for (const [options, second, code] of [
    [['--grace', '0'], false, 0],
    [[], true, 1],
  ] as const) {
    const folder = temporaryFolder();
    const cli = serve(folder, options);
    const url = await addressOf(cli);
    const token = await session(folder, url);
    const [begun, until] = [join(temporaryFolder(), 'begun'), join(temporaryFolder(), 'never')];
    const calling = fetch(`${url}/call/held`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ data: { begun, until } }),
    }).catch(() => 'cut off');
    await appears(begun);
    cli.child.kill('SIGTERM');
    if (second) {
      await cli.says(/"message":"stopping"/);
      cli.child.kill('SIGTERM');
    }
    expect([await cli.ended, await calling]).toEqual([code, 'cut off']);
  }
});

test('started from a shell, residents sign in through the WeChat it is told of; its secret is said nowhere, a reload ends nothing', async () => {
  const wechat = await startWechatServer({ good: { openid: 'o-resident', session_key: 'key' } });
  const env = { WECHAT_APPID: 'wx-app', WECHAT_SECRET: 'the-private-secret' };
  const cli = serve(temporaryFolder(), ['--wechat-api', wechat.url, '--log-requests'], env);
  const url = await addressOf(cli);
  cli.child.kill('SIGHUP');
  await cli.says(/there is no log file to open anew/);
  const signIn = async (code: string): Promise<unknown> => {
    const headers = { ...PROXY, 'content-type': 'application/json' };
    return (
      await fetch(`${url}/sign-in/wechat`, { method: 'POST', headers, body: JSON.stringify({ code }) })
    ).json();
  };
  expect(await signIn('good')).toMatchObject({ openid: 'o-resident' });
  expect(await signIn('bad')).toMatchObject({ code: 'SIGN_IN_CODE_INVALID' });
  expect(wechat.asked.map((query) => query.get('secret'))).toEqual([
    'the-private-secret',
    'the-private-secret',
  ]);
  cli.child.kill('SIGTERM');
  expect(await cli.ended).toBe(0);
  expect(cli.said()).not.toContain('private');
  await wechat.close();
});

async function appears(file: string): Promise<void> {
  while (!existsSync(file)) await new Promise((resolve) => setImmediate(resolve));
}
