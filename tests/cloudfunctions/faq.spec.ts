import * as desk from '@domain/desk/desk.actions';
import * as keeping from '@domain/desk/faq-keeping.actions';
import * as resident from '@domain/desk/faq.actions';
import type { FaqHelp } from '@domain/desk/faq-help.schema';
import type { FaqEntry } from '@domain/desk/faq.schema';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, staffZhao, staffQian, secretaryBai, otherStaff, otherResident } = cast;

const faq = { ...keeping, ...resident };

let community: TestCommunity;
beforeEach(async () => {
  community = await openCommunity();
});
afterEach(() => community.close());

const heating = {
  question: '暖气不热怎么办？',
  answer: '先看阀门是否打开，再放一次气；仍不热请报修。',
  keywords: ['暖气不热', '供暖'],
  source: '本市供热管理规定',
  ownerId: staffZhao.personId,
  reviewOn: '2027-03-01',
};
const publish = async (entry = heating) => {
  const drafted = await community.must(staffZhao, faq.draftFaq, { entry });
  const { faqId } = drafted.card;
  return community.must(staffZhao, faq.publishFaq, { faqId, version: drafted.version, entry });
};
const ask = (actor: typeof auntieZhang, text: string, faqShown: string[] = []) =>
  community.must(actor, desk.askDesk, { message: { text }, faqShown });
const gather = async () => {
  community.advance(2 * MINUTE);
  await community.runTimer();
};

