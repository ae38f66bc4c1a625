import { allActions } from '@domain/index';
import { askDesk, takeThread } from '@domain/desk/desk.actions';
import { ROLES, type Role } from '@domain/kernel/roles';
import type { PersonRecord } from '@domain/people/people.schema';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, staffZhao } = cast;

describe('every call', () => {
  let community: TestCommunity;
  beforeAll(async () => {
    community = await openCommunity();
  });
  afterAll(() => community.close());

  it.each(allActions.map((action) => [action.name, action] as const))(
    '%s is refused without signing in',
    async (_name, action) => {
      const reply = await community.invoke(
        action.audience,
        { action: action.name, input: {}, key: freshKey() },
        null,
      );
      expect(reply).toMatchObject({ ok: false, code: 'SIGN_IN_REQUIRED' });
    },
  );

  it.each(allActions.map((action) => [action.name, action] as const))(
    '%s is answered by one function only',
    async (_name, action) => {
      const others = (['resident', 'staff', 'jobs'] as const).filter(
        (audience) => audience !== action.audience,
      );
      for (const audience of others) {
        const reply = await community.invoke(
          audience,
          { action: action.name, input: {}, key: freshKey() },
          auntieZhang.openid,
        );
        expect(reply).toMatchObject({ ok: false, code: 'UNKNOWN_ACTION' });
      }
    },
  );

  it('is held to the roles of its contract: every role, every action', async () => {
    const persons = community.database.collection<PersonRecord>('persons');
    const probe = cast.uncleLi;
    const leaks: string[] = [];
    for (const role of ROLES) {
      await persons.updateOne({ _id: probe.personId }, { roles: [role] });
      for (const action of allActions) {
        // Ids that exist nowhere: whoever may call gets past the gate and meets "not found" or a fault in the input.
        const input = probeInput(action.name);
        const reply = await community.invoke(
          action.audience,
          { action: action.name, input, key: freshKey() },
          probe.openid,
        );
        const isRefused = !reply.ok && reply.code === 'NOT_ALLOWED';
        const mayCall = (action.by as readonly Role[]).includes(role);
        if (!reply.ok && reply.code === 'INVALID_INPUT')
          leaks.push(`${action.name}: the probe input is not valid`);
        if (isRefused === mayCall) leaks.push(`${role} ${action.name}: ${reply.ok ? 'ok' : reply.code}`);
      }
    }
    expect(leaks).toEqual([]);
  });

  it('takes identity from the platform, whatever the body claims', async () => {
    const forged = {
      action: takeThread.name,
      input: { threadId: 'x' },
      key: freshKey(),
      openid: staffZhao.openid,
      WX_OPENID: staffZhao.openid,
    };
    expect(await community.invoke('staff', forged, auntieZhang.openid)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('needs a key to write, and a key that is one', async () => {
    for (const key of [undefined, '', 'short', 'x'.repeat(65), 42, '有汉字的键有汉字的键有汉字的键']) {
      const event = { action: askDesk.name, input: { message: { text: '在吗' } }, key };
      expect(await community.invoke('resident', event, auntieZhang.openid)).toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
  });

  it('writes no name, text or identity into a log', async () => {
    await community.must(auntieZhang, askDesk, { message: { text: '我家住101，电话13800138000' } });
    const log = JSON.stringify(community.events);
    expect(log).toContain('thread.ask');
    expect(log).not.toMatch(/13800138000|张桂兰|o-zhang/);
  });

  it('answers an unexpected failure with a plain code, and logs where it was', async () => {
    const broken = await openCommunity();
    broken.faults.breakAt(1, 'before');
    expect(
      await broken.invoke('resident', { action: 'me.get', input: {} }, auntieZhang.openid),
    ).toMatchObject({ ok: false, code: 'INTERNAL' });
    expect(broken.events).toContainEqual(expect.objectContaining({ event: 'call.failed' }));
    broken.close();
  });
});

const FUTURE = 1_900_000_000_000;
const notice = {
  kind: 'water',
  level: 'blue',
  title: '停水',
  body: '停水一天',
  whatToDo: '储水',
  issuer: '社区',
  startsAt: FUTURE,
  endsAt: FUTURE + 1000,
  target: { kind: 'all' },
};
const activity = {
  title: '课程',
  summary: '内容',
  category: 'craft',
  place: '社区',
  host: '社区',
  startsAt: FUTURE,
  endsAt: FUTURE + 1000,
  enrolUntil: FUTURE - 1000,
  seats: 1,
};
const card = { title: '一个书包', detail: '', category: 'schoolbag', phone: '13800138000' };

const faqEntry = {
  question: '怎么办',
  answer: '这样办就行。',
  keywords: [],
  source: '社区',
  ownerId: 'nobody',
  reviewOn: '2099-01-01',
};

/** An input that the action's schema lets through, so that the answer is about the person. */
function probeInput(name: string): object {
  const id = 'nothing-there';
  const phrase = { label: '核实', text: '马上核实。', digit: null };
  const inputs: Record<string, object> = {
    'binding.request': { buildingId: 'b99', entrance: 1, room: '101', name: '某人', phone: '13800138000' },
    'binding.refuse': { personId: id, reason: '不符' },
    'thread.ask': { message: { text: '在吗' } },
    'thread.say': { threadId: id, message: { text: '在吗' } },
    'thread.older': { threadId: id, chunkNo: 1 },
    'thread.read': { threadId: id, seq: 1 },
    'thread.sync': { since: FUTURE },
    'desk.sync': { since: FUTURE },
    'desk.older': { threadId: id, chunkNo: 1 },
    'desk.queue': { filter: 'waiting' },
    'desk.reply': { threadId: id, message: { text: '您好' } },
    'desk.handBack': { threadId: id, reason: '交接' },
    'desk.search': { query: '水管' },
    'thread.search': { query: '水管' },
    'desk.read': { threadId: id, seq: 1 },
    'record.who': { query: '3-2-501' },
    'record.make': { channel: 'phone', callerName: '某人', text: '在吗' },
    'note.add': { threadId: id, text: '先看看' },
    'desk.transfer': { threadId: id, toPersonId: id, reason: '交接' },
    'desk.merge': { threadId: id, otherId: id },
    'desk.relate': { threadId: id, otherId: id },
    'desk.split': { threadId: id, messageIds: [id] },
    'watch.start': { threadId: id, who: '门岗', what: '扫水', from: FUTURE, until: FUTURE + 1000 },
    'watch.end': { threadId: id, watchId: id, next: null },
    'desk.asked': { from: FUTURE, to: FUTURE + 1000, isOpen: true },
    'desk.look': { threadId: null, isTyping: false },
    'phrase.add': phrase,
    'phrase.change': { phraseId: id, version: 1, phrase },
    'phrase.remove': { phraseId: id },
    'duty.roster': { from: FUTURE },
    'shift.weeks': { from: FUTURE, days: 7 },
    'shift.fill': { startsAt: FUTURE, weeks: 1, shiftHours: 24, perShift: 2, order: [id] },
    'shift.add': { startsAt: FUTURE, endsAt: FUTURE + 86_400_000, personIds: [id] },
    'shift.change': {
      shiftId: id,
      version: 1,
      shift: { startsAt: FUTURE, endsAt: FUTURE + 86_400_000, personIds: [id] },
    },
    'shift.remove': { shiftId: id },
    'shift.askSwap': { shiftId: id, toPersonId: id, inReturnShiftId: null },
    'shift.answerSwap': { shiftId: id, isAccepted: true },
    'shift.withdrawSwap': { shiftId: id },
    'shift.callOff': { shiftId: id, personId: id, reason: 'sick' },
    'shift.cover': { shiftId: id, personId: id },
    'desk.setTimes': {
      replyWithinMinutes: 10,
      otherAfterMinutes: 5,
      nextPairAfterMinutes: 10,
      secretaryAfterMinutes: 15,
      warnDaysAhead: 7,
      followUpAfterDays: 3,
    },
    'figure.get': { fromOn: '2026-11-01', untilOn: '2026-11-30' },
    'figure.list': { fromOn: '2026-11-01', untilOn: '2026-11-30', count: 'late' },
    'figure.sheet': { fromOn: '2026-11-01', untilOn: '2026-11-30' },
    'desk.setTopic': { threadId: id, topic: 'repair' },
    'grid.older': { threadId: id, chunkNo: 1 },
    'alert.seen': { upTo: FUTURE },
    'handover.get': { handoverId: id },
    'handover.note': { handoverId: id, itemId: id, text: '已联系物业' },
    'handover.sign': { handoverId: id },
    'desk.pause': { threadId: id, reason: 'parts', until: FUTURE },
    'promise.make': { threadId: id, words: '师傅上门', dueAt: FUTURE },
    'promise.keep': { threadId: id, promiseId: id },
    'promise.break': { threadId: id, promiseId: id },
    'promise.postpone': { threadId: id, promiseId: id, dueAt: FUTURE },
    'emergency.set': { version: 1, extra: [{ word: '老人不见了', kind: 'crime' }], gasPhone: '' },
    'thread.rate': { threadId: id, rating: { score: 'good' } },
    'desk.followUp': { threadId: id, outcome: 'fixed', rating: null },
    'faq.helped': { faqId: id },
    'faq.answers': { faqIds: [id] },
    'faq.solved': { faqId: id },
    'faq.desk': { filter: 'published' },
    'faq.open': { faqId: id },
    'faq.draft': { entry: faqEntry },
    'faq.revise': { faqId: id, version: 1, entry: faqEntry },
    'faq.publish': { faqId: id, version: 1, entry: faqEntry },
    'faq.change': { faqId: id, version: 1, entry: faqEntry },
    'faq.check': { faqId: id, reviewOn: '2099-01-01' },
    'faq.retire': { faqId: id, reason: '过时' },
    'faq.restore': { faqId: id },
    'faq.figures': { days: 7 },
    'public.list': { filter: 'open' },
    'public.get': { questionId: id },
    'public.answer': { questionId: id, text: '请到物业登记。' },
    'public.follow': { questionId: id },
    'public.thank': { questionId: id, answerId: id },
    'public.solved': { questionId: id, answerId: id },
    'public.withdraw': { questionId: id, reason: '不想公开' },
    'public.review': { filter: 'proposed' },
    'public.open': { questionId: id },
    'public.publish': { questionId: id, version: 1, question: '怎么办', detail: '', answer: '' },
    'public.decline': { questionId: id, reason: '不合适' },
    'public.judge': { questionId: id, answerId: id, judgement: { verdict: 'confirmed' } },
    'vetting.candidates': { buildingId: 'b01' },
    'vetting.grant': { personId: id, role: 'policyExpert', note: '热心' },
    'vetting.revoke': { personId: id, role: 'policyExpert', note: '搬走' },
    'wish.wall': { filter: 'open' },
    'wish.review': { filter: 'submitted' },
    'wish.unclaimed': { from: FUTURE, to: FUTURE + 1000 },
    'wish.submit': card,
    'wish.record': { ...card, contactName: '某人', place: '某处' },
    'wish.release': { wishId: id, reason: '有事' },
    'wish.fulfil': { wishId: id, done: { note: '完成', photos: [] } },
    'wish.thank': { wishId: id, thanks: '谢谢' },
    'wish.publish': { wishId: id, words: { title: '一个书包', detail: '' } },
    'wish.decline': { wishId: id, reason: '重复' },
    'activity.list': { filter: 'upcoming' },
    'activity.publish': activity,
    'activity.revise': { activityId: id, content: activity },
    'activity.cancel': { activityId: id, reason: '改期' },
    'notice.list': { filter: 'active' },
    'notice.desk': { filter: 'draft' },
    'notice.draft': notice,
    'notice.edit': { noticeId: id, content: notice },
    'notice.revise': { noticeId: id, content: notice },
    'notice.cancel': { noticeId: id, reason: '改期' },
    'notice.answer': { noticeId: id, revision: 1, answer: 'acknowledged' },
    'notice.reachOf': { noticeId: id, buildingId: 'b01' },
    'notice.recordAnswer': { noticeId: id, householdId: 'b01-1-101', revision: 1, answer: 'acknowledged' },
  };
  return inputs[name] ?? { threadId: id, wishId: id, activityId: id, noticeId: id, personId: id };
}
