import { askDesk, openThread } from '@domain/desk/desk.actions';
import { lookAtThread } from '@domain/desk/console.actions';
import { markDeskRead } from '@domain/desk/talk.actions';
import { cast } from '../support/cast';
import { untilTrue } from '../support/mini-program';
import { liveHere } from '../support/mini-program-neighbourhood';

const { auntieZhang, staffZhao } = cast;
/** As WeChat's recorder writes it: an MP3 with a preface. */
const SAID = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(20_000)]);

jest.setTimeout(30_000);

describe('what goes along with words in the compiled mini-program', () => {
  const { community, phoneOf, start } = liveHere();
  const asked = async (text: string) =>
    (await community().must(auntieZhang, askDesk, { message: { text } })).thread.threadId;
  const openAt = async (phone: ReturnType<typeof phoneOf>, threadId: string) => {
    const app = await start(phone, `pages/desk/thread/index?threadId=${threadId}`);
    return app.arriveAt('pages/desk/thread');
  };
  const messagesOf = async (threadId: string) =>
    (await community().must(staffZhao, openThread, { threadId })).messages;
  const arrived = async (threadId: string, count: number) => {
    await untilTrue(
      async () => (await messagesOf(threadId)).length >= count,
      () => 'it never arrived',
    );
    return messagesOf(threadId);
  };

  it('a recording is heard first, sent with words, and reaches the desk with its length', async () => {
    const threadId = await asked('电梯有怪声');
    const phone = phoneOf(auntieZhang);
    phone.speak('wxfile://tmp/said.mp3', SAID, 5);
    const thread = await openAt(phone, threadId);
    await thread.tap('说一段语音');
    await thread.read('最多60秒');
    await thread.tap('说完了');
    await thread.tap(/^语音，5秒，点按播放/);
    await thread.see(/^语音，5秒，正在播放/);
    await thread.type('补充说明', '您听');
    await thread.tap('发送');
    expect((await arrived(threadId, 2))[1]).toMatchObject({ text: '您听', voice: { seconds: 5 } });
    expect(phone.asked.find(({ name }) => name === 'play')?.options).toEqual({
      src: 'wxfile://tmp/said.mp3',
    });
    expect(phone.asked.find(({ name }) => name === 'record')?.options).toMatchObject({
      format: 'mp3',
      duration: 60_000,
    });
  });

  it('a microphone that was refused is said so, with the way to the settings, and typing remains', async () => {
    const threadId = await asked('门禁坏了');
    const phone = phoneOf(auntieZhang);
    const thread = await openAt(phone, threadId);
    await thread.tap('说一段语音');
    await thread.read('没有拿到话筒');
    await thread.tap('去设置');
    expect(phone.asked.some(({ name }) => name === 'openSetting')).toBe(true);
    await thread.tap('改用打字');
    await thread.type('补充说明', '打字也行');
    await thread.tap('发送');
    await thread.read('打字也行');
  });

  it('a place is chosen on our own sheet, and one’s home in one tap', async () => {
    const threadId = await asked('楼道很滑');
    const thread = await openAt(phoneOf(auntieZhang), threadId);
    await thread.tap('添加位置');
    await thread.tap('3号楼');
    await thread.tap('2单元');
    await thread.tap('5层');
    await thread.tap('确定：3号楼 2单元 5层');
    await thread.tap('发送');
    await arrived(threadId, 2);
    await thread.tap('添加位置');
    await thread.tap('我家，1号楼1单元101室');
    await thread.tap('发送');
    await thread.read('1号楼1单元101室');
    expect((await arrived(threadId, 3)).map(({ place }) => place)).toEqual([
      undefined,
      '3号楼 2单元 5层',
      '1号楼1单元101室',
    ]);
  });

  it('where nobody tells of changes, asking brings what the desk has read and that it writes', async () => {
    const threadId = await asked('水管滴水');
    const thread = await openAt(phoneOf(auntieZhang), threadId);
    await thread.read('已送达');
    await community().must(staffZhao, markDeskRead, { threadId, seq: 1 });
    await thread.read('社区已读');
    await community().must(staffZhao, lookAtThread, { threadId, isTyping: true });
    await thread.read('值班人员正在输入…');
  });
});
