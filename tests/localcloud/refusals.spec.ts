import { init } from '@cloudbase/node-sdk';
import { newWxCloud } from '../parity/wx-feature';
import { runningCloud } from './running-cloud';

const cloud = runningCloud({ collections: [{ name: 'notes', indexes: [] }] });

describe('what localcloud does not have fails, by name, through both SDKs', () => {
  test('watch says at once, by name, that it is not here', async () => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    // The SDK tries again every few seconds for a minute: those timers are ours, so nothing waits for them.
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    const said = new Promise<string>((resolve) => {
      jest.spyOn(console, 'error').mockImplementation((...words) => resolve(words.map(String).join(' ')));
    });
    init(cloud().sdkInit)
      .database()
      .collection('notes')
      .watch({ onChange: () => undefined, onError: () => undefined });
    expect(await said).toMatch(/collection\.watch .*LOCALCLOUD\.md/);
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  test('text search', async () => {
    const node = init(cloud().sdkInit).database();
    await expect(
      node
        .collection('notes')
        .where({ $text: { $search: 'x' } })
        .get(),
    ).rejects.toThrow(/\$text .*LOCALCLOUD\.md/);
    const wx = newWxCloud(cloud().sdkInit).database();
    await expect(
      wx
        .collection('notes')
        .where({ $text: { $search: 'x' } })
        .get(),
    ).rejects.toMatchObject({
      errMsg: expect.stringMatching(/\$text .*LOCALCLOUD\.md/),
    });
  });

  test('GeometryCollection', async () => {
    const spot = { type: 'GeometryCollection', geometries: [] };
    const where = { spot: { $geoIntersects: { $geometry: spot } } };
    await expect(init(cloud().sdkInit).database().collection('notes').where(where).get()).rejects.toThrow(
      /GeometryCollection|2dsphere/,
    );
    await expect(
      newWxCloud(cloud().sdkInit).database().collection('notes').where(where).get(),
    ).rejects.toMatchObject({ errMsg: expect.stringMatching(/GeometryCollection|2dsphere/) });
  });
});
