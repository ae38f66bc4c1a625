import * as desk from '@domain/desk/desk.actions';
import * as duty from '@domain/desk/duty.actions';
import * as matter from '@domain/desk/matter.actions';
import type { Thread } from '@domain/desk/thread.schema';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import { cast, type Actor } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, staffZhao, staffQian, secretaryBai } = cast;

describe('a night at the desk', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const ask = (text = '暖气管漏水了') =>
    community.must(auntieZhang, desk.askDesk, { message: { text } }).then(({ thread }) => thread.threadId);
  const told = async (actor: Actor) =>
    (await community.must(actor, duty.listAlerts, {})).items
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'gap')
      .reverse();
  const tick = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      community.advance(MINUTE);
      await community.runTimer();
    }
  };
  const open = (threadId: string) => community.must(staffZhao, desk.openThread, { threadId });

  it('tells one after the other until somebody answers, and writes every step down', async () => {
    const threadId = await ask();
    await tick(1);
    expect([await told(staffZhao), await told(staffQian)]).toEqual([['ask'], []]);
    await tick(5);
    expect(await told(staffQian)).toEqual(['escalation']);
    await tick(5);
    expect(await told(secretaryBai)).toEqual(['escalation']);
    const { thread, messages } = await open(threadId);
    expect(thread.escalation).toBe(2);
    expect(messages.map(({ text }) => text)).toEqual([
      '暖气管漏水了',
      '还没有回复，已提醒钱进',
      '还没有回复，已提醒白蕊',
    ]);
    await community.must(staffQian, desk.replyInThread, { threadId, message: { text: '马上到' } });
    await tick(30);
    expect(await told(secretaryBai)).toEqual(['escalation']);
    const stored = await community.database.collection<Thread>('threads').get(threadId);
    expect(stored?.history.map(({ move }) => move)).toEqual([
      'ask',
      'escalate',
      'escalate',
      'escalate',
      'take',
    ]);
  });

  it('tells each person once, wherever the timer is killed', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let operation = 1; operation <= 30; operation += 1) {
        const fresh = await openCommunity();
        await fresh.must(auntieZhang, desk.askDesk, { message: { text: '漏水' } });
        fresh.advance(16 * MINUTE);
        fresh.faults.breakAt(operation, when);
        await fresh.runTimer();
        fresh.faults.clear();
        await fresh.runTimer();
        const kinds = await Promise.all(
          [staffZhao, staffQian, secretaryBai].map(
            async (actor) =>
              (await fresh.must(actor, duty.listAlerts, {})).items.filter(({ page }) => page === 'thread')
                .length,
          ),
        );
        expect([when, operation, kinds]).toEqual([when, operation, [1, 1, 1]]);
        fresh.close();
      }
    }
  }, 60_000);

  it('goes by the times the secretary has set, from the next question on', async () => {
    const times = {
      replyWithinMinutes: 20,
      otherAfterMinutes: 2,
      nextPairAfterMinutes: 30,
      secretaryAfterMinutes: 60,
      warnDaysAhead: 7,
      followUpAfterDays: 3,
    };
    expect(await community.call(staffZhao, duty.setDeskTimes, times)).toMatchObject({ code: 'NOT_ALLOWED' });
    const wrong = { ...times, nextPairAfterMinutes: 1 };
    expect(await community.call(secretaryBai, duty.setDeskTimes, wrong)).toMatchObject({
      code: 'INVALID_INPUT',
    });
    await community.must(secretaryBai, duty.setDeskTimes, times);
    await ask();
    await tick(3);
    expect(await told(staffQian)).toEqual(['escalation']);
    await tick(10);
    expect((await told(secretaryBai)).filter((kind) => kind === 'escalation')).toEqual([]);
  });

  it('sends what a resident adds in the morning to whoever is on duty then, and shows it as theirs', async () => {
    const threadId = await ask();
    await community.must(staffQian, desk.replyInThread, { threadId, message: { text: '先关阀门' } });
    community.advance(8 * HOUR);
    await community.must(auntieZhang, desk.sayInThread, { threadId, message: { text: '还在滴' } });
    await tick(1);
    expect(await told(secretaryBai)).toContain('ask');
    const mine = async (actor: Actor) =>
      (await community.must(actor, desk.listQueue, { filter: 'mine' })).items.map((item) => item.threadId);
    expect(await mine(secretaryBai)).toEqual([threadId]);
    expect(await mine(staffZhao)).toEqual([threadId]);
    expect(await mine(staffQian)).toEqual([threadId]);
  });

  it('waits for a part until its date, and goes on by itself', async () => {
    const threadId = await ask();
    await community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '阀门坏了，要换' } });
    const until = community.now() + 3 * HOUR;
    const pause = { threadId, reason: 'parts' as const, note: '阀门', until };
    expect(await community.call(uncleLi, matter.pauseThread, pause)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(
      await community.call(staffZhao, matter.pauseThread, { ...pause, until: community.now() }),
    ).toMatchObject({ code: 'PAUSE_DATE_WRONG' });
    const paused = await community.must(staffZhao, matter.pauseThread, pause);
    expect(paused.thread.pause).toMatchObject({ reason: 'parts', byName: '赵敏' });
    expect(paused.thread.moves).not.toContain('pause');
    community.advance(3 * HOUR);
    await community.runTimer();
    const { thread } = await open(threadId);
    expect([thread.pause, thread.replyDueAt]).toEqual([null, community.now() + 10 * MINUTE]);
    expect(await told(staffZhao)).toContain('resume');
  });

  it('keeps a promise made with a reply, reminds of it, and shows it kept to both sides', async () => {
    const threadId = await ask();
    const promiseDueAt = community.now() + 8 * HOUR;
    const key = freshKey();
    const reply = { threadId, message: { text: '明天一早师傅上门' }, promiseDueAt };
    await community.must(staffZhao, desk.replyInThread, reply, key);
    await community.must(staffZhao, desk.replyInThread, reply, key);
    const { items } = await community.must(secretaryBai, matter.listPromises, {});
    expect(items.map(({ promise }) => [promise.words, promise.dueAt])).toEqual([
      ['明天一早师傅上门', promiseDueAt],
    ]);
    community.advance(7 * HOUR + MINUTE);
    await community.runTimer();
    await community.runTimer();
    expect((await told(secretaryBai)).filter((kind) => kind === 'promise')).toHaveLength(1);
    expect((await told(staffZhao)).filter((kind) => kind === 'promise')).toHaveLength(1);
    const promiseId = items[0]?.promise.promiseId ?? '';
    expect(
      await community.call(staffZhao, matter.keepPromise, { threadId, promiseId: 'none' }),
    ).toMatchObject({ code: 'PROMISE_NOT_FOUND' });
    await community.must(secretaryBai, matter.keepPromise, { threadId, promiseId, note: '师傅8点到的' });
    const seen = await community.must(auntieZhang, desk.getThread, { threadId });
    expect(seen.thread.promises).toMatchObject([{ status: 'kept', note: '师傅8点到的' }]);
    expect((await community.must(secretaryBai, matter.listPromises, {})).items).toEqual([]);
  });

  it('hands over a sheet made from the records, with a line to each, and the next pair signs it', async () => {
    const threadId = await ask();
    await community.must(staffZhao, desk.replyInThread, {
      threadId,
      message: { text: '约了师傅' },
      promiseDueAt: community.now() + DAY,
    });
    await community.must(uncleLi, desk.askDesk, { message: { text: '楼道灯不亮' } });
    community.advance(6 * HOUR);
    await community.runTimer();
    const { items: cards } = await community.must(staffQian, duty.listHandovers, {});
    const handoverId = cards[0]?.handoverId ?? '';
    const sheet = await community.must(staffQian, duty.getHandover, { handoverId });
    expect(sheet.items.map(({ kind, title }) => [kind, title])).toEqual([
      ['waiting', '楼道灯不亮'],
      ['promise', '约了师傅'],
    ]);
    expect(sheet.leaving.map(({ name }) => name)).toEqual(['钱进']);
    for (const { itemId } of sheet.items) {
      await community.must(staffQian, duty.noteOnHandover, { handoverId, itemId, text: '已和物业说过' });
    }
    expect(
      await community.call(staffQian, duty.noteOnHandover, { handoverId, itemId: 'none', text: '无' }),
    ).toMatchObject({ code: 'ITEM_NOT_FOUND' });
    expect(await community.call(staffQian, duty.signHandover, { handoverId })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FOR_ROLE',
    });
    community.advance(20 * MINUTE);
    await community.runTimer();
    expect(await told(secretaryBai)).toContain('handover');
    const signed = await community.must(secretaryBai, duty.signHandover, { handoverId });
    expect([signed.status, signed.signerName]).toEqual(['signed', '白蕊']);
    expect(signed.items.every(({ notes }) => notes.length === 1)).toBe(true);
    expect(await community.call(secretaryBai, duty.signHandover, { handoverId })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FROM_STATE',
    });
  });

  it('shows the secretary a sheet that nobody has signed an hour after the change', async () => {
    community.advance(6 * HOUR);
    await community.runTimer();
    community.advance(2 * HOUR);
    await community.runTimer();
    await community.runTimer();
    const { items } = await community.must(secretaryBai, duty.listHandovers, {});
    expect(items).toMatchObject([{ status: 'open', isOverdue: true }]);
    const unsigned = (await community.must(secretaryBai, duty.listAlerts, {})).items.filter(({ words }) =>
      words.includes('还没有人签字'),
    );
    expect(unsigned).toHaveLength(1);
  });

  it('counts what a resident called solved apart from what merely ended', async () => {
    const first = await ask('第一件');
    const second = await ask('第二件');
    for (const threadId of [first, second]) {
      await community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '办好了' } });
      await community.must(staffZhao, desk.resolveThread, { threadId });
    }
    const rated = { threadId: first, rating: { score: 'good' as const, note: '很快' } };
    expect(await community.call(uncleLi, matter.rateThread, rated)).toMatchObject({
      code: 'THREAD_NOT_FOUND',
    });
    await community.must(auntieZhang, desk.confirmThread, { threadId: first });
    expect(await community.call(staffZhao, matter.rateThread, rated)).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FOR_ROLE',
    });
    await community.must(auntieZhang, matter.rateThread, rated);
    expect(await community.call(auntieZhang, matter.rateThread, rated)).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FROM_STATE',
    });
    const followUps = () => community.must(staffQian, matter.listFollowUps, {});
    expect((await followUps()).items).toEqual([]);
    community.advance(3 * DAY);
    expect((await followUps()).items.map(({ title }) => title)).toEqual(['第二件']);
    await community.must(staffQian, matter.followUpThread, {
      threadId: second,
      outcome: 'unreachable',
      rating: null,
    });
    expect((await followUps()).items).toEqual([]);
    community.advance(5 * DAY);
    await community.runTimer();
    expect((await followUps()).ended).toEqual({
      fixedCount: 1,
      closedCount: 1,
      goodCount: 1,
      fairCount: 0,
      badCount: 0,
    });
  });

  it('goes on with a matter from before there was an escalation, from its next message', async () => {
    const threadId = await ask();
    const threads = community.database.collection<Thread>('threads');
    const gone = community.database.command.remove();
    const fields = [
      'ladder',
      'pause',
      'promises',
      'promiseDueAt',
      'wakeAt',
      'isUrgent',
      'rating',
      'followUp',
    ];
    await threads.updateOne({ _id: threadId }, Object.fromEntries(fields.map((field) => [field, gone])));
    await tick(20);
    expect(await told(staffZhao)).toEqual([]);
    expect((await open(threadId)).thread).toMatchObject({ promises: [], pause: null, isUrgent: false });
    await community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '在' } });
    await community.must(auntieZhang, desk.sayInThread, { threadId, message: { text: '还在漏' } });
    await tick(6);
    expect(await told(staffQian)).toEqual(['escalation']);
  });

  it('reopens what a call finds unsolved, for whoever is on duty', async () => {
    const threadId = await ask();
    await community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '修好了' } });
    await community.must(staffZhao, desk.resolveThread, { threadId });
    const call = {
      threadId,
      outcome: 'notFixed' as const,
      note: '又漏了',
      rating: { score: 'bad' as const },
    };
    const { thread } = await community.must(staffQian, matter.followUpThread, call);
    expect([thread.status, thread.taker, thread.followUp?.outcome]).toEqual(['waiting', null, 'notFixed']);
    expect(thread.replyDueAt).toBe(community.now() + 10 * MINUTE);
  });
});

