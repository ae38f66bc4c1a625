import { deepEqual } from 'node:assert/strict';
import { init } from '@cloudbase/node-sdk';
import { codeOf } from '@localcloud/error-facts';
import { openInProcess, startLocalcloud, type Localcloud } from '@localcloud/index';

async function withServer(check: (cloud: Localcloud) => Promise<void>): Promise<void> {
  const cloud = await startLocalcloud({
    dataDir: ':memory:',
    env: 'planted',
    collections: [{ name: 'notes', indexes: [] }],
    functions: [
      { name: 'who', timeoutSeconds: 5, clientCallable: true, load: async () => ({ main: () => 'me' }) },
      { name: 'inner', timeoutSeconds: 5, clientCallable: false, load: async () => ({ main: () => 'me' }) },
    ],
  });
  try {
    await check(cloud);
  } finally {
    await cloud.close();
  }
}

export async function strangersAreRefused(): Promise<void> {
  await withServer(async ({ sdkInit }) => {
    const ask = (config: typeof sdkInit): Promise<string> =>
      init(config)
        .database()
        .collection('notes')
        .get()
        .then(() => 'answered', codeOf);
    deepEqual(await ask(sdkInit), 'answered');
    deepEqual(await ask({ ...sdkInit, secretKey: 'guessed' }), 'SIGN_PARAM_INVALID');
  });
}

async function statusOf({ url }: Localcloud, name: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return (await fetch(`${url}/call/${name}`, { method: 'POST', headers, body: '{}' })).status;
}

export async function sessionsCannotBeForged(): Promise<void> {
  await withServer(async (cloud) => {
    const { token } = cloud.signIn('ann');
    const [payload = '', signature = ''] = token.split('.');
    const claimed = JSON.stringify({
      ...JSON.parse(Buffer.from(payload, 'base64url').toString()),
      openid: 'ben',
    });
    const forged = `${Buffer.from(claimed).toString('base64url')}.${signature}`;
    deepEqual([await statusOf(cloud, 'who', token), await statusOf(cloud, 'who', forged)], [200, 401]);
  });
}

export async function innerFunctionsAreNotForClients(): Promise<void> {
  await withServer(async (cloud) => {
    deepEqual(await statusOf(cloud, 'inner', cloud.signIn('ann').token), 404);
  });
}

export async function strictModeRefuses(): Promise<void> {
  const { database, close } = openInProcess({ collections: [{ name: 'notes', indexes: [] }] });
  await database.collection('notes').add(Array.from({ length: 1001 }, (_, n) => ({ n })));
  const refusal = await database
    .collection('notes')
    .where({ n: 3 })
    .get()
    .then(() => 'answered', codeOf);
  deepEqual(refusal, 'DATABASE_REQUEST_FAILED');
  close();
}
