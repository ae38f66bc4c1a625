import { startLocalcloud, type Localcloud, type LocalcloudOptions } from '@localcloud/index';
import { rawRequest } from './inspector-client';
import { runningCloud } from './running-cloud';

const cloud = runningCloud({ collections: [{ name: 'tasks', indexes: [] }] });
const json = { 'content-type': 'application/json' };
const PLACES = ['', 'page/app.js', 'api/pulse', 'api/collections', 'api/calls'];
const ACTIONS = ['api/timers/run', 'api/clock/set', 'api/documents', 'api/identities/sign-in'];

async function withCloud(
  more: Partial<LocalcloudOptions>,
  look: (cloud: Localcloud, url: string) => Promise<void>,
): Promise<void> {
  const basics = { dataDir: ':memory:', env: 'test', collections: [], functions: [] } as const;
  const opened = await startLocalcloud({ ...basics, ...more });
  try {
    await look(opened, `http://127.0.0.1:${new URL(opened.url).port}`);
  } finally {
    await opened.close();
  }
}

test('a developer on this machine opens the page without any ado', async () => {
  const page = await rawRequest(`${cloud().url}/_localcloud/`);
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(cloud().developerPage).toBe(`${cloud().url}/_localcloud/`);
  const without = await rawRequest(`${cloud().url}/_localcloud`);
  expect([without.status, without.headers['location']]).toEqual([308, '/_localcloud/']);
});

test('the page runs nothing and fetches nothing from elsewhere, and nobody frames it or reads from it', async () => {
  for (const place of PLACES) {
    const { status, headers } = await rawRequest(`${cloud().url}/_localcloud/${place}`);
    expect([place, status]).toEqual([place, 200]);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  }
  const { text } = await rawRequest(`${cloud().url}/_localcloud/`);
  expect(text).not.toMatch(/https?:\/\/|<style|style=|<script(?! type="module" src="\/_localcloud\/)/);
});

test.each([
  ['a name that points here by DNS', { host: 'evil.example:80' }],
  ['a page of another site', { origin: 'http://evil.example' }],
  ['a page of another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a page whose origin is hidden', { origin: 'null' }],
  ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['a browser that says same-site: another port', { 'sec-fetch-site': 'same-site' }],
])('nothing of it answers %s', async (_who, headers) => {
  for (const place of PLACES) {
    const { status, text } = await rawRequest(`${cloud().url}/_localcloud/${place}`, { headers });
    expect([place, status]).toEqual([place, 403]);
    expect(text).not.toContain('tasks');
  }
  for (const action of ACTIONS) {
    const sent = { headers: { ...json, ...headers }, body: '{"newcomer":true,"collection":"tasks"}' };
    expect((await rawRequest(`${cloud().url}/_localcloud/${action}`, sent)).status).toBe(403);
  }
});

test('a form on another site, which can send no JSON unasked, changes nothing', async () => {
  const sent = { headers: { 'content-type': 'text/plain' }, body: '{"to":"2030-01-01T00:00:00Z"}' };
  expect((await rawRequest(`${cloud().url}/_localcloud/api/clock/set`, sent)).status).toBe(400);
  const { text } = await rawRequest(`${cloud().url}/_localcloud/api/pulse`);
  expect(JSON.parse(text).clock.isMoved).toBe(false);
});

test.each(['page/../api.ts', 'page/%2e%2e/api.ts', 'page/none.js', 'page/', 'api/none', 'api/constructor'])(
  'there is nothing at %s',
  async (place) => {
    expect((await rawRequest(`${cloud().url}/_localcloud/${place}`)).status).toBe(404);
  },
);

test('on a server others can reach the page needs the token its log line gives', async () => {
  const lines: object[] = [];
  await withCloud({ host: '0.0.0.0', log: (line) => lines.push(line) }, async ({ developerPage }, url) => {
    const token = new URL(developerPage ?? '').searchParams.get('token') ?? '';
    expect(token.length).toBeGreaterThanOrEqual(32);
    const told = lines.filter((line) => JSON.stringify(line).includes(token));
    expect(told).toEqual([expect.objectContaining({ developerPage })]);

    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const bearer = (given: string) => ({ headers: { authorization: `Bearer ${given}` } });
    for (const place of PLACES) {
      const at = `${url}/_localcloud/${place}`;
      expect((await rawRequest(at)).status).toBe(401);
      expect((await rawRequest(at, bearer(wrong))).status).toBe(401);
      expect((await rawRequest(`${at}?token=${wrong}`)).status).toBe(401);
      expect((await rawRequest(at, bearer(token))).status).toBe(200);
    }
    const foreign = { authorization: `Bearer ${token}`, origin: 'http://evil.example' };
    expect((await rawRequest(`${url}/_localcloud/api/pulse`, { headers: foreign })).status).toBe(401);
    expect((await rawRequest(`${url}/_localcloud/api/pulse?token=${token}`)).status).toBe(401);
  });
});

test('the token is given once in the address and then kept where scripts cannot read it', async () => {
  await withCloud({ host: '0.0.0.0' }, async ({ developerPage }, url) => {
    const { search } = new URL(developerPage ?? '');
    const first = await rawRequest(`${url}/_localcloud/${search}`);
    expect([first.status, first.headers['location'], first.text]).toEqual([303, '/_localcloud/', '']);
    const [cookie = ''] = first.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict/);
    expect(cookie).toContain('Path=/_localcloud/;');
    const headers = { cookie: `other=1; ${cookie.split(';')[0]}` };
    expect((await rawRequest(`${url}/_localcloud/api/pulse`, { headers })).status).toBe(200);
    const forged = { cookie: headers.cookie.slice(0, -1) };
    expect((await rawRequest(`${url}/_localcloud/api/pulse`, { headers: forged })).status).toBe(401);
  });
});

test('every start has a token of its own', async () => {
  const tokens: (string | undefined)[] = [];
  for (let i = 0; i < 2; i++)
    await withCloud({ host: '0.0.0.0' }, async ({ developerPage }) => void tokens.push(developerPage));
  expect(new URL(tokens[0] ?? '').search).not.toBe(new URL(tokens[1] ?? '').search);
});

test('in service mode there is no page, no API, no picker and no control', async () => {
  const options = { isService: true, publicUrl: 'http://localhost' };
  await withCloud(options, async (served) => {
    expect(served.developerPage).toBeUndefined();
    for (const place of [...PLACES, 'identities'])
      expect([place, (await rawRequest(`${served.url}/_localcloud/${place}`)).status]).toEqual([place, 404]);
    for (const action of [...ACTIONS, 'sign-in'])
      expect(
        (
          await rawRequest(`${served.url}/_localcloud/${action}`, {
            headers: json,
            body: '{"newcomer":true}',
          })
        ).status,
      ).toBe(404);
    expect(() => served.setClock(new Date())).toThrow('in service mode there is none');
    expect(() => served.resetClock()).toThrow('in service mode there is none');
    expect(() => served.actAs('oAnn')).toThrow('in service mode there is none');
    await expect(served.advance(1)).rejects.toThrow('in service mode there is none');
  });
});
