import * as desk from '@domain/desk/desk.actions';
import { getQuestionFigures } from '@domain/desk/faq-keeping.actions';
import { listPublicLeads } from '@domain/desk/faq.actions';
import * as open from '@domain/desk/public-question.actions';
import { moveOut, getMe } from '@domain/people/people.actions';
import type { PersonRecord } from '@domain/people/people.schema';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, volunteerChen, newcomer, staffZhao, staffQian, otherStaff, otherResident } =
  cast;

let community: TestCommunity;
beforeEach(async () => {
  community = await openCommunity({ judgeWords: () => ({ errcode: 0, result: { suggest: 'pass' } }) });
});
afterEach(() => community.close());

const QUESTION = '老年卡在哪里办，我是1号楼1单元101室的张桂兰';
const ask = async (actor = auntieZhang, text = QUESTION) =>
  (await community.must(actor, desk.askDesk, { message: { text } })).thread.threadId;
const proposed = async () => {
  const threadId = await ask();
  await community.must(staffZhao, desk.replyInThread, {
    threadId,
    message: { text: '张阿姨，带身份证到街道便民服务中心办。' },
  });
  return community.must(auntieZhang, open.proposePublic, { threadId });
};
const words = { question: '老年卡在哪里办？', detail: '', answer: '' };
const published = async (answer = '') => {
  const page = await proposed();
  const edit = { questionId: page.card.questionId, version: page.version };
  return community.must(staffZhao, open.publishPublic, { ...edit, ...words, answer });
};
const vet = (role: 'policyExpert' | 'microTeam' = 'policyExpert') =>
  community.must(staffZhao, open.grantVetting, {
    personId: volunteerChen.personId,
    role,
    note: '熟悉养老政策',
  });
const seenBy = async (actor: typeof auntieZhang) =>
  (await community.must(actor, open.listPublic, { filter: 'open' })).items.map(({ question }) => question);

describe('a question made public', () => {
  it('tells nothing personal and is seen by nobody else until staff have read it', async () => {
    const page = await proposed();
    expect(`${page.card.question}${page.detail}`).not.toMatch(/张桂兰|101/);
    expect(page.card).toMatchObject({ status: 'proposed', isMine: true });
    expect(await seenBy(uncleLi)).toEqual([]);
    expect(await community.call(uncleLi, open.getPublic, { questionId: page.card.questionId })).toMatchObject(
      {
        code: 'PUBLIC_NOT_FOUND',
      },
    );
    const review = await community.must(staffZhao, open.listPublicReview, { filter: 'proposed' });
    expect(review.items.map(({ questionId }) => questionId)).toEqual([page.card.questionId]);
    const opened = await community.must(staffZhao, open.openPublic, { questionId: page.card.questionId });
    expect(opened.officialDraft).toBe('某阿姨，带身份证到街道便民服务中心办。');
  });

  it('is found by a neighbour with the same question once staff have published it', async () => {
    await published('带身份证到街道便民服务中心办。');
    expect(await seenBy(uncleLi)).toEqual(['老年卡在哪里办？']);
    const found = await community.must(uncleLi, open.listPublic, { filter: 'open', query: '老年卡' });
    expect(found.items[0]).toMatchObject({ hasConfirmed: true, answerCount: 1, isMine: false });
    const none = await community.must(uncleLi, open.listPublic, { filter: 'open', query: '养狗' });
    expect(none.items).toEqual([]);
    const { items } = await community.must(uncleLi, listPublicLeads, {});
    expect(items.map(({ question }) => question)).toEqual(['老年卡在哪里办？']);
    expect(await seenBy(otherResident)).toEqual([]);
  });

  it('is made once of a thread, by its asker or staff, and by nobody else', async () => {
    const threadId = await ask();
    expect(await community.call(uncleLi, open.proposePublic, { threadId })).toMatchObject({
      code: 'PUBLIC_THREAD_NOT_FOUND',
    });
    expect(await community.call(otherStaff, open.makePublic, { threadId })).toMatchObject({
      code: 'PUBLIC_THREAD_NOT_FOUND',
    });
    const mine = await community.must(auntieZhang, open.proposePublic, { threadId });
    const theirs = await community.must(staffZhao, open.makePublic, { threadId });
    expect(theirs.card.questionId).toBe(mine.card.questionId);
  });

  it('is not published with a number or a door in it, nor over a colleague’s words, nor twice', async () => {
    const page = await proposed();
    const edit = { questionId: page.card.questionId, version: page.version };
    expect(
      await community.call(staffZhao, open.publishPublic, { ...edit, ...words, detail: '打13837112345' }),
    ).toMatchObject({ code: 'PUBLIC_TELLS_PERSONAL' });
    expect(
      await community.call(staffZhao, open.publishPublic, { ...edit, ...words, version: 9 }),
    ).toMatchObject({ code: 'CONFLICT' });
    const first = await community.must(staffZhao, open.publishPublic, { ...edit, ...words });
    expect(
      await community.call(staffQian, open.publishPublic, { ...edit, ...words, version: first.version }),
    ).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FROM_STATE' });
  });

  it('can be declined with a reason, and taken down by its asker but no other neighbour', async () => {
    const page = await proposed();
    const { questionId } = page.card;
    const declined = await community.must(staffZhao, open.declinePublic, { questionId, reason: '涉及隐私' });
    expect(declined.card.status).toBe('declined');
    const threadId = await ask(uncleLi, '电动车在哪里充电');
    const other = await community.must(staffZhao, open.makePublic, { threadId });
    const { card } = await community.must(staffZhao, open.publishPublic, {
      questionId: other.card.questionId,
      version: other.version,
      ...words,
    });
    expect(
      await community.call(auntieZhang, open.withdrawPublic, {
        questionId: card.questionId,
        reason: '不想要',
      }),
    ).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FOR_ROLE' });
    await community.must(uncleLi, open.withdrawPublic, { questionId: card.questionId, reason: '不想公开' });
    expect(await seenBy(auntieZhang)).toEqual([]);
  });
});

