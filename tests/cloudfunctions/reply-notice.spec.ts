import * as desk from '@domain/desk/desk.actions';
import { answerPublic, followPublic, makePublic, publishPublic } from '@domain/desk/public-question.actions';
import { allowReplyPush, getReplyCredits } from '@domain/desk/reply-notice';
import { HOUR, MINUTE } from '@domain/kernel/time';
import { cast, type Actor } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, volunteerChen, staffZhao } = cast;

describe('a WeChat message about an answer', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    const wechat = { templateId: 'tpl-duty', replyTemplateId: 'tpl-reply', answer: () => ({ errcode: 0 }) };
    community = await openCommunity({ wechat });
  });
  afterEach(() => community.close());

  const ask = async (text = '我家水管漏了，电话13800138000') =>
    (await community.must(auntieZhang, desk.askDesk, { message: { text } })).thread.threadId;
  const reply = (threadId: string) =>
    community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '马上来' } });
  const aMinuteLater = async () => {
    community.advance(MINUTE);
    await community.runTimer();
  };
  const allow = (actor: Actor) => community.must(actor, allowReplyPush, {});
  const told = () => community.wechatCalls.map((call) => JSON.parse(JSON.stringify(call)).requestData);

  it('goes to whoever allowed one and has not opened the answer, once, without a word of it', async () => {
    await allow(auntieZhang);
    const threadId = await ask();
    await reply(threadId);
    await aMinuteLater();
    await aMinuteLater();
    expect(told()).toMatchObject([
      { touser: 'o-zhang', template_id: 'tpl-reply', page: `pages/desk/thread/index?threadId=${threadId}` },
    ]);
    expect(JSON.stringify(told())).not.toMatch(/水管|13800138000|马上来|张桂兰/);
    expect(await community.must(auntieZhang, getReplyCredits, {})).toEqual({
      templateId: 'tpl-reply',
      left: 0,
    });
  });

  it('goes to nobody who reads the answer within seconds, and their credit stays', async () => {
    await allow(auntieZhang);
    const threadId = await ask();
    await reply(threadId);
    const { thread } = await community.must(auntieZhang, desk.getThread, { threadId });
    await community.must(auntieZhang, desk.markThreadRead, { threadId, seq: thread.messageCount });
    await aMinuteLater();
    expect(told()).toEqual([]);
    expect((await community.must(auntieZhang, getReplyCredits, {})).left).toBe(1);
  });

  it('goes to nobody who allowed none, and none for an answer of yesterday', async () => {
    const threadId = await ask();
    await reply(threadId);
    await aMinuteLater();
    await allow(auntieZhang);
    await aMinuteLater();
    await reply(threadId);
    community.advance(3 * HOUR);
    await community.runTimer();
    expect(told()).toEqual([]);
  });

  it('is allowed once by a tap that is repeated', async () => {
    const key = freshKey();
    await community.must(auntieZhang, allowReplyPush, {}, key);
    expect(await community.must(auntieZhang, allowReplyPush, {}, key)).toEqual({ left: 1 });
    expect(await community.must(auntieZhang, allowReplyPush, {})).toEqual({ left: 2 });
    expect((await community.must(uncleLi, getReplyCredits, {})).left).toBe(0);
    expect(await community.call(null, allowReplyPush, {})).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await community.call(null, getReplyCredits, {})).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await community.call(auntieZhang, allowReplyPush, {}, 'short')).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('never goes twice, wherever the timer dies', async () => {
    for (let step = 1; step <= 12; step += 1) {
      for (const when of ['before', 'after'] as const) {
        await allow(auntieZhang);
        const threadId = await ask(`第${step}件${when}`);
        await reply(threadId);
        community.advance(MINUTE);
        const before = community.wechatCalls.length;
        community.faults.breakAt(20 + step, when);
        await community.runTimer();
        community.faults.clear();
        await aMinuteLater();
        expect(community.wechatCalls.length - before).toBeLessThanOrEqual(1);
        await community.must(auntieZhang, desk.withdrawThread, { threadId }).catch(() => undefined);
        await community.must(staffZhao, desk.resolveThread, { threadId }).catch(() => undefined);
      }
    }
  });

  it('tells those who follow a public question when the community adds to it', async () => {
    const threadId = await ask('老年卡在哪里办');
    await reply(threadId);
    const made = await community.must(staffZhao, makePublic, { threadId });
    const { questionId } = made.card;
    await community.must(staffZhao, publishPublic, {
      questionId,
      version: made.version,
      question: '老年卡在哪里办？',
      detail: '',
      answer: '',
    });
    for (const actor of [uncleLi, volunteerChen]) {
      await allow(actor);
      await community.must(actor, followPublic, { questionId });
    }
    await aMinuteLater();
    expect(told()).toEqual([]);
    await community.must(staffZhao, answerPublic, { questionId, text: '带身份证到便民服务中心。' });
    await aMinuteLater();
    await aMinuteLater();
    expect(
      told()
        .map(({ touser }) => touser)
        .sort(),
    ).toEqual(['o-chen', 'o-li']);
    expect(told()[0].page).toBe(`pages/desk/public-question/index?questionId=${questionId}`);
    await community.must(staffZhao, answerPublic, { questionId, text: '周末也开门。' });
    await aMinuteLater();
    expect(told()).toHaveLength(2);
  });
});