describe('keeping an answer', () => {
  it('goes from a draft to everybody’s phone, with an owner, a source and a date to check it again', async () => {
    const sheet = await publish();
    expect(sheet.card).toMatchObject({ status: 'published', ownerName: '赵敏', source: heating.source });
    expect(sheet.moves).toEqual(['change', 'check', 'retire']);
    const { items } = await community.must(auntieZhang, faq.listFaqChanges, {});
    expect(items.map(({ question }) => question)).toEqual([heating.question]);
    const answers = await community.must(auntieZhang, faq.getFaqAnswers, { faqIds: [sheet.card.faqId] });
    expect(answers.items).toMatchObject([{ answer: heating.answer, owner: '赵敏', reviewOn: '2027-03-01' }]);
  });

  it('shows a draft to nobody but staff', async () => {
    const { card } = await community.must(staffZhao, faq.draftFaq, { entry: { ...heating, answer: '' } });
    expect((await community.must(auntieZhang, faq.listFaqChanges, {})).items).toEqual([]);
    const answers = await community.must(auntieZhang, faq.getFaqAnswers, { faqIds: [card.faqId] });
    expect(answers.items).toEqual([]);
    expect(await community.call(auntieZhang, faq.faqSolved, { faqId: card.faqId })).toMatchObject({
      code: 'FAQ_NOT_FOUND',
    });
  });

  it('publishes nothing without an answer or a source, with a date gone by, or with somebody’s number or door', async () => {
    const drafted = await community.must(staffZhao, faq.draftFaq, { entry: heating });
    const edit = { faqId: drafted.card.faqId, version: drafted.version };
    const tryWith = (entry: object) =>
      community.call(staffZhao, faq.publishFaq, { ...edit, entry: { ...heating, ...entry } });
    expect(await tryWith({ answer: '' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await tryWith({ source: '' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await tryWith({ reviewOn: '2026-11-22' })).toMatchObject({ code: 'FAQ_REVIEW_PAST' });
    expect(await tryWith({ answer: '请打13837112345找王师傅。' })).toMatchObject({
      code: 'FAQ_TELLS_PERSONAL',
    });
    expect(await tryWith({ question: '3号楼2单元1502室漏水怎么办' })).toMatchObject({
      code: 'FAQ_TELLS_PERSONAL',
    });
    expect(await tryWith({ ownerId: auntieZhang.personId })).toMatchObject({ code: 'FAQ_OWNER_NOT_STAFF' });
    expect(await tryWith({ ownerId: otherStaff.personId })).toMatchObject({ code: 'FAQ_OWNER_NOT_STAFF' });
  });

  it('does not let one keeper overwrite what another has just changed', async () => {
    const sheet = await publish();
    const { faqId } = sheet.card;
    const change = (actor: typeof staffZhao, answer: string) =>
      community.call(actor, faq.changeFaq, { faqId, version: sheet.version, entry: { ...heating, answer } });
    expect(await change(staffQian, '新的回答一，请照办。')).toMatchObject({ ok: true });
    expect(await change(staffZhao, '新的回答二，请照办。')).toMatchObject({ code: 'CONFLICT' });
    const { history, answer } = await community.must(staffZhao, faq.openFaq, { faqId });
    expect(answer).toBe('新的回答一，请照办。');
    expect(history.map(({ move, name }) => [move, name])).toEqual([
      ['修改', '钱进'],
      ['发布', '赵敏'],
      ['新建', '赵敏'],
    ]);
  });

  it('stores a repeated tap once', async () => {
    const key = freshKey();
    const first = await community.must(staffZhao, faq.draftFaq, { entry: heating }, key);
    const again = await community.must(staffZhao, faq.draftFaq, { entry: heating }, key);
    expect(again.card.faqId).toBe(first.card.faqId);
    const list = await community.must(staffZhao, faq.listFaqForStaff, { filter: 'draft' });
    expect(list.items).toHaveLength(1);
  });

  it('flags an answer past its date, and a check today makes it current again', async () => {
    const { card } = await publish({ ...heating, reviewOn: '2026-11-25' });
    const overdue = async () =>
      (await community.must(staffQian, faq.listFaqForStaff, { filter: 'overdue' })).items.map(
        ({ faqId }) => faqId,
      );
    expect(await overdue()).toEqual([]);
    community.advance(5 * DAY);
    expect(await overdue()).toEqual([card.faqId]);
    expect(
      await community.call(staffQian, faq.checkFaq, { faqId: card.faqId, reviewOn: '2026-11-20' }),
    ).toMatchObject({ code: 'FAQ_REVIEW_PAST' });
    const checked = await community.must(staffQian, faq.checkFaq, {
      faqId: card.faqId,
      reviewOn: '2027-05-01',
    });
    expect(checked.history[0]).toMatchObject({ move: '核对无误', name: '钱进', note: '下次核对 2027-05-01' });
    expect(await overdue()).toEqual([]);
  });

  it('takes a retired answer off the phones that have it, and may bring it back as a draft', async () => {
    const { card } = await publish();
    const { cursor } = await community.must(auntieZhang, faq.listFaqChanges, {});
    community.advance(MINUTE);
    await community.must(staffZhao, faq.retireFaq, { faqId: card.faqId, reason: '供热公司换了' });
    const { items, gone } = await community.must(auntieZhang, faq.listFaqChanges, { since: cursor });
    expect({ items, gone }).toEqual({ items: [], gone: [card.faqId] });
    expect(
      await community.call(staffZhao, faq.checkFaq, { faqId: card.faqId, reviewOn: '2027-05-01' }),
    ).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FROM_STATE' });
    const restored = await community.must(staffZhao, faq.restoreFaq, { faqId: card.faqId });
    expect(restored.card.status).toBe('draft');
    const revised = await community.must(staffZhao, faq.reviseFaq, {
      faqId: card.faqId,
      version: restored.version,
      entry: { ...heating, answer: '' },
    });
    expect(revised.answer).toBe('');
  });

  it('finds entries by words in any part of the list, page after page', async () => {
    for (let index = 0; index < 23; index += 1) {
      await publish({ ...heating, question: `暖气问题第${index}号怎么办？` });
      community.advance(1000);
    }
    await publish({ ...heating, question: '狗证在哪里办？', keywords: ['狗证'] });
    const dog = await community.must(staffZhao, faq.listFaqForStaff, { filter: 'published', query: '狗证' });
    expect(dog.items.map(({ question }) => question)).toEqual(['狗证在哪里办？']);
    const first = await community.must(staffZhao, faq.listFaqForStaff, { filter: 'published' });
    const rest = await community.must(staffZhao, faq.listFaqForStaff, {
      filter: 'published',
      cursor: first.nextCursor ?? '',
    });
    expect(new Set([...first.items, ...rest.items].map(({ faqId }) => faqId)).size).toBe(24);
  });

  it('stays with the community: another one’s staff and residents see and change nothing', async () => {
    const { card } = await publish();
    expect(await community.call(otherStaff, faq.openFaq, { faqId: card.faqId })).toMatchObject({
      code: 'FAQ_NOT_FOUND',
    });
    expect((await community.must(otherResident, faq.listFaqChanges, {})).items).toEqual([]);
    expect(await community.call(otherResident, faq.faqSolved, { faqId: card.faqId })).toMatchObject({
      code: 'FAQ_NOT_FOUND',
    });
    const owners = await community.must(staffZhao, faq.listFaqOwners, {});
    expect(owners.items.map(({ name }) => name).sort()).toEqual(['白蕊', '赵敏', '钱进'].sort());
  });

  it('reaches a phone page after page, and afterwards only what changed', async () => {
    const made = await publish();
    const pattern = await community.database.collection<FaqEntry>('faq_entries').get(made.card.faqId);
    if (!pattern) throw new Error('nothing was published');
    const more = Array.from({ length: 700 }, (_, index) => ({
      ...pattern,
      _id: `faq-more-${String(index).padStart(4, '0')}`,
      updatedAt: pattern.updatedAt - index * MINUTE,
    }));
    for (const entry of more) await community.database.collection<FaqEntry>('faq_entries').insert(entry);
    const first = await community.must(auntieZhang, faq.listFaqChanges, {});
    expect([first.items.length, first.hasMore]).toEqual([500, true]);
    const second = await community.must(auntieZhang, faq.listFaqChanges, { since: first.cursor });
    expect([second.items.length, second.hasMore]).toEqual([201, false]);
    community.advance(HOUR);
    await publish({ ...heating, question: '新来的一条怎么办？' });
    const later = await community.must(auntieZhang, faq.listFaqChanges, { since: second.cursor });
    expect(later.items.map(({ question }) => question)).toContain('新来的一条怎么办？');
  });
});

describe('an entry made of a thread', () => {
  it('starts without names, numbers, doors and plates, and is stored only when staff have edited it', async () => {
    const { thread } = await ask(auntieZhang, '我是张桂兰，1号楼1单元101室，暖气不热，电话13837112345');
    await community.must(staffZhao, desk.replyInThread, {
      threadId: thread.threadId,
      message: { text: '张阿姨您好，先放气，不行打13900001111找王师傅，他的车是豫A12345。' },
    });
    const proposal = await community.must(staffZhao, faq.proposeFaq, { threadId: thread.threadId });
    const words = `${proposal.question}\n${proposal.answer}`;
    expect(words).not.toMatch(/张桂兰|张阿姨|王师傅|101室|138371|1390000|豫A/);
    expect(words).toContain('暖气不热');
    expect(proposal.maskedCount).toBeGreaterThanOrEqual(6);
    expect((await community.must(staffZhao, faq.listFaqForStaff, { filter: 'draft' })).items).toEqual([]);
    const { question, answer } = proposal;
    const sheet = await community.must(staffZhao, faq.draftFaq, {
      entry: { ...heating, question, answer },
      threadId: thread.threadId,
    });
    expect(sheet).toMatchObject({ threadId: thread.threadId, card: { origin: 'thread', status: 'draft' } });
  });

  it('cannot be made of another community’s thread, nor of none', async () => {
    const { thread } = await ask(auntieZhang, '暖气不热');
    for (const [actor, threadId] of [
      [otherStaff, thread.threadId],
      [staffZhao, 'no-such-thread'],
    ] as const) {
      expect(await community.call(actor, faq.proposeFaq, { threadId })).toMatchObject({
        code: 'FAQ_THREAD_NOT_FOUND',
      });
    }
  });
});

describe('"did this answer it?"', () => {
  const helped = async (faqId: string) =>
    (await community.must(staffZhao, faq.openFaq, { faqId })).card.helpedCount;

  it('counts a person once a day, however often it is tapped or sent again', async () => {
    const { faqId } = (await publish()).card;
    const key = freshKey();
    await community.must(auntieZhang, faq.faqSolved, { faqId }, key);
    await community.must(auntieZhang, faq.faqSolved, { faqId }, key);
    await community.must(auntieZhang, faq.faqSolved, { faqId });
    await community.must(auntieZhang, desk.faqHelped, { faqId });
    expect(await helped(faqId)).toBe(1);
    await community.must(uncleLi, faq.faqSolved, { faqId });
    community.advance(DAY);
    await community.must(auntieZhang, faq.faqSolved, { faqId });
    expect(await helped(faqId)).toBe(3);
  });

  it('counts exactly even when a write is cut off in the middle', async () => {
    const { faqId } = (await publish()).card;
    for (const [at, when] of [
      [3, 'before'],
      [3, 'after'],
      [4, 'before'],
      [5, 'after'],
    ] as const) {
      const key = freshKey();
      community.faults.breakAt(at, when);
      const tries = [1, 2, 3].map(() => () => community.call(auntieZhang, faq.faqSolved, { faqId }, key));
      for (const attempt of tries) await attempt();
    }
    await community.runTimer();
    expect(await helped(faqId)).toBe(1);
  });

  it('is taken back when the same person asks the desk all the same', async () => {
    const { faqId } = (await publish()).card;
    await community.must(auntieZhang, faq.faqSolved, { faqId });
    await community.must(uncleLi, faq.faqSolved, { faqId });
    community.advance(MINUTE);
    await ask(auntieZhang, '暖气还是不热，请来看看', [faqId]);
    await gather();
    const rows = await community.database
      .collection<FaqHelp>('faq_helps')
      .find({ where: { subjectId: faqId, status: 'void' }, limit: 10 });
    expect(rows.map(({ personId }) => personId)).toEqual([auntieZhang.personId]);
    const today = (await community.must(staffZhao, faq.getQuestionFigures, { days: 7 })).days.at(-1);
    expect(today).toMatchObject({ askedCount: 1, deflectedCount: 1, questionCount: 2 });
    expect((await community.must(staffZhao, faq.openFaq, { faqId })).refusedCount).toBe(1);
  });
});

describe('questions without an answer', () => {
  const asked = async () =>
    (await community.must(staffZhao, faq.listFaqForStaff, { filter: 'asked' })).items.map(
      ({ question, askedCount, ownerName }) => ({ question, askedCount, ownerName }),
    );

  it('become drafts without personal details, kept by the secretary, counted when asked again', async () => {
    await publish();
    await ask(auntieZhang, '门禁卡丢了在哪里补办，我电话13837112345');
    await gather();
    await ask(uncleLi, '门禁卡丢了去哪里补办呀');
    await gather();
    await gather();
    expect(await asked()).toEqual([
      { question: expect.stringContaining('门禁卡丢了'), askedCount: 2, ownerName: secretaryBai.name },
    ]);
    expect((await asked())[0]?.question).not.toContain('13837112345');
  });

  it('are not those an entry answers, unless it was shown and did not help', async () => {
    const { faqId } = (await publish()).card;
    await ask(auntieZhang, '家里暖气不热怎么办啊');
    await gather();
    expect(await asked()).toEqual([]);
    await ask(uncleLi, '家里暖气不热怎么办啊', [faqId]);
    await gather();
    expect(await asked()).toEqual([expect.objectContaining({ askedCount: 1 })]);
  });

  it('are counted once for a thread though the timer dies at any step', async () => {
    await ask(auntieZhang, '门禁卡丢了在哪里补办');
    await ask(uncleLi, '门禁卡丢了在哪里补办呢');
    community.advance(2 * MINUTE);
    for (const at of [18, 19, 20, 21, 22, 23, 24]) {
      community.faults.breakAt(at, at % 2 === 0 ? 'after' : 'before');
      await community.runTimer();
    }
    await community.runTimer();
    expect(await asked()).toEqual([expect.objectContaining({ askedCount: 2 })]);
  });
});

describe('the figures of a day', () => {
  it('equal a recount, cost a bounded number of reads, and are filed once the day is over', async () => {
    const { faqId } = (await publish()).card;
    const { thread } = await ask(auntieZhang, '楼道灯不亮了');
    await ask(uncleLi, '电梯门关不上');
    await community.must(uncleLi, faq.faqSolved, { faqId });
    await community.must(staffZhao, desk.replyInThread, {
      threadId: thread.threadId,
      message: { text: '马上来看' },
    });
    const today = { askedCount: 2, deflectedCount: 1, neighbourCount: 0, staffCount: 1, questionCount: 3 };
    const figures = await community.must(staffZhao, faq.getQuestionFigures, { days: 7 });
    expect(figures.days).toHaveLength(7);
    expect(figures.days.at(-1)).toMatchObject(today);
    expect(figures.baseline).toEqual({ beforePerDay: 300, nowPerDay: 100 });
    // 02:10 now; the next day's files are written after ten past midnight.
    community.advance(22 * HOUR + 5 * MINUTE);
    await community.runTimer();
    await community.runTimer();
    const filed = await community.database
      .collection<{ _id: string; date: string }>('desk_days')
      .find({ where: { communityId: 'test-community', date: '2026-11-22' }, limit: 5 });
    expect(filed).toMatchObject([{ askedCount: 2, staffCount: 1, deflectedCount: 1 }]);
    const next = await community.must(staffZhao, faq.getQuestionFigures, { days: 7 });
    expect(next.days.at(-2)).toMatchObject(today);
    expect(next.days.at(-1)).toMatchObject({ questionCount: 0 });
  });
});
