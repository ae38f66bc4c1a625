import { mergeThreads, recordThread, relateThreads, splitThread } from '@domain/desk/casework.actions';
import * as desk from '@domain/desk/desk.actions';
import type { Thread } from '@domain/desk/thread.schema';
import * as notices from '@domain/notices/notice.actions';
import * as wishes from '@domain/wishes/wish.actions';
import { cast, type Actor } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';
import { waterNotice } from '../support/samples';

const { auntieZhang, zhangsHusband, uncleLi, staffZhao, staffQian, secretaryBai, otherStaff } = cast;

let community: TestCommunity;
beforeEach(async () => {
  community = await openCommunity();
});
afterEach(() => community.close());

const ask = async (text: string, actor: Actor = auntieZhang) => {
  community.advance(1000);
  return (await community.must(actor, desk.askDesk, { message: { text } })).thread.threadId;
};
const stored = async (threadId: string): Promise<Thread> => {
  const thread = await community.database.collection<Thread>('threads').get(threadId);
  if (!thread) throw new Error('the thread is gone');
  return thread;
};
const linksOf = async (threadId: string) =>
  ((await stored(threadId)).links ?? []).map(({ relation, id }) => [relation, id]);

describe('two matters that are one', () => {
  it('become one: the earlier goes on, the other ends with a link the resident can follow', async () => {
    const early = await ask('暖气不热');
    const late = await ask('我家暖气还是凉的');
    const { thread } = await community.must(staffZhao, mergeThreads, { threadId: early, otherId: late });
    expect(thread.threadId).toBe(early);
    const mine = (threadId: string) => community.must(auntieZhang, desk.getThread, { threadId });
    const [goesOn, ended] = [await mine(early), await mine(late)];
    expect(goesOn.thread).toMatchObject({
      status: 'waiting',
      links: [{ relation: 'absorbed', id: late, title: '我家暖气还是凉的' }],
    });
    expect(ended.thread).toMatchObject({
      status: 'merged',
      canWrite: false,
      links: [{ relation: 'mergedInto', id: early, title: '暖气不热' }],
    });
    expect(ended.messages.at(-1)?.text).toBe('这件事并入“暖气不热”一起办，请到那里接着说');
    const say = { threadId: late, message: { text: '在吗' } };
    expect(await community.call(auntieZhang, desk.sayInThread, say)).toMatchObject({ code: 'THREAD_MERGED' });
    expect(await community.call(staffZhao, desk.replyInThread, say)).toMatchObject({ code: 'THREAD_MERGED' });
    await community.must(auntieZhang, desk.sayInThread, { ...say, threadId: early });
  });

  it('owe together what one of them owed', async () => {
    const early = await ask('暖气不热');
    await community.must(staffZhao, desk.replyInThread, { threadId: early, message: { text: '在看' } });
    const late = await ask('还是不热');
    const due = (await stored(late)).replyDueAt;
    await community.must(staffZhao, mergeThreads, { threadId: late, otherId: early });
    expect([(await stored(early)).replyDueAt, (await stored(late)).replyDueAt]).toEqual([due, null]);
  });

  it('are the household’s call and its member’s question, and the one in the app goes on', async () => {
    const { thread } = await community.must(staffZhao, recordThread, {
      channel: 'phone',
      householdId: 'b01-1-101',
      callerName: '刘家老人',
      text: '暖气不热，我一个人在家',
    });
    const own = await ask('暖气不热');
    const merged = await community.must(staffQian, mergeThreads, {
      threadId: thread.threadId,
      otherId: own,
    });
    expect(merged.thread.threadId).toBe(own);
    expect((await stored(thread.threadId)).status).toBe('merged');
    const seen = await community.must(auntieZhang, desk.getThread, { threadId: own });
    expect(seen.thread.links).toBeUndefined();
    expect(JSON.stringify(seen)).not.toContain('一个人在家');
  });

  it('merge once when two colleagues do it at the same time, in either direction or in a ring', async () => {
    const [a, b, c] = [await ask('一'), await ask('二'), await ask('三')];
    const merge = (actor: Actor, threadId: string, otherId: string) =>
      community.call(actor, mergeThreads, { threadId, otherId });
    await Promise.all([
      merge(staffZhao, a, b),
      merge(staffQian, b, a),
      merge(staffZhao, b, c),
      merge(secretaryBai, c, a),
      merge(staffQian, a, b),
    ]);
    await community.runTimer();
    const states = await Promise.all([a, b, c].map(async (id) => (await stored(id)).status));
    expect(states[0]).toBe('waiting');
    expect(states[1]).toBe('merged');
    expect(states[2]).toBe('merged');
    const taken = (await linksOf(a)).filter(([relation]) => relation === 'absorbed');
    expect(new Set(taken.map(([, id]) => id)).size).toBe(taken.length);
    expect((await stored(b)).history.filter(({ move }) => move === 'merge')).toHaveLength(1);
  });

  it('merge once, wherever the server dies and however often it is tapped', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let operation = 1; operation <= 14; operation += 1) {
        const fresh = await openCommunity();
        const askFresh = async (text: string) =>
          (await fresh.must(auntieZhang, desk.askDesk, { message: { text } })).thread.threadId;
        const early = await askFresh('暖气不热');
        fresh.advance(1000);
        const late = await askFresh('还是不热');
        const key = freshKey();
        const input = { threadId: late, otherId: early };
        fresh.faults.breakAt(operation, when);
        await fresh.call(staffZhao, mergeThreads, input, key);
        fresh.faults.clear();
        await fresh.call(staffZhao, mergeThreads, input, key);
        fresh.advance(60_000);
        await fresh.runTimer();
        const both = await Promise.all(
          [early, late].map((id) => fresh.database.collection<Thread>('threads').get(id)),
        );
        const facts = both.map((thread) => [
          thread?.status,
          thread?.links?.length,
          thread?.outbox.length,
          thread?.tail.length,
        ]);
        expect({ when, operation, facts }).toEqual({
          when,
          operation,
          facts: [
            ['waiting', 1, 0, 2],
            ['merged', 1, 0, 2],
          ],
        });
        fresh.close();
      }
    }
  }, 60_000);

  it('are refused where they are not one asker’s, over, one’s own, or somebody else’s to decide', async () => {
    const [own, other] = [await ask('暖气不热'), await ask('暖气不热', uncleLi)];
    const husband = await ask('暖气不热', zhangsHusband);
    const code = (actor: Actor | null, threadId: string, otherId: string) =>
      community.call(actor, mergeThreads, { threadId, otherId });
    expect(await code(null, own, other)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await code(auntieZhang, own, other)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await code(staffZhao, own, '')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await code(staffZhao, own, 'nothing')).toMatchObject({ code: 'THREAD_NOT_FOUND' });
    expect(await code(otherStaff, own, other)).toMatchObject({ code: 'THREAD_NOT_FOUND' });
    expect(await code(staffZhao, own, other)).toMatchObject({ code: 'THREADS_OF_OTHERS' });
    expect(await code(staffZhao, own, husband)).toMatchObject({ code: 'THREADS_OF_OTHERS' });
    expect(await code(staffZhao, own, own)).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FROM_STATE' });
    const again = await ask('又一件');
    await community.must(auntieZhang, desk.withdrawThread, { threadId: again });
    expect(await code(staffZhao, own, again)).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FROM_STATE' });
    const [mine, mine2] = [await ask('我家的事', staffQian), await ask('我家的事', staffQian)];
    expect(await code(staffQian, mine, mine2)).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FOR_ROLE' });
  });
});

