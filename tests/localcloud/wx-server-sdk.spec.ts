import { init } from '@cloudbase/node-sdk';
import type { FunctionDeclaration } from '@localcloud/index';
import { newWxCloud, wxCloud, wxRefusalOf, type WxCloud } from '../parity/wx-feature';
import { runningCloud } from './running-cloud';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

const declare = (name: string, main: (event: never) => unknown): FunctionDeclaration => ({
  name,
  timeoutSeconds: 10,
  clientCallable: true,
  load: async () => ({ main: main as (event: unknown) => unknown }),
});

/** As a function written for the mini-program cloud does: init at the top, nothing about localcloud anywhere. */
const asDeployed = (): WxCloud => {
  wxCloud.init({ env: wxCloud.DYNAMIC_CURRENT_ENV });
  return wxCloud;
};

const released: (() => void)[] = [];
let allArrived: () => void = () => undefined;
const arrived = new Promise<void>((resolve) => (allArrived = resolve));
const functions = [
  declare('context', () => wxCloud.getWXContext()),
  { ...declare('by-context', () => wxCloud.getWXContext()), readsCallerFromEnvironment: false },
  declare('who-after-a-while', async () => {
    const before = wxCloud.getWXContext()['OPENID'];
    await new Promise<void>((resolve) => {
      if (released.push(resolve) === 3) allArrived();
    });
    return [before, wxCloud.getWXContext()['OPENID'], process.env['WX_OPENID']];
  }),
  declare('keep', async ({ text }: { text: string }) => {
    const notes = asDeployed().database().collection('notes');
    const { _id } = await notes.add({ data: { text, by: wxCloud.getWXContext()['OPENID'] } });
    return (await notes.doc(String(_id)).get()).data;
  }),
  declare('outer', async (event: object) => {
    const { result } = await asDeployed().callFunction({ name: 'inner', data: event });
    return result;
  }),
  declare('inner', (event: object) => ({ heard: event, caller: wxCloud.getWXContext()['OPENID'] ?? null })),
  declare('broken', () => {
    throw new Error('the pot boiled over');
  }),
  declare('remind', async ({ openid }: { openid: string }) =>
    asDeployed().openapi['subscribeMessage']?.['send']?.({
      touser: openid,
      templateId: 'T1',
      data: { thing1: { value: '浇花' } },
    }),
  ),
];

const cloud = runningCloud({ functions, collections: [{ name: 'notes', indexes: [] }] });
let wx: WxCloud;
beforeAll(() => {
  wx = newWxCloud(cloud().sdkInit);
});

const openapi = async (group: string, name: string, data: object): Promise<Record<string, unknown>> => {
  const call = wx.openapi[group]?.[name];
  if (!call) throw new Error(`no openapi.${group}.${name}`);
  return call(data);
};

describe('inside a function', () => {
  test('cloud.init({ env: DYNAMIC_CURRENT_ENV }) reaches the database with nothing else said', async () => {
    expect(await cloud().invoke('keep', { text: 'water' }, { openid: 'oAnn' })).toMatchObject({
      text: 'water',
      by: 'oAnn',
    });
  });

  test('getWXContext says who calls, from which app, in which environment', async () => {
    expect(await cloud().invoke('context', {}, { openid: 'oAnn' })).toEqual({
      OPENID: 'oAnn',
      APPID: expect.stringMatching(/^wx/),
      ENV: 'test',
      SOURCE: 'wx_client',
    });
  });

  test('callers at the same moment each see themselves', async () => {
    const calls = ['oAnn', 'oBob', 'oCai'].map((openid) =>
      cloud().invoke('who-after-a-while', {}, { openid }),
    );
    const answers = Promise.all(calls);
    await Promise.race([arrived, answers]);
    for (const release of released) release();
    expect(await answers).toEqual(['oAnn', 'oBob', 'oCai'].map((openid) => [openid, openid, openid]));
  });

  test('nobody is in process.env outside of a call, nor in a call the platform made', async () => {
    await cloud().invoke('context', {}, { openid: 'oAnn' });
    expect(process.env['WX_OPENID']).toBeUndefined();
    expect(Object.keys(process.env)).not.toContain('WX_OPENID');
    expect(await cloud().invoke('context', {}, {})).toEqual({});
  });

  test('a function that reads its context is spared the rest', async () => {
    expect(await cloud().invoke('by-context', {}, { openid: 'oAnn' })).toEqual({});
  });

  test('a function calls another and hears its answer', async () => {
    expect(await cloud().invoke('outer', { n: 1 }, { openid: 'oAnn' })).toEqual({
      heard: { n: 1 },
      caller: null,
    });
  });
});

describe('callFunction', () => {
  test('a function that throws ends in an error that says why', async () => {
    const { errMsg } = await wxRefusalOf(wx.callFunction({ name: 'broken' }));
    expect(errMsg).toContain('the pot boiled over');
  });

  test('a function nobody deployed is refused', async () => {
    await wxRefusalOf(wx.callFunction({ name: 'nowhere' }));
  });
});

