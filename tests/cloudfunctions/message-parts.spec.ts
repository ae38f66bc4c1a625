import { splitThread } from '@domain/desk/casework.actions';
import * as desk from '@domain/desk/desk.actions';
import { searchMine } from '@domain/desk/talk.actions';
import { cast } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';
import { silence, voiceId } from '../support/samples';

const { auntieZhang, newcomer, staffZhao } = cast;

let community: TestCommunity;
beforeEach(async () => {
  community = await openCommunity();
});
afterEach(() => community.close());

const asked = async (message: object = { text: '楼道灯坏了' }) =>
  (await community.must(auntieZhang, desk.askDesk, { message })).thread.threadId;
const lift = { buildingId: 'b03', entrance: 2, floor: 5, note: '电梯口' };

describe('a place', () => {
  it('goes along with a question, and both sides read the same words', async () => {
    const threadId = await asked({ text: '灯不亮', place: lift });
    const own = await community.must(auntieZhang, desk.getThread, { threadId });
    const theirs = await community.must(staffZhao, desk.openThread, { threadId });
    expect(own.messages[0]).toMatchObject({ text: '灯不亮', place: '3号楼 2单元 5层 · 电梯口' });
    expect(theirs.messages[0]?.place).toBe('3号楼 2单元 5层 · 电梯口');
  });

  it('can be all there is to say, and is what the matter is called then', async () => {
    const { thread } = await community.must(auntieZhang, desk.askDesk, {
      message: { place: { isHome: true } },
    });
    expect(thread).toMatchObject({ title: '（位置）1号楼1单元101室', lastText: '（位置）1号楼1单元101室' });
  });

  it('that the register does not have is refused, and nothing is stored', async () => {
    const threadId = await asked();
    const place = { buildingId: 'b01', entrance: 1, floor: 30 };
    const said = await community.call(auntieZhang, desk.sayInThread, {
      threadId,
      message: { text: '这里', place },
    });
    expect(said).toMatchObject({ ok: false, code: 'PLACE_UNKNOWN' });
    const replied = await community.call(staffZhao, desk.replyInThread, { threadId, message: { place } });
    expect(replied).toMatchObject({ ok: false, code: 'PLACE_UNKNOWN' });
    const { messages } = await community.must(auntieZhang, desk.getThread, { threadId });
    expect(messages).toHaveLength(1);
  });

  it('called home needs a home', async () => {
    const message = { text: '这里', place: { isHome: true } };
    expect(await community.call(newcomer, desk.askDesk, { message })).toMatchObject({
      code: 'PLACE_UNKNOWN',
    });
  });

  it('costs one read of the register where a building is named, and nothing else does', async () => {
    const threadId = await asked();
    const costOf = async (message: object) =>
      (
        await community.countingOperations(() =>
          community.must(auntieZhang, desk.sayInThread, { threadId, message }),
        )
      ).operations;
    expect(await costOf({ text: '灯' })).toBe(3);
    expect(await costOf({ text: '灯', place: { isHome: true } })).toBe(3);
    expect(await costOf({ text: '灯', place: { spot: '北门' } })).toBe(3);
    expect(await costOf({ text: '灯', place: lift })).toBe(4);
    const voice = { fileId: voiceId('cost'), seconds: 2 };
    community.store(voice.fileId, silence(2));
    expect(await costOf({ voice })).toBe(3);
  });
});

describe('a voice note', () => {
  const voice = { fileId: voiceId('note'), seconds: 3 };

  it('reaches both sides with its length and an address that expires', async () => {
    community.store(voice.fileId, silence(3));
    const threadId = await asked({ voice });
    const { thread, messages } = await community.must(staffZhao, desk.openThread, { threadId });
    expect(thread).toMatchObject({ title: '（语音 3″）', lastText: '（语音 3″）' });
    expect(messages[0]?.voice).toMatchObject({ seconds: 3, url: expect.stringMatching(/^data:/) });
    const reply = { fileId: voiceId('reply'), seconds: 1 };
    community.store(reply.fileId, silence(1));
    const page = await community.must(staffZhao, desk.replyInThread, {
      threadId,
      message: { text: '马上来', voice: reply },
    });
    expect(page.messages.map(({ text, voice: said }) => [text, said?.seconds])).toContainEqual(['马上来', 1]);
  });

  it.each([
    ['nobody has stored', null],
    ['is a picture by another name', Buffer.from('\u0089PNG\r\n\u001a\n' + 'x'.repeat(80), 'latin1')],
    ['is a script by another name', Buffer.from('<script>alert(1)</script>'.repeat(10))],
    ['is much longer than it says', silence(30)],
  ])('that %s is refused with a sentence', async (_what, bytes) => {
    if (bytes) community.store(voice.fileId, bytes);
    const threadId = await asked();
    const said = await community.call(auntieZhang, desk.sayInThread, { threadId, message: { voice } });
    expect(said).toMatchObject({ ok: false, code: 'VOICE_NOT_USABLE' });
    const asking = await community.call(auntieZhang, desk.askDesk, { message: { voice } });
    expect(asking).toMatchObject({ ok: false, code: 'VOICE_NOT_USABLE' });
    const replied = await community.call(staffZhao, desk.replyInThread, { threadId, message: { voice } });
    expect(replied).toMatchObject({ ok: false, code: 'VOICE_NOT_USABLE' });
  });

  it('of more than a minute does not pass', async () => {
    const message = { voice: { fileId: voice.fileId, seconds: 61 } };
    expect(await community.call(auntieZhang, desk.askDesk, { message })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('sent again after a lost receipt stands there once', async () => {
    community.store(voice.fileId, silence(3));
    const threadId = await asked();
    const key = 'the-same-key-of-one-tap-0001';
    for (let n = 0; n < 2; n += 1) {
      await community.must(auntieZhang, desk.sayInThread, { threadId, message: { voice } }, key);
    }
    const { messages } = await community.must(auntieZhang, desk.getThread, { threadId });
    expect(messages.filter((message) => message.voice)).toHaveLength(1);
  });

  it('that becomes a matter of its own is what that matter is called, and still found by its place', async () => {
    community.store(voice.fileId, silence(3));
    const threadId = await asked();
    const said = await community.must(auntieZhang, desk.sayInThread, {
      threadId,
      message: { voice, place: lift },
    });
    const messageIds = said.messages.slice(-1).map(({ messageId }) => messageId);
    const split = await community.must(staffZhao, splitThread, { threadId, messageIds });
    expect(split.thread.title).toBe('（语音 3″）');
    const { items } = await community.must(auntieZhang, searchMine, { query: '3号楼' });
    expect(items).toHaveLength(2);
  });
});