describe('different neighbours with the same matter', () => {
  it('are tied together for staff alone; neither learns of the other', async () => {
    const [own, other] = [await ask('三号楼停水了'), await ask('家里没水', uncleLi)];
    const tie = () => community.must(staffZhao, relateThreads, { threadId: own, otherId: other });
    await tie();
    await tie();
    await community.must(staffQian, relateThreads, { threadId: other, otherId: own });
    expect([await linksOf(own), await linksOf(other)]).toEqual([[['related', other]], [['related', own]]]);
    const seen = JSON.stringify(await community.must(auntieZhang, desk.getThread, { threadId: own }));
    expect(seen).not.toContain('家里没水');
    expect(seen).not.toContain(other);
    const { items } = await community.must(auntieZhang, desk.listMyThreads, {});
    expect(JSON.stringify(items)).not.toContain('家里没水');
    expect(await community.call(uncleLi, relateThreads, { threadId: own, otherId: other })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await community.call(otherStaff, relateThreads, { threadId: own, otherId: other })).toMatchObject({
      code: 'THREAD_NOT_FOUND',
    });
    expect(await community.call(staffZhao, relateThreads, { threadId: own, otherId: own })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FROM_STATE',
    });
  });
});

describe('one conversation that speaks of two matters', () => {
  const arrange = async () => {
    const threadId = await ask('暖气不热');
    for (const text of ['还有，楼道灯也坏了', '三楼那盏']) {
      await community.must(auntieZhang, desk.sayInThread, { threadId, message: { text } });
    }
    const { messages } = await community.must(staffZhao, desk.openThread, { threadId });
    return { threadId, ids: messages.map(({ messageId }) => messageId) };
  };

  it('is split: the words stay where they were, and stand again as a matter of their own, tied both ways', async () => {
    const { threadId, ids } = await arrange();
    const { thread } = await community.must(staffZhao, splitThread, { threadId, messageIds: ids.slice(1) });
    expect(thread).toMatchObject({ status: 'waiting', title: '还有，楼道灯也坏了' });
    const made = await community.must(auntieZhang, desk.getThread, { threadId: thread.threadId });
    expect(made.messages.map(({ text }) => text)).toEqual([
      '从“暖气不热”分出来单独办',
      '还有，楼道灯也坏了',
      '三楼那盏',
    ]);
    expect(made.thread.links).toMatchObject([{ relation: 'splitFrom', id: threadId }]);
    const old = await community.must(auntieZhang, desk.getThread, { threadId });
    expect(old.messages.map(({ text }) => text)).toEqual([
      '暖气不热',
      '还有，楼道灯也坏了',
      '三楼那盏',
      '“还有，楼道灯也坏了”另立一件办理',
    ]);
    expect(old.thread.links).toMatchObject([{ relation: 'splitTo', id: thread.threadId }]);
    await community.must(auntieZhang, desk.sayInThread, {
      threadId: thread.threadId,
      message: { text: '谢谢' },
    });
  });

  it('is split once by two colleagues at the same time, and wherever the server dies', async () => {
    const { threadId, ids } = await arrange();
    const input = { threadId, messageIds: ids.slice(1) };
    const key = freshKey();
    for (let operation = 2; operation < 10; operation += 1) {
      community.faults.breakAt(operation, 'after');
      await community.call(staffZhao, splitThread, input, key);
      community.faults.clear();
    }
    const both = await Promise.all([
      community.must(staffQian, splitThread, input),
      community.must(staffZhao, splitThread, { threadId, messageIds: [...ids.slice(1)].reverse() }),
    ]);
    await community.runTimer();
    expect(new Set(both.map(({ thread }) => thread.threadId)).size).toBe(1);
    expect((await community.must(auntieZhang, desk.listMyThreads, {})).items).toHaveLength(2);
    expect(await linksOf(threadId)).toHaveLength(1);
  });

  it('is not split by residents, of words nobody said, of the desk’s own, or when it is over', async () => {
    const { threadId, ids } = await arrange();
    const code = (actor: Actor | null, messageIds: string[]) =>
      community.call(actor, splitThread, { threadId, messageIds });
    expect(await code(null, ids)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await code(auntieZhang, ids)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await code(staffZhao, [])).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await code(staffZhao, ['nothing'])).toMatchObject({ code: 'MESSAGE_NOT_FOUND' });
    expect(await code(otherStaff, ids)).toMatchObject({ code: 'THREAD_NOT_FOUND' });
    const replied = await community.must(staffZhao, desk.replyInThread, {
      threadId,
      message: { text: '好的' },
    });
    const ours = replied.messages.at(-1)?.messageId ?? '';
    expect(await code(staffZhao, [ours])).toMatchObject({ code: 'MESSAGE_NOT_FOUND' });
    await community.must(staffZhao, desk.resolveThread, { threadId });
    await community.must(auntieZhang, desk.confirmThread, { threadId });
    expect(await code(staffZhao, ids.slice(1))).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FROM_STATE' });
  });
});

