import * as desk from '@domain/desk/desk.actions';
import * as open from '@domain/desk/public-question.actions';
import * as wishes from '@domain/wishes/wish.actions';
import { cast } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, volunteerChen, staffZhao, secretaryBai, otherStaff } = cast;

const says = (suggest: string) => () => ({ errcode: 0, errmsg: 'ok', result: { suggest, label: 100 } });
const isDown = () => {
  throw new Error('WeChat cannot be reached');
};

let community: TestCommunity | undefined;
const opened = async (judgeWords?: (request: unknown) => object): Promise<TestCommunity> => {
  community = await openCommunity(judgeWords ? { judgeWords } : {});
  return community;
};
afterEach(() => community?.close());

/** A public question that a vetted neighbour may answer. */
async function publicQuestion(at: TestCommunity): Promise<string> {
  const { thread } = await at.must(auntieZhang, desk.askDesk, { message: { text: '老年卡在哪里办' } });
  const made = await at.must(staffZhao, open.makePublic, { threadId: thread.threadId });
  const { questionId } = made.card;
  const words = { question: '老年卡在哪里办？', detail: '', answer: '' };
  await at.must(staffZhao, open.publishPublic, { questionId, version: made.version, ...words });
  const vetted = { personId: volunteerChen.personId, role: 'policyExpert' as const, note: '退休前在社保所' };
  await at.must(staffZhao, open.grantVetting, vetted);
  return questionId;
}

/** A wish that has come true, with a note of whoever made it so. */
async function wishComeTrue(at: TestCommunity, note = '书包已送到'): Promise<string> {
  const card = { title: '一个书包', detail: '', category: 'schoolbag' as const, phone: '13837112345' };
  const { wishId } = await at.must(auntieZhang, wishes.submitWish, card);
  await at.must(staffZhao, wishes.publishWish, { wishId, words: { title: card.title, detail: '' } });
  await at.must(volunteerChen, wishes.claimWish, { wishId });
  await at.must(volunteerChen, wishes.fulfilWish, { wishId, done: { note, photos: [] } });
  return wishId;
}

const ANSWER = '我上周刚办，带身份证去街道。';
const answersSeenBy = async (at: TestCommunity, actor: typeof uncleLi, questionId: string) =>
  (await at.must(actor, open.getPublic, { questionId })).answers.map(({ text }) => text);

describe('a neighbour’s public answer', () => {
  it('is shown at once when the platform passes it, with its author and words as they are', async () => {
    const asked: unknown[] = [];
    const at = await opened((request) => (asked.push(request), says('pass')()));
    const questionId = await publicQuestion(at);
    await at.must(volunteerChen, open.answerPublic, { questionId, text: ANSWER });
    expect(await answersSeenBy(at, uncleLi, questionId)).toEqual([ANSWER]);
    expect(asked).toEqual([{ openid: volunteerChen.openid, scene: 3, version: 2, content: ANSWER }]);
  });

  it.each([
    ['unsure', says('review')],
    ['down', isDown],
    ['not there', undefined],
  ])('is read by staff first when the platform is %s', async (_how, judge) => {
    const at = await opened(judge);
    const questionId = await publicQuestion(at);
    const page = await at.must(volunteerChen, open.answerPublic, { questionId, text: ANSWER });
    expect(page.answers).toMatchObject([{ text: ANSWER, isHeld: true, isMine: true }]);
    expect(await answersSeenBy(at, uncleLi, questionId)).toEqual([]);
    const [card] = (await at.must(uncleLi, open.listPublic, { filter: 'open' })).items;
    expect(card?.answerCount).toBe(0);
    const answerId = page.answers[0]?.answerId ?? '';
    expect(await at.call(uncleLi, open.thankAnswer, { questionId, answerId })).toMatchObject({
      code: 'PUBLIC_ANSWER_NOT_FOUND',
    });
    await at.must(staffZhao, open.judgeAnswer, {
      questionId,
      answerId,
      judgement: { verdict: 'confirmed' },
    });
    expect(await answersSeenBy(at, uncleLi, questionId)).toEqual([ANSWER]);
  });

  it('is not stored when the platform refuses it', async () => {
    const at = await opened(says('risky'));
    const questionId = await publicQuestion(at);
    expect(await at.call(volunteerChen, open.answerPublic, { questionId, text: ANSWER })).toMatchObject({
      code: 'WORDS_REFUSED',
    });
    expect(await answersSeenBy(at, staffZhao, questionId)).toEqual([]);
  });

  it('of staff is not asked about: they stand for it', async () => {
    const at = await opened(says('risky'));
    const questionId = await publicQuestion(at);
    await at.must(staffZhao, open.answerPublic, { questionId, text: ANSWER });
    expect(await answersSeenBy(at, uncleLi, questionId)).toEqual([ANSWER]);
  });
});

