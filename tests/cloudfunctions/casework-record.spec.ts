import { findCaller, giveThread, lookAtCaller, recordThread } from '@domain/desk/casework.actions';
import { getAsker } from '@domain/desk/console.actions';
import * as desk from '@domain/desk/desk.actions';
import { listAlerts } from '@domain/desk/duty.actions';
import type { Thread } from '@domain/desk/thread.schema';
import { MINUTE } from '@domain/kernel/time';
import { confirmBinding, moveOut, requestBinding } from '@domain/people/people.actions';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, zhangsHusband, newcomer, staffZhao, staffQian, secretaryBai, uncleLi, otherStaff } =
  cast;

let community: TestCommunity;
beforeEach(async () => {
  community = await openCommunity();
});
afterEach(() => community.close());

const stored = (threadId: string) => community.database.collection<Thread>('threads').get(threadId);
const call = { channel: 'phone', text: '厨房下水道返水' } as const;
const EMPTY_FLAT = 'b03-1-402';

describe('finding who called', () => {
  it('finds a door and who behind it uses the app, or people by the beginning of their name', async () => {
    const door = await community.must(staffZhao, findCaller, { query: '1-1-101' });
    expect(door.home).toEqual({ householdId: 'b01-1-101', label: '1号楼1单元101室' });
    expect(door.people.map(({ name }) => name).sort()).toEqual(['刘志明', '张桂兰']);
    const named = await community.must(staffZhao, findCaller, { query: '张' });
    expect(named.people.map(({ name, homeLabel }) => [name, homeLabel])).toEqual([
      ['张桂兰', '1号楼1单元101室'],
    ]);
    expect(await community.must(staffZhao, findCaller, { query: '没有这个人' })).toEqual({
      home: null,
      people: [],
    });
  });

  it('is for staff, and of their own community', async () => {
    expect(await community.call(null, findCaller, { query: '张' })).toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    expect(await community.call(auntieZhang, findCaller, { query: '张' })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await community.call(staffZhao, findCaller, { query: '' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const elsewhere = await community.must(otherStaff, findCaller, { query: '张桂兰' });
    expect(elsewhere.people).toEqual([]);
  });
});

describe('a call, a visit, a message in the group', () => {
  it('becomes a matter of whoever called, who sees it and who wrote it down', async () => {
    const input = { ...call, personId: auntieZhang.personId };
    const { thread } = await community.must(staffZhao, recordThread, input);
    expect(thread).toMatchObject({
      status: 'waiting',
      title: '厨房下水道返水',
      recorded: { channel: 'phone', byName: '赵敏', isWithoutApp: false },
      replyDueAt: community.now() + 10 * MINUTE,
    });
    const { items } = await community.must(auntieZhang, desk.listMyThreads, {});
    expect(items).toMatchObject([
      { threadId: thread.threadId, unreadCount: 1, recorded: { channel: 'phone', byName: '赵敏' } },
    ]);
    const { messages } = await community.must(auntieZhang, desk.getThread, { threadId: thread.threadId });
    expect(messages.map(({ side, text }) => [side, text])).toEqual([
      ['system', '赵敏代录（电话）'],
      ['asker', '厨房下水道返水'],
    ]);
    expect((await stored(thread.threadId))?.history).toMatchObject([
      { move: 'record', by: { name: '赵敏' }, note: '电话' },
    ]);
    expect(await community.call(zhangsHusband, desk.getThread, { threadId: thread.threadId })).toMatchObject({
      code: 'THREAD_NOT_FOUND',
    });
  });

  it('is answered and done in the same breath, and counts as answered', async () => {
    const input = { ...call, personId: auntieZhang.personId, answer: '师傅半小时内到', isResolved: true };
    const { thread } = await community.must(staffZhao, recordThread, input);
    expect([thread.status, thread.firstRepliedAt, thread.replyDueAt, thread.taker?.name]).toEqual([
      'resolved',
      community.now(),
      null,
      '赵敏',
    ]);
    await community.must(auntieZhang, desk.confirmThread, { threadId: thread.threadId });
  });

  it('belongs to the household where nobody uses the app, its number sealed and each look written down', async () => {
    const input = {
      ...call,
      channel: 'visit' as const,
      householdId: EMPTY_FLAT,
      callerName: '孙大爷',
      callerPhone: '13837112345',
    };
    const { thread } = await community.must(staffZhao, recordThread, input);
    const { threadId } = thread;
    expect(thread.asker).toMatchObject({ name: '孙大爷', homeLabel: '3号楼1单元402室' });
    expect(thread.recorded).toMatchObject({ isWithoutApp: true, hasPhone: true });
    expect(JSON.stringify(await stored(threadId))).not.toContain('13837112345');
    expect(await community.must(staffZhao, getAsker, { threadId })).toMatchObject({
      hasPhone: true,
      isWithoutApp: true,
      members: [],
    });
    expect(await community.call(auntieZhang, lookAtCaller, { threadId })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await community.must(staffQian, lookAtCaller, { threadId })).toEqual({
      name: '孙大爷',
      phone: '13837112345',
    });
    expect((await stored(threadId))?.history.at(-1)).toMatchObject({
      move: 'lookAtContact',
      by: { name: '钱进' },
    });
    await community.must(staffQian, desk.replyInThread, { threadId, message: { text: '已上门' } });
    await community.must(staffQian, desk.resolveThread, { threadId });
  });

  it('may come from somebody who does not say where they live', async () => {
    const input = { ...call, channel: 'group' as const, callerName: '群里的小王' };
    const { thread } = await community.must(staffZhao, recordThread, input);
    expect(thread.asker).toMatchObject({ name: '群里的小王', homeLabel: null });
    expect(await community.call(staffZhao, lookAtCaller, { threadId: thread.threadId })).toMatchObject({
      code: 'PERSON_HAS_NO_PHONE',
    });
  });

  it('alarms the desk when its words speak of danger', async () => {
    await community.must(staffZhao, recordThread, { ...call, text: '楼下着火了', householdId: EMPTY_FLAT });
    for (const actor of [staffZhao, staffQian, secretaryBai]) {
      const { items } = await community.must(actor, listAlerts, {});
      expect(items.filter(({ kind }) => kind === 'urgent')).toMatchObject([{ isLoud: true }]);
    }
  });

  it('is climbed for like a question somebody typed', async () => {
    await community.must(staffZhao, recordThread, { ...call, householdId: EMPTY_FLAT });
    for (let minute = 0; minute < 6; minute += 1) {
      community.advance(MINUTE);
      await community.runTimer();
    }
    const { items } = await community.must(staffQian, listAlerts, {});
    expect(items.map(({ kind }) => kind)).toContain('escalation');
  });

  it('is one matter however often the button is tapped', async () => {
    const key = freshKey();
    const input = { ...call, personId: auntieZhang.personId };
    const taps = await Promise.all([1, 2, 3].map(() => community.must(staffZhao, recordThread, input, key)));
    expect(new Set(taps.map(({ thread }) => thread.threadId)).size).toBe(1);
    expect((await community.must(auntieZhang, desk.listMyThreads, {})).items).toHaveLength(1);
  });

  it('is refused without a word who it is for, for a door or a person that is not there, and from residents', async () => {
    const code = async (input: object, actor = staffZhao) =>
      await community.call(actor, recordThread, { ...call, ...input });
    expect(await community.call(null, recordThread, { ...call, callerName: '某人' })).toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    expect(await code({})).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await code({ callerName: '某人', text: ' ' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await code({ callerName: '某人', callerPhone: '12' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await code({ householdId: 'b99-1-101' })).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
    expect(await code({ personId: 'nobody' })).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await code({ personId: cast.otherResident.personId })).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await code({ callerName: '某人' }, auntieZhang)).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('a household that begins to use the app later', () => {
  const record = async (callerName: string, callerPhone = '') =>
    (
      await community.must(staffZhao, recordThread, {
        ...call,
        householdId: EMPTY_FLAT,
        callerName,
        callerPhone,
      })
    ).thread.threadId;
  const bind = async (name: string, phone = '13800138000') => {
    const room = { buildingId: 'b03', entrance: 1, room: '402' };
    await community.must(newcomer, requestBinding, { ...room, name, phone });
    await community.must(staffZhao, confirmBinding, { personId: newcomer.personId });
  };
  const mine = async () =>
    (await community.must(newcomer, desk.listMyThreads, {})).items.map(({ threadId }) => threadId);

  it('finds what its member called about, by the name or the number, and nothing else of that door', async () => {
    const byName = await record('孙大爷');
    const byPhone = await record('老孙', '13800138000');
    const others = await record('租客小周');
    expect(await mine()).toEqual([]);
    await bind('孙大爷');
    expect((await mine()).sort()).toEqual([byName, byPhone].sort());
    expect(await community.call(newcomer, desk.getThread, { threadId: others })).toMatchObject({
      code: 'THREAD_NOT_FOUND',
    });
    expect((await stored(byName))?.history.at(-1)).toMatchObject({ move: 'give', by: { name: '赵敏' } });
  });

  it('is given the rest by staff who know whose it is, and by nobody to somebody of another door', async () => {
    const threadId = await record('家里老人');
    await bind('孙小妹');
    expect(await mine()).toEqual([]);
    const { personId } = newcomer;
    expect((await community.must(staffQian, getAsker, { threadId })).members).toEqual([
      { personId, name: '孙小妹' },
    ]);
    expect(
      await community.call(staffQian, giveThread, { threadId, personId: uncleLi.personId }),
    ).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FOR_ROLE' });
    expect(await community.call(newcomer, giveThread, { threadId, personId })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await community.must(staffQian, giveThread, { threadId, personId });
    expect(await mine()).toEqual([threadId]);
    expect(await community.call(staffQian, giveThread, { threadId, personId })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FROM_STATE',
    });
  });

  it('gets it once, wherever the server dies while the household is confirmed', async () => {
    const threadId = await record('孙大爷');
    const room = { buildingId: 'b03', entrance: 1, room: '402' };
    await community.must(newcomer, requestBinding, { ...room, name: '孙大爷', phone: '13800138000' });
    const key = freshKey();
    for (let operation = 1; operation < 10; operation += 1) {
      community.faults.breakAt(operation, 'after');
      await community.call(staffZhao, confirmBinding, { personId: newcomer.personId }, key);
      community.faults.clear();
      await community.runTimer();
    }
    const thread = await stored(threadId);
    expect(thread?.history.filter(({ move }) => move === 'give')).toHaveLength(1);
    expect(await mine()).toEqual([threadId]);
    await community.must(newcomer, moveOut, {});
  });
});