describe('"me too" and "thank you"', () => {
  it('count a person once, however often and from wherever it is tapped', async () => {
    const { card, answers } = await published('带身份证到街道办。');
    const { questionId } = card;
    const answerId = answers[0]?.answerId ?? '';
    await Promise.all([
      community.must(uncleLi, open.followPublic, { questionId }),
      community.must(uncleLi, open.followPublic, { questionId }),
      community.must(volunteerChen, open.followPublic, { questionId }),
    ]);
    await community.must(uncleLi, open.thankAnswer, { questionId, answerId });
    const page = await community.must(uncleLi, open.thankAnswer, { questionId, answerId });
    expect(page.answers[0]).toMatchObject({ thankCount: 1, hasThanked: true });
    expect(page.isFollowing).toBe(true);
    expect(page.card.followCount).toBe(2);
    const mine = await community.must(uncleLi, open.listPublic, { filter: 'mine' });
    expect(mine.items.map((item) => item.questionId)).toEqual([questionId]);
    expect(await community.call(uncleLi, open.thankAnswer, { questionId, answerId: 'none' })).toMatchObject({
      code: 'PUBLIC_ANSWER_NOT_FOUND',
    });
  });
});

describe('a neighbour whom staff have vetted', () => {
  it('must be a confirmed resident, and staff’s trust stands in their history until it is withdrawn', async () => {
    const vetted = await vet();
    expect(vetted.roles).toEqual(['policyExpert']);
    expect(vetted.history).toMatchObject([{ words: '聘请 政策小达人：熟悉养老政策', name: '赵敏' }]);
    const grant = (personId: string) =>
      community.call(staffZhao, open.grantVetting, { personId, role: 'policyExpert', note: '热心' });
    expect(await grant(volunteerChen.personId)).toMatchObject({ code: 'VETTING_STANDS' });
    expect(await grant(staffQian.personId)).toMatchObject({ code: 'VETTING_NOT_RESIDENT' });
    expect(await grant('nobody')).toMatchObject({ code: 'VETTING_NOT_FOUND' });
    expect(await grant(otherResident.personId)).toMatchObject({ code: 'VETTING_NOT_FOUND' });
    const list = await community.must(staffQian, open.listVetted, {});
    expect(list.items.map(({ name }) => name)).toEqual([volunteerChen.name]);
    const end = { personId: volunteerChen.personId, role: 'policyExpert', note: '工作忙' } as const;
    await community.must(staffQian, open.revokeVetting, end);
    expect(await community.call(staffQian, open.revokeVetting, end)).toMatchObject({ code: 'VETTING_NONE' });
    const record = await community.database.collection<PersonRecord>('persons').get(volunteerChen.personId);
    expect(record?.history.slice(-2).map(({ move, by }) => [move, by.name])).toEqual([
      ['grantVetting', '赵敏'],
      ['revokeVetting', '钱进'],
    ]);
  });

  it('is chosen among the confirmed residents of a building', async () => {
    const { items } = await community.must(staffZhao, open.listVettingCandidates, { buildingId: 'b03' });
    expect(items.map(({ name }) => name)).toContain(volunteerChen.name);
  });

  it('stops being one when they move out', async () => {
    await vet();
    await community.must(volunteerChen, moveOut, {});
    expect((await community.must(volunteerChen, getMe, {})).roles).not.toContain('policyExpert');
  });

  it('answers publicly, marked as not yet checked, until staff confirm it', async () => {
    const { card } = await published();
    await vet('microTeam');
    const text = '我上周刚办过，带身份证和照片去街道。';
    const { questionId } = card;
    const page = await community.must(volunteerChen, open.answerPublic, { questionId, text });
    const [answer] = page.answers;
    expect(answer).toMatchObject({ capacity: 'microTeam', verdict: 'pending', name: volunteerChen.name });
    const pending = await community.must(staffZhao, open.listPublicReview, { filter: 'pending' });
    expect(pending.items.map((item) => item.pendingCount)).toEqual([1]);
    const answerId = answer?.answerId ?? '';
    const judgement = { verdict: 'confirmed' } as const;
    await community.must(staffZhao, open.judgeAnswer, { questionId, answerId, judgement });
    const seen = await community.must(uncleLi, open.getPublic, { questionId });
    expect(seen.answers[0]).toMatchObject({ verdict: 'confirmed', judgedBy: '赵敏' });
    expect((await community.must(staffZhao, open.listPublicReview, { filter: 'pending' })).items).toEqual([]);
  });

  it('is set right by staff in everybody’s sight, or taken out of it', async () => {
    const { card } = await published();
    await vet();
    const { questionId } = card;
    for (const text of ['要交二十块钱才能办下来。', '别去了，没人管这个事情。'])
      await community.must(volunteerChen, open.answerPublic, { questionId, text });
    const { answers } = await community.must(staffZhao, open.getPublic, { questionId });
    const [wrong = '', rude = ''] = answers.map(({ answerId }) => answerId);
    const correction = '办理免费，不收工本费。';
    await community.must(staffZhao, open.judgeAnswer, {
      questionId,
      answerId: wrong,
      judgement: { verdict: 'corrected', correction },
    });
    await community.must(staffZhao, open.judgeAnswer, {
      questionId,
      answerId: rude,
      judgement: { verdict: 'hidden' },
    });
    const seen = await community.must(uncleLi, open.getPublic, { questionId });
    expect(seen.answers).toMatchObject([{ verdict: 'corrected', correction, judgedBy: '赵敏' }]);
  });

  it('is never ranked: answers stand in the order in which they were written, whoever is thanked more', async () => {
    const { card } = await published();
    await vet();
    const { questionId } = card;
    for (const text of ['先写的一条解答内容。', '后写的一条解答内容。']) {
      await community.must(volunteerChen, open.answerPublic, { questionId, text });
      community.advance(1000);
    }
    const { answers } = await community.must(uncleLi, open.getPublic, { questionId });
    await community.must(uncleLi, open.thankAnswer, { questionId, answerId: answers[1]?.answerId ?? '' });
    const later = await community.must(auntieZhang, open.getPublic, { questionId });
    expect(later.answers.map(({ text }) => text)).toEqual(['先写的一条解答内容。', '后写的一条解答内容。']);
  });

  it('is the only kind of neighbour who may answer, and tells nobody’s number', async () => {
    const { card } = await published();
    const { questionId } = card;
    const text = '请到街道办理就可以。';
    for (const actor of [uncleLi, newcomer, volunteerChen])
      expect(await community.call(actor, open.answerPublic, { questionId, text })).toMatchObject({
        code: 'NOT_ALLOWED',
      });
    await vet();
    expect(
      await community.call(volunteerChen, open.answerPublic, { questionId, text: '打13837112345问他' }),
    ).toMatchObject({ code: 'PUBLIC_TELLS_PERSONAL' });
    const key = freshKey();
    await community.must(volunteerChen, open.answerPublic, { questionId, text }, key);
    const again = await community.must(volunteerChen, open.answerPublic, { questionId, text }, key);
    expect(again.answers).toHaveLength(1);
  });

  it('takes a question off the desk, counted once as answered by a neighbour', async () => {
    const { card } = await published();
    await vet();
    const { questionId } = card;
    const text = '我上周刚办过，去街道办理。';
    const page = await community.must(volunteerChen, open.answerPublic, { questionId, text });
    const answerId = page.answers[0]?.answerId ?? '';
    await community.must(uncleLi, open.publicSolved, { questionId, answerId });
    await community.must(uncleLi, open.publicSolved, { questionId, answerId });
    const figures = await community.must(staffZhao, getQuestionFigures, { days: 7 });
    expect(figures.days.at(-1)).toMatchObject({ neighbourCount: 1, askedCount: 1, questionCount: 2 });
  });
});