describe('words on a wish that came true', () => {
  const seenBy = async (at: TestCommunity, actor: typeof uncleLi, wishId: string) => {
    const { fulfilNote, thanks, heldWords, moves } = await at.must(actor, wishes.getWish, { wishId });
    return { fulfilNote, thanks, heldWords, canVouch: moves.includes('vouch') };
  };

  it('are between those they are about until staff have read them', async () => {
    const at = await opened();
    const wishId = await wishComeTrue(at);
    await at.must(auntieZhang, wishes.thankForWish, { wishId, thanks: '谢谢小陈' });
    const inside = { fulfilNote: '书包已送到', thanks: '谢谢小陈', heldWords: ['note', 'thanks'] };
    expect(await seenBy(at, auntieZhang, wishId)).toEqual({ ...inside, canVouch: false });
    expect(await seenBy(at, volunteerChen, wishId)).toEqual({ ...inside, canVouch: false });
    expect(await seenBy(at, staffZhao, wishId)).toEqual({ ...inside, canVouch: true });
    const outside = { fulfilNote: null, thanks: null, heldWords: undefined, canVouch: false };
    expect(await seenBy(at, uncleLi, wishId)).toEqual(outside);
    const waiting = async () =>
      (await at.must(staffZhao, wishes.listWishesForStaff, { filter: 'held' })).items.map(
        (wish) => wish.wishId,
      );
    expect(await waiting()).toEqual([wishId]);

    await at.must(staffZhao, wishes.vouchForWish, { wishId });
    expect(await waiting()).toEqual([]);
    expect(await seenBy(at, uncleLi, wishId)).toEqual({
      ...outside,
      fulfilNote: '书包已送到',
      thanks: '谢谢小陈',
    });
  });

  it('are seen by everybody when the platform passes them, and not stored when it refuses', async () => {
    const at = await opened((request) => says(JSON.stringify(request).includes('坏话') ? 'risky' : 'pass')());
    const wishId = await wishComeTrue(at);
    expect(await seenBy(at, uncleLi, wishId)).toMatchObject({ fulfilNote: '书包已送到' });
    expect(await at.call(auntieZhang, wishes.thankForWish, { wishId, thanks: '一句坏话' })).toMatchObject({
      code: 'WORDS_REFUSED',
    });
    expect(await seenBy(at, staffZhao, wishId)).toMatchObject({ thanks: null });
    await expect(wishComeTrue(at, '一句坏话')).rejects.toThrow('WORDS_REFUSED');
  });

  it('are vouched for by staff alone, once, and only where something waits', async () => {
    const at = await opened();
    const wishId = await wishComeTrue(at);
    const vouch = (actor: typeof uncleLi | null) => at.call(actor, wishes.vouchForWish, { wishId });
    expect(await vouch(null)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await vouch(uncleLi)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await vouch(otherStaff)).toMatchObject({ code: 'WISH_NOT_FOUND' });
    expect(await at.call(staffZhao, wishes.vouchForWish, { wishId: '' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const both = await Promise.all([vouch(staffZhao), vouch(secretaryBai)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await vouch(staffZhao)).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FROM_STATE' });
    const stored = await at.database
      .collection<{ _id: string; history: { move: string }[] }>('wishes')
      .get(wishId);
    expect(stored?.history.map(({ move }) => move)).toContain('vouch');
  });
});
