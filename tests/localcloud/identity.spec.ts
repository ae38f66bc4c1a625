import { request } from 'node:http';
import { startLocalcloud } from '@localcloud/index';
import { movableClock } from './movable-clock';
import { runningCloud } from './running-cloud';
import { temporaryFolder } from './temporary-folder';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const clock = movableClock();
const functions = [
  {
    name: 'who',
    timeoutSeconds: 5,
    clientCallable: true,
    load: async () => ({ main: (_e: unknown, context: unknown) => environmentOf(context) }),
  },
];
const cloud = runningCloud({ clock, functions });

function environmentOf(context: unknown): unknown {
  const text: unknown =
    typeof context === 'object' && context !== null ? Reflect.get(context, 'environment') : '{}';
  return JSON.parse(String(text));
}

async function statusWith(token: string): Promise<number> {
  const response = await fetch(`${cloud().url}/call/who`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: '{}',
  });
  return response.status;
}

/** A request whose Host and Origin are ours to choose, which fetch does not allow. */
function rawRequest(
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${cloud().url}${path}`,
      { method: body === undefined ? 'GET' : 'POST', headers },
      (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };

test('registered identities can be chosen, in the order they were registered', async () => {
  cloud().identities.register([
    { openid: 'oAnn', label: '张阿姨', note: '12号楼', group: '居民' },
    { openid: 'oBo', label: '小王' },
  ]);
  cloud().identities.register([{ openid: 'oAnn', label: '张阿姨（改）' }]);
  const response = await fetch(`${cloud().url}/_localcloud/identities`);
  expect(await response.json()).toEqual({
    identities: [
      { openid: 'oAnn', label: '张阿姨（改）' },
      { openid: 'oBo', label: '小王' },
    ],
  });
});

test('signing in as an identity gives a session that functions accept', async () => {
  cloud().identities.register([{ openid: 'oAnn', label: '张阿姨' }]);
  const { status, text } = await rawRequest('/_localcloud/sign-in', json, '{"openid":"oAnn"}');
  expect(status).toBe(200);
  const { token, openid, expiresAt } = JSON.parse(text);
  expect([openid, expiresAt]).toEqual(['oAnn', '2026-12-20T00:00:00.000Z']);
  expect(await statusWith(token)).toBe(200);
});

test('a newcomer gets an openid nobody has', async () => {
  const openids = [];
  for (let i = 0; i < 2; i++)
    openids.push(
      JSON.parse((await rawRequest('/_localcloud/sign-in', json, '{"newcomer":true}')).text).openid,
    );
  expect(openids[0]).toMatch(/^o[\w-]{27}$/);
  expect(openids[0]).not.toBe(openids[1]);
});

test('nobody signs in as somebody who is not registered', async () => {
  expect((await rawRequest('/_localcloud/sign-in', json, '{"openid":"oStranger"}')).status).toBe(400);
});

test.each([
  ['a name that points here by DNS', { host: 'evil.example:80' }],
  ['a page of another site', { origin: 'http://evil.example' }],
  ['a page of another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a page whose origin is hidden', { origin: 'null' }],
  ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
])('the picker does not answer %s', async (_who, headers) => {
  expect((await rawRequest('/_localcloud/identities', headers)).status).toBe(403);
  expect(
    (await rawRequest('/_localcloud/sign-in', { ...json, ...headers }, '{"newcomer":true}')).status,
  ).toBe(403);
});

test('a form on another site cannot sign anybody in', async () => {
  expect(
    (await rawRequest('/_localcloud/sign-in', { 'content-type': 'text/plain' }, '{"newcomer":true}')).status,
  ).toBe(400);
});

test('the picker is not there at all on a server others can reach', async () => {
  const open = await startLocalcloud({
    dataDir: ':memory:',
    env: 'open',
    host: '0.0.0.0',
    collections: [],
    functions: [],
  });
  const port = new URL(open.url).port;
  const response = await fetch(`http://127.0.0.1:${port}/_localcloud/identities`);
  expect(response.status).toBe(404);
  await open.close();
});

test('a session ends after 30 days', async () => {
  const { token } = cloud().signIn('oAnn');
  clock.advanceSeconds(30 * 24 * 3600 - 1);
  expect(await statusWith(token)).toBe(200);
  clock.advanceSeconds(1);
  expect(await statusWith(token)).toBe(401);
});

test('signing out ends this session and no other', async () => {
  const [mine, other] = [cloud().signIn('oAnn').token, cloud().signIn('oAnn').token];
  const response = await fetch(`${cloud().url}/_localcloud/sign-out`, {
    method: 'POST',
    headers: { authorization: `Bearer ${mine}` },
  });
  expect(response.status).toBe(200);
  expect([await statusWith(mine), await statusWith(other)]).toEqual([401, 200]);
});

test('a token that was changed in any way is worth nothing', async () => {
  const { token } = cloud().signIn('oAnn');
  const [payload = '', signature = ''] = token.split('.');
  const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('oAnn', 'oBoss')).toString(
    'base64url',
  );
  for (const bad of [
    `${forged}.${signature}`,
    payload,
    `${payload}.`,
    `${token}.x`,
    'x',
    `${payload}.${signature.slice(0, -2)}AA`,
  ])
    expect(await statusWith(bad)).toBe(401);
});

test('sessions and identities outlive a restart, in a folder only its owner can read', async () => {
  const dataDir = join(temporaryFolder(), 'cloud');
  const options = { dataDir, env: 'kept', collections: [], functions, clock };
  const first = await startLocalcloud(options);
  first.identities.register([{ openid: 'oAnn', label: '张阿姨' }]);
  const { token } = first.signIn('oAnn');
  await first.close();
  const second = await startLocalcloud(options);
  expect(second.identities.list()).toEqual([{ openid: 'oAnn', label: '张阿姨' }]);
  const response = await fetch(`${second.url}/call/who`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: '{}',
  });
  expect(response.status).toBe(200);
  await second.close();
  const modes = ['', 'secret.key', 'localcloud.db'].map((name) => statSync(join(dataDir, name)).mode & 0o777);
  expect(modes).toEqual([0o700, 0o600, 0o600]);
});
