import { init } from '@cloudbase/node-sdk';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { askDesk, listMyThreads } from '@domain/desk/desk.actions';
import { createDatabase } from '@cloud/platform/database';
import { startLocalcloud, type Localcloud } from '@localcloud/index';
import { appOptions, enterFunctionEnvironment } from '../../scripts/serve-app';
import { cast, COMMUNITY_ID, type Actor } from '../support/cast';
import { nextKey } from '../support/running-community';
import { seedCommunity } from '../support/running-community-seed';

jest.setTimeout(60_000);

const { auntieZhang, uncleLi } = cast;
let cloud: Localcloud | undefined;
afterEach(() => cloud?.close());
// What functions log is not this test's.
beforeEach(() => void jest.spyOn(console, 'log').mockImplementation());

/** The functions as they are built for one machine, over the test cast, in this process. (The others run over HTTP.) */
async function openApp(): Promise<Localcloud> {
  enterFunctionEnvironment({ fieldKey: Buffer.alloc(32, 7).toString('base64'), communityId: COMMUNITY_ID });
  cloud = await startLocalcloud({ ...appOptions('in-process'), timers: [], dataDir: ':memory:' });
  await seedCommunity(createDatabase(init(cloud.sdkInit).database()), Date.now(), 0);
  return cloud;
}

/** What two neighbours get who ask the desk something and then look at their conversations. */
async function twoAsk(app: Localcloud): Promise<unknown[]> {
  const call = ({ openid }: Actor, event: object) => app.invoke('resident', event, { openid });
  const ask = (who: Actor, text: string) =>
    call(who, { action: askDesk.name, input: { message: { text } }, key: nextKey() });
  const asked = await Promise.all([ask(auntieZhang, '楼道灯不亮'), ask(uncleLi, '电梯停在三楼')]);
  expect(asked).toMatchObject([{ ok: true }, { ok: true }]);
  return Promise.all(
    [auntieZhang, uncleLi].map((who) => call(who, { action: listMyThreads.name, input: {} })),
  );
}

async function requestsDuring(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const listen = (): void => void (count += 1);
  subscribe('http.client.request.start', listen);
  await work().finally(() => unsubscribe('http.client.request.start', listen));
  return count;
}

test('on one machine two neighbours ask at once, each finds their own question, and nothing travels over HTTP', async () => {
  const app = await openApp();
  let found: unknown[] = [];
  expect(await requestsDuring(async () => void (found = await twoAsk(app)))).toBe(0);
  expect(found).toMatchObject([
    { ok: true, data: { items: [{ lastText: '楼道灯不亮' }] } },
    { ok: true, data: { items: [{ lastText: '电梯停在三楼' }] } },
  ]);
  expect(app.operations.count()).toBeGreaterThan(4);
});