describe('what staff make of a matter', () => {
  it('is a wish, tied to it on both sides for staff, once however it is tapped', async () => {
    const threadId = await ask('孙子想要一个书包');
    const key = freshKey();
    const card = {
      title: '一个书包',
      detail: '',
      category: 'schoolbag',
      phone: '13800138000',
      contactName: '张桂兰',
      place: '1号楼1单元101室',
      threadId,
    } as const;
    await community.must(staffZhao, wishes.recordWish, card, key);
    const wish = await community.must(staffZhao, wishes.recordWish, card, key);
    expect(wish.link).toEqual({ area: 'desk', id: threadId });
    expect(await linksOf(threadId)).toEqual([['became', wish.wishId]]);
    await community.must(staffQian, wishes.publishWish, {
      wishId: wish.wishId,
      words: { title: '一个书包', detail: '' },
    });
    const seen = await community.must(uncleLi, wishes.getWish, { wishId: wish.wishId });
    expect(seen.link).toBeUndefined();
    const mine = await community.must(auntieZhang, desk.getThread, { threadId });
    expect(mine.thread.links).toBeUndefined();
  });

  it('is a notice, tied to it on both sides', async () => {
    const threadId = await ask('三号楼停水了');
    const draft = { ...waterNotice(community.now()), threadId };
    const { notice, link } = await community.must(staffZhao, notices.draftNotice, draft);
    expect(link).toEqual({ area: 'desk', id: threadId });
    expect(await linksOf(threadId)).toEqual([['became', notice.noticeId]]);
    const { thread } = await community.must(staffQian, desk.openThread, { threadId });
    expect(thread.links).toEqual([
      { relation: 'became', area: 'notices', id: notice.noticeId, title: '停水两小时' },
    ]);
    await community.must(staffZhao, notices.publishNotice, { noticeId: notice.noticeId });
  });

  it('leaves a conversation of another community alone', async () => {
    const threadId = await ask('停水了');
    const draft = { ...waterNotice(community.now()), threadId };
    await community.must(otherStaff, notices.draftNotice, draft);
    expect(await linksOf(threadId)).toEqual([]);
  });
});
