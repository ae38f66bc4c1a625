import { transferThread } from '@domain/desk/casework.actions';
import * as desk from '@domain/desk/desk.actions';
import { listAlerts } from '@domain/desk/duty.actions';
import { addNote, listColleagues, listNotes } from '@domain/desk/note.actions';
import type { Thread } from '@domain/desk/thread.schema';
import { allActions } from '@domain/index';
import { cast, type Actor } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, gridWorkerWang, staffZhao, staffQian, secretaryBai, otherStaff } = cast;
const SECRET = '她爱人住院了千万别打座机';

let community: TestCommunity;
beforeEach(async () => {
  community = await openCommunity();
});
afterEach(() => community.close());

const ask = async (actor: Actor = auntieZhang, text = '暖气不热') =>
  (await community.must(actor, desk.askDesk, { message: { text } })).thread.threadId;
const told = async (actor: Actor) =>
  (await community.must(actor, listAlerts, {})).items.filter(({ kind }) =>
    ['mention', 'transfer'].includes(kind),
  );

describe('notes among colleagues', () => {
  it('stand at the matter for every colleague, the newest first, page by page', async () => {
    const threadId = await ask();
    for (let index = 0; index < 23; index += 1) {
      community.advance(1000);
      await community.must(staffZhao, addNote, { threadId, text: `第${index}条` });
    }
    const first = await community.must(staffQian, listNotes, { threadId });
    expect(first.items.map(({ text }) => text).slice(0, 2)).toEqual(['第22条', '第21条']);
    expect(first.items[0]).toMatchObject({ by: { name: '赵敏' }, isMine: false });
    const cursor = first.nextCursor ?? '';
    const second = await community.must(staffQian, listNotes, { threadId, cursor });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 3, null]);
  });

  it('tell whoever is mentioned, once however often it is tapped', async () => {
    const threadId = await ask();
    const key = freshKey();
    const note = { threadId, text: `@钱进 ${SECRET}`, mentions: [staffQian.personId, staffQian.personId] };
    await community.must(staffZhao, addNote, note, key);
    await community.must(staffZhao, addNote, note, key);
    expect(await told(staffQian)).toMatchObject([{ kind: 'mention', page: 'thread', pageId: threadId }]);
    expect(await told(secretaryBai)).toEqual([]);
    expect((await community.must(staffZhao, listNotes, { threadId })).items).toMatchObject([
      { mentions: ['钱进'] },
    ]);
    const { thread } = await community.must(staffQian, desk.openThread, { threadId });
    expect(thread.notedAt).toBe(community.now());
  });

  it('tell whoever is mentioned even if the server dies in between', async () => {
    const threadId = await ask();
    const key = freshKey();
    const note = { threadId, text: '@钱进 请看', mentions: [staffQian.personId] };
    for (let operation = 1; operation < 10; operation += 1) {
      community.faults.breakAt(operation, 'after');
      await community.call(staffZhao, addNote, note, key);
      community.faults.clear();
      await community.runTimer();
    }
    expect(await told(staffQian)).toHaveLength(1);
    expect((await community.must(staffZhao, listNotes, { threadId })).items).toHaveLength(1);
  });

  it('are for staff of this community, and not for the one among them who asked', async () => {
    const threadId = await ask(staffQian, '我家的暖气不热');
    const note = { threadId, text: SECRET };
    expect(await community.call(null, addNote, note)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await community.call(auntieZhang, addNote, note)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.call(gridWorkerWang, listNotes, { threadId })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await community.call(otherStaff, addNote, note)).toMatchObject({ code: 'THREAD_NOT_FOUND' });
    expect(await community.call(otherStaff, listNotes, { threadId })).toMatchObject({
      code: 'THREAD_NOT_FOUND',
    });
    expect(await community.call(staffZhao, addNote, { threadId, text: '' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const aside = { ...note, mentions: [staffQian.personId] };
    expect(await community.call(staffZhao, addNote, aside)).toMatchObject({ code: 'COLLEAGUE_NOT_FOUND' });
    const outsider = { ...note, mentions: [auntieZhang.personId] };
    expect(await community.call(staffZhao, addNote, outsider)).toMatchObject({
      code: 'COLLEAGUE_NOT_FOUND',
    });
    await community.must(staffZhao, addNote, note);
    expect(await community.call(staffQian, listNotes, { threadId })).toMatchObject({
      code: 'THREAD_NOT_FOUND',
    });
    const { thread } = await community.must(staffQian, desk.getThread, { threadId });
    expect(thread.notedAt).toBeUndefined();
  });

  it('never reach a resident: nothing that any of them can call carries a word of one', async () => {
    const threadId = await ask();
    const since = 0;
    await community.must(staffZhao, addNote, { threadId, text: SECRET, mentions: [staffQian.personId] });
    await community.must(staffZhao, transferThread, {
      threadId,
      toPersonId: staffQian.personId,
      reason: SECRET,
    });
    const inputs: readonly object[] = [
      {},
      { threadId },
      { threadId, chunkNo: 1 },
      { threadId, seq: 1 },
      { since, threadId },
      { query: SECRET },
      { filter: 'active' },
      { filter: 'open' },
      { personId: auntieZhang.personId },
      { threadId, message: { text: '还没好' } },
    ];
    let answered = 0;
    for (const { name, audience } of allActions.filter((action) => action.audience === 'resident')) {
      for (const actor of [auntieZhang, uncleLi, gridWorkerWang]) {
        for (const input of inputs) {
          const event = { action: name, input, key: freshKey() };
          const reply = await community.invoke(audience, event, actor.openid);
          if (reply.ok) answered += 1;
          expect(`${name}: ${JSON.stringify(reply)}`).not.toContain(SECRET);
        }
      }
    }
    expect(answered).toBeGreaterThan(40);
    const { version } = (await community.must(auntieZhang, desk.getThread, { threadId })).thread;
    await community.must(staffZhao, addNote, { threadId, text: SECRET });
    const after = await community.must(auntieZhang, desk.getThread, { threadId });
    expect(after.thread.version).toBe(version);
  });
});

describe('handing a matter to a colleague', () => {
  it('makes them the taker, tells them why, and the resident who goes on', async () => {
    const threadId = await ask();
    await community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '马上看' } });
    const { items } = await community.must(staffZhao, listColleagues, {});
    expect(items.map(({ name, isOnDuty }) => [name, isOnDuty])).toEqual([
      ['钱进', true],
      ['白蕊', false],
    ]);
    const given = { threadId, toPersonId: secretaryBai.personId, reason: '要请物业经理' };
    const { thread } = await community.must(staffZhao, transferThread, given);
    expect([thread.status, thread.taker?.name]).toEqual(['taken', '白蕊']);
    expect(await told(secretaryBai)).toMatchObject([
      { kind: 'transfer', isLoud: true, words: '赵敏转给您：暖气不热（要请物业经理）' },
    ]);
    const seen = await community.must(auntieZhang, desk.getThread, { threadId });
    expect(seen.messages.at(-1)).toMatchObject({ side: 'system', text: '已转给白蕊继续办' });
    const kept = await community.database.collection<Thread>('threads').get(threadId);
    expect(kept?.transfers).toMatchObject([
      { from: { name: '赵敏' }, to: { name: '白蕊' }, reason: '要请物业经理' },
    ]);
    await community.must(secretaryBai, desk.handBackThread, { threadId, reason: '改由值班办' });
  });

  it('takes a matter nobody has taken, too; of two who transfer at once both are heard in turn', async () => {
    const threadId = await ask();
    const to = (toPersonId: string) => ({ threadId, toPersonId, reason: '您最清楚' });
    const [first, second] = await Promise.all([
      community.call(staffZhao, transferThread, to(staffQian.personId)),
      community.call(staffQian, transferThread, to(secretaryBai.personId)),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    const kept = await community.database.collection<Thread>('threads').get(threadId);
    expect(kept?.transfers).toHaveLength(2);
    expect(kept?.transfers?.at(-1)?.to.name).toBe(kept?.taker?.name);
  });

  it('is refused for oneself, for the asker, for a stranger, for what is over, and to residents', async () => {
    const threadId = await ask(staffQian, '我家的事');
    const to = (toPersonId: string, reason = '您最清楚') => ({ threadId, toPersonId, reason });
    const code = (actor: Actor | null, input: ReturnType<typeof to>) =>
      community.call(actor, transferThread, input);
    expect(await code(null, to(secretaryBai.personId))).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await code(auntieZhang, to(secretaryBai.personId))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await code(staffZhao, to(secretaryBai.personId, ''))).toMatchObject({ code: 'INVALID_INPUT' });
    for (const { personId } of [staffZhao, staffQian, auntieZhang, otherStaff]) {
      expect(await code(staffZhao, to(personId))).toMatchObject({ code: 'COLLEAGUE_NOT_FOUND' });
    }
    expect(await code(staffQian, to(secretaryBai.personId))).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FOR_ROLE',
    });
    expect(await code(otherStaff, to(secretaryBai.personId))).toMatchObject({ code: 'COLLEAGUE_NOT_FOUND' });
    await community.must(staffQian, desk.withdrawThread, { threadId });
    expect(await code(staffZhao, to(secretaryBai.personId))).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FROM_STATE',
    });
  });
});
