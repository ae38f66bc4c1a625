import * as atConsole from '@domain/desk/console.actions';
import * as desk from '@domain/desk/desk.actions';
import { markDeskRead, searchMine, tellTyping } from '@domain/desk/talk.actions';
import { TYPING_LIMITS } from '@domain/desk/thread-signs';
import { cast, type Actor } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, otherResident, otherStaff, staffQian, staffZhao } = cast;

let community: TestCommunity;
let threadId: string;
beforeEach(async () => {
  community = await openCommunity();
  const asked = await community.must(auntieZhang, desk.askDesk, { message: { text: '暖气不热' } });
  threadId = asked.thread.threadId;
});
afterEach(() => community.close());

const seenBy = async (who: Actor, action: typeof desk.syncDesk | typeof desk.syncMyThreads) =>
  (await community.must(who, action, { since: community.now(), threadId, version: 1 })).signs;
const count = async (work: () => Promise<unknown>) => (await community.countingOperations(work)).operations;

describe('a read mark', () => {
  it('tells the asker that the desk has read, and not who of it', async () => {
    expect((await seenBy(auntieZhang, desk.syncMyThreads))?.reads).toEqual({ asker: 1, desk: 0 });
    await community.must(staffZhao, markDeskRead, { threadId, seq: 1 });
    expect((await seenBy(auntieZhang, desk.syncMyThreads))?.reads).toEqual({ asker: 1, desk: 1 });
    const stored = JSON.stringify(await community.database.collection('threads').get(threadId));
    expect(stored).not.toContain(staffZhao.personId);
  });

  it('tells the desk that the asker has read the reply', async () => {
    const replied = await community.must(staffZhao, desk.replyInThread, {
      threadId,
      message: { text: '马上来' },
    });
    const seq = replied.messages[replied.messages.length - 1]?.seq ?? 0;
    expect(replied.reads).toEqual({ asker: 1, desk: seq });
    await community.must(auntieZhang, desk.markThreadRead, { threadId, seq });
    expect((await seenBy(staffQian, desk.syncDesk))?.reads.asker).toBe(seq);
  });

  it('goes forward only, and not past what was said', async () => {
    await community.must(auntieZhang, desk.sayInThread, { threadId, message: { text: '还是不热' } });
    await community.must(staffZhao, markDeskRead, { threadId, seq: 2 });
    await community.must(staffQian, markDeskRead, { threadId, seq: 1 });
    expect((await seenBy(auntieZhang, desk.syncMyThreads))?.reads.desk).toBe(2);
    const beyond = await community.call(staffZhao, markDeskRead, { threadId, seq: 9 });
    expect(beyond).toMatchObject({ ok: false, code: 'THREAD_NOT_FOUND' });
  });

  it('of the desk is one update beside who is asking, and changes nothing that a sync would carry', async () => {
    expect(await count(() => community.must(staffZhao, markDeskRead, { threadId, seq: 1 }))).toBe(2);
    const { threads } = await community.must(staffQian, desk.syncDesk, {
      since: community.now() + 60_000,
      threadId,
      version: 1,
    });
    expect(threads).toEqual([]);
  });

  it.each([
    ['nobody is signed in', null, 'SIGN_IN_REQUIRED'],
    ['a resident says it for the desk', uncleLi, 'NOT_ALLOWED'],
    ['another community’s staff', otherStaff, 'THREAD_NOT_FOUND'],
  ])('of the desk is refused when %s', async (_what, actor, code) => {
    expect(await community.call(actor, markDeskRead, { threadId, seq: 1 })).toMatchObject({
      ok: false,
      code,
    });
  });

  it('of the desk does not pass with a wrong number', async () => {
    const call = await community.call(staffZhao, markDeskRead, { threadId, seq: -1 });
    expect(call).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
  });

  it('is not the desk’s when staff read their own matter', async () => {
    const own = await community.must(staffZhao, desk.askDesk, { message: { text: '我家的事' } });
    const mine = { threadId: own.thread.threadId, seq: 1 };
    expect(await community.call(staffZhao, markDeskRead, mine)).toMatchObject({ code: 'THREAD_NOT_FOUND' });
  });
});

