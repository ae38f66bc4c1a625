import { init } from '@cloudbase/node-sdk';
import { startLocalcloud, type Localcloud } from '@localcloud/index';
import { WECHAT_LIMITS } from '@localcloud/limits';
import { silent } from '@localcloud/log';
import { WechatRecorder } from '@localcloud/services/wechat/wechat-recorder';
import { openStore } from './kill/open-store';
import { movableClock } from './movable-clock';

const API = '/cgi-bin/message/subscribe/send';

async function logOfTwoCalls(options: { isService: boolean }): Promise<object[]> {
  const lines: object[] = [];
  const cloud: Localcloud = await startLocalcloud({
    ...{ dataDir: ':memory:', env: 'test', collections: [], functions: [] },
    ...{ ...options, publicUrl: 'https://example.org', log: (line: object) => void lines.push(line) },
  });
  for (const touser of ['oAnn', 'oBo'])
    await init(cloud.sdkInit).callWxOpenApi({ apiName: API, requestData: { touser } });
  expect(cloud.wechat.sent()).toHaveLength(2);
  await cloud.close();
  return lines.filter((line) => 'level' in line && line.level === 'warn');
}

test('a service says in its log, once, that messages to WeChat are not sent', async () => {
  expect(await logOfTwoCalls({ isService: true })).toEqual([
    { level: 'warn', message: expect.stringMatching(/recorded .* not sent/), apiName: API },
  ]);
});

test('a developer, who knows, is not told', async () => {
  expect(await logOfTwoCalls({ isService: false })).toEqual([]);
});

test('of the calls of WeChat the last 10,000 are kept', async () => {
  const store = openStore(':memory:', false);
  const recorder = new WechatRecorder(store.engine, movableClock(), silent);
  const call = (n: number): Promise<unknown> =>
    recorder.actions['wx.api']({ apiName: API, requestData: JSON.stringify({ n }) });
  await Promise.all(Array.from({ length: WECHAT_LIMITS.keptCalls + 3 }, (_, n) => call(n)));
  const kept = recorder.sent().map(({ request }) => request);
  expect(kept).toHaveLength(10_000);
  expect([kept[0], kept[9999]]).toEqual([{ n: 3 }, { n: 10_002 }]);
  store.close();
});