describe('words of danger', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const urgentTold = async (actor: Actor) =>
    (await community.must(actor, duty.listAlerts, {})).items.filter(({ kind }) => kind === 'urgent');

  it('put a question before all others and alarm both on duty and the secretary at once, wherever it dies', async () => {
    await community.must(uncleLi, desk.askDesk, { message: { text: '路灯不亮' } });
    const key = freshKey();
    for (let operation = 4; operation < 16; operation += 1) {
      community.faults.breakAt(operation, 'after');
      await community.call(auntieZhang, desk.askDesk, { message: { text: '楼下着火了' } }, key);
      community.faults.clear();
      await community.runTimer();
    }
    for (const actor of [staffZhao, staffQian, secretaryBai]) {
      expect(await urgentTold(actor)).toMatchObject([{ isLoud: true, words: '紧急：楼下着火了' }]);
    }
    const { items } = await community.must(staffZhao, desk.listQueue, { filter: 'waiting' });
    expect(items.map(({ title, isUrgent }) => [title, isUrgent])).toEqual([
      ['楼下着火了', true],
      ['路灯不亮', false],
    ]);
  });

  it('are heard in a later message, too', async () => {
    const { thread } = await community.must(auntieZhang, desk.askDesk, { message: { text: '有味道' } });
    const { threadId } = thread;
    await community.must(auntieZhang, desk.sayInThread, { threadId, message: { text: '是煤气味！' } });
    expect(await urgentTold(staffQian)).toHaveLength(1);
  });

  it('are a table that staff extend, and every phone gets', async () => {
    const table = await community.must(auntieZhang, matter.getEmergencyTable, {});
    const extra = [{ word: '老人不见了', kind: 'crime' as const }];
    const input = { version: table.version, extra, gasPhone: '0371-00000096' };
    expect(await community.call(auntieZhang, matter.setEmergencyWords, input)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await community.must(staffZhao, matter.setEmergencyWords, input);
    expect(await community.call(staffQian, matter.setEmergencyWords, input)).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await community.must(auntieZhang, matter.getEmergencyTable, {})).toMatchObject({
      extra,
      gasPhone: '0371-00000096',
    });
    await community.must(auntieZhang, desk.askDesk, { message: { text: '我家老人不见了' } });
    expect(await urgentTold(staffZhao)).toHaveLength(1);
  });
});