test('a file goes up, comes down, is linked and goes away', async () => {
  const { fileID } = await wx.uploadFile({
    cloudPath: 'notes/灯笼.txt',
    fileContent: Buffer.from('呼应'),
  });
  expect((await wx.downloadFile({ fileID })).fileContent.toString()).toBe('呼应');

  const { fileList } = await wx.getTempFileURL({
    fileList: [fileID, { fileID: 'cloud://x.y/z', maxAge: 60 }],
  });
  expect(fileList).toMatchObject([
    { fileID, status: 0 },
    { status: -503003, tempFileURL: '' },
  ]);
  expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe('呼应');

  expect((await wx.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([{ fileID, status: 0 }]);
  await expect(wx.downloadFile({ fileID })).rejects.toBeDefined();
});

describe('cloud.openapi', () => {
  test('a message sent from a function is kept with what it said, and answered as sent', async () => {
    expect(await cloud().invoke('remind', { openid: 'oAnn' }, { openid: 'oAnn' })).toEqual({
      errCode: 0,
      errMsg: 'openapi.subscribeMessage.send:ok',
    });
    expect(cloud().wechat.sent().at(-1)).toMatchObject({
      apiName: 'subscribeMessage.send',
      request: { touser: 'oAnn', template_id: 'T1', data: { thing1: { value: '浇花' } } },
      response: { errcode: 0 },
    });
  });

  test('a refusal WeChat might give reaches the caller with its code', async () => {
    cloud().wechat.answer('subscribeMessage.send', () => ({
      errcode: 43101,
      errmsg: 'user refuse to accept the msg',
    }));
    const { errCode, errMsg } = await wxRefusalOf(openapi('subscribeMessage', 'send', { touser: 'oAnn' }));
    expect(errCode).toBe(43101);
    expect(errMsg).toContain('user refuse to accept the msg');
  });

  test('an answer a test chooses comes back in camel case, numbers and all', async () => {
    cloud().wechat.answer('security.msgSecCheck', (request) => ({
      errcode: 0,
      result: { suggest: 'pass', label: 100 },
      trace_id: (request as { content: string }).content,
    }));
    expect(await openapi('security', 'msgSecCheck', { content: '你好', version: 2 })).toMatchObject({
      result: { suggest: 'pass', label: 100 },
      traceId: '你好',
    });
  });

  test('a picture can be the answer, byte for byte', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255, 128]);
    cloud().wechat.answer('wxacode.getUnlimited', () => ({ contentType: 'image/png', bytes }));
    const { buffer, contentType } = await openapi('wxacode', 'getUnlimited', { scene: 'a=1' });
    expect([contentType, Buffer.from(buffer as Buffer)]).toEqual(['image/png', bytes]);
    expect(cloud().wechat.sent().at(-1)?.response).toEqual({
      contentType: 'image/png',
      base64: bytes.toString('base64'),
    });
  });

  test('a picture can be part of what is asked, even one that looks like a form boundary', async () => {
    const value = Buffer.from('\r\n--boundary--\r\n\u0000\u00ff', 'latin1');
    await openapi('security', 'imgSecCheck', { media: { contentType: 'image/png', value } });
    expect(cloud().wechat.sent().at(-1)?.request).toEqual({
      media: { fileName: 'media.png', base64: value.toString('base64') },
    });
  });

  test('a long message arrives whole', async () => {
    const content = '很长的话'.repeat(5000);
    await openapi('security', 'msgSecCheck', { content });
    expect(cloud().wechat.sent().at(-1)?.request).toEqual({ content });
  });

  test('a request signed with a wrong key is refused and not recorded', async () => {
    const before = cloud().wechat.sent().length;
    const stranger = newWxCloud({ ...cloud().sdkInit, secretKey: 'wrong' });
    const { errMsg } = await wxRefusalOf(
      Promise.resolve(stranger.openapi['subscribeMessage']?.['send']?.({ touser: 'oAnn' })),
    );
    expect(errMsg).toContain('signature');
    expect(cloud().wechat.sent()).toHaveLength(before);
  });
});

describe('what is not here is refused by name, with the page to read', () => {
  test('payments', async () => {
    const { errMsg } = await wxRefusalOf(Promise.resolve(wx.cloudPay['unifiedOrder']?.({ body: 'x' })));
    expect(errMsg).toMatch(/wx\.wxPayApi .*LOCALCLOUD\.md/);
  });

  test('open data behind a cloud id', async () => {
    const { errMsg } = await wxRefusalOf(wx.getOpenData({ list: ['id'] }));
    expect(errMsg).toMatch(/ApiGetOpenDataByCloudId .*LOCALCLOUD\.md/);
  });

  test('bytes that are not WeChat’s message, and a file where JSON is read', async () => {
    const app = init(cloud().sdkInit);
    await expect(
      app.callCompatibleWxOpenApi({ apiName: 'x', requestData: Buffer.from('x') } as never),
    ).rejects.toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('LOCALCLOUD.md') });
    cloud().wechat.answer('/wxa/getwxacode', () => ({ contentType: 'image/png', bytes: Buffer.from('x') }));
    await expect(app.callWxOpenApi({ apiName: '/wxa/getwxacode', requestData: {} } as never)).rejects.toThrow(
      /cloud\.openapi can/,
    );
  });
});