describe('typing', () => {
  it('of the desk is seen by the asker without a name, and fades', async () => {
    await community.must(staffZhao, atConsole.lookAtThread, { threadId, isTyping: true });
    expect(await seenBy(auntieZhang, desk.syncMyThreads)).toMatchObject({ isTyping: true });
    expect(await seenBy(staffQian, desk.syncDesk)).toMatchObject({ isTyping: false });
    community.advance(TYPING_LIMITS.freshForMs);
    expect(await seenBy(auntieZhang, desk.syncMyThreads)).toMatchObject({ isTyping: false });
  });

  it('of the asker is seen by the desk, and is over with the message', async () => {
    await community.must(auntieZhang, tellTyping, { threadId });
    expect(await seenBy(staffZhao, desk.syncDesk)).toMatchObject({ isTyping: true });
    expect(await seenBy(auntieZhang, desk.syncMyThreads)).toMatchObject({ isTyping: false });
    await community.must(auntieZhang, desk.sayInThread, { threadId, message: { text: '在阳台' } });
    expect(await seenBy(staffZhao, desk.syncDesk)).toMatchObject({ isTyping: false });
  });

  it('costs one update to tell and nothing to see', async () => {
    expect(await count(() => community.must(auntieZhang, tellTyping, { threadId }))).toBe(2);
    expect(await count(() => seenBy(auntieZhang, desk.syncMyThreads))).toBe(2);
    await community.must(staffZhao, atConsole.lookAtThread, { threadId, isTyping: false });
    const looking = (isTyping: boolean) => {
      community.advance(TYPING_LIMITS.renewAfterMs);
      return count(() => community.must(staffZhao, atConsole.lookAtThread, { threadId, isTyping }));
    };
    expect([await looking(false), await looking(true)]).toEqual([2, 3]);
  });

  it.each([
    ['nobody is signed in', null, 'SIGN_IN_REQUIRED'],
    ['it is a neighbour’s matter', uncleLi, 'THREAD_NOT_FOUND'],
    ['it is another community’s', otherResident, 'THREAD_NOT_FOUND'],
  ])('is refused when %s', async (_what, actor, code) => {
    expect(await community.call(actor, tellTyping, { threadId })).toMatchObject({ ok: false, code });
  });

  it('does not pass without a conversation', async () => {
    expect(await community.call(auntieZhang, tellTyping, { threadId: '' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('a search among one’s own conversations', () => {
  const find = (query: string, who: Actor = auntieZhang) => community.must(who, searchMine, { query });

  it('finds what was said by either side, and where it was', async () => {
    await community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '先看看排气阀' } });
    const place = { buildingId: 'b03', entrance: 2 };
    await community.must(auntieZhang, desk.sayInThread, { threadId, message: { text: '好', place } });
    for (const query of ['暖气', '排气阀', '3号楼']) {
      expect((await find(query)).items.map((card) => card.threadId)).toEqual([threadId]);
    }
    expect((await find('下水道')).items).toEqual([]);
  });

  it('never shows a neighbour’s', async () => {
    expect((await find('暖气', uncleLi)).items).toEqual([]);
    expect((await find('张桂兰', uncleLi)).items).toEqual([]);
    expect((await find('暖气', staffZhao)).items).toEqual([]);
  });

  it('is two database operations, however many conversations there are', async () => {
    for (let n = 0; n < 1_100; n += 1) {
      const thread = await community.database.collection('threads').get(threadId);
      const askerId = n % 2 === 0 ? uncleLi.personId : auntieZhang.personId;
      await community.database.collection('threads').insert({ ...Object(thread), _id: `many-${n}`, askerId });
    }
    expect(await count(() => find('暖气不热'))).toBe(2);
    const { items, nextCursor } = await find('暖气');
    expect(items).toHaveLength(20);
    const more = await community.must(auntieZhang, searchMine, { query: '暖气', cursor: nextCursor ?? '' });
    expect(new Set([...items, ...more.items].map((card) => card.threadId)).size).toBe(40);
  });

  it('is refused to nobody in particular, and asks for a word', async () => {
    expect(await community.call(null, searchMine, { query: '暖气' })).toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    expect(await community.call(auntieZhang, searchMine, { query: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect((await find('，')).items).toEqual([]);
  });
});
