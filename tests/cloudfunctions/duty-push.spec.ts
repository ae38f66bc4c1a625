import * as desk from '@domain/desk/desk.actions';
import * as duty from '@domain/desk/duty.actions';
import { MINUTE } from '@domain/kernel/time';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, staffZhao, staffQian } = cast;
const SENT = { errcode: 0, errmsg: 'ok' };

describe('a subscribe message of the desk', () => {
  let answer: object = SENT;
  let community: TestCommunity;
  beforeEach(async () => {
    answer = SENT;
    community = await openCommunity({ wechat: { templateId: 'tpl-duty', answer: () => answer } });
  });
  afterEach(() => community.close());

  const pushed = async (actor: typeof staffZhao) =>
    (await community.must(actor, duty.listAlerts, {})).items.map(({ wasPushed }) => wasPushed);
  const askAndWait = async (text = '水管漏了') => {
    await community.must(auntieZhang, desk.askDesk, { message: { text } });
    community.advance(MINUTE);
    await community.runTimer();
  };

  it('goes only to somebody who allowed one, once for each time they did', async () => {
    await askAndWait('第一件');
    expect(community.wechatCalls).toEqual([]);
    const key = freshKey();
    await community.must(staffZhao, duty.allowPush, {}, key);
    await community.must(staffZhao, duty.allowPush, {}, key);
    expect(await community.must(staffZhao, duty.getPushAllowance, {})).toEqual({
      templateId: 'tpl-duty',
      left: 1,
    });
    await askAndWait('第二件');
    await askAndWait('第三件');
    expect(community.wechatCalls).toMatchObject([
      {
        apiName: '/cgi-bin/message/subscribe/send',
        requestData: {
          touser: 'o-zhao',
          template_id: 'tpl-duty',
          page: expect.stringContaining('pages/staff/thread/index?threadId='),
        },
      },
    ]);
    expect((await community.must(staffZhao, duty.getPushAllowance, {})).left).toBe(0);
    expect((await pushed(staffZhao)).filter(Boolean)).toHaveLength(1);
  });

  it('fits the fields of the template, however long the question is', async () => {
    await community.must(staffZhao, duty.allowPush, {});
    await askAndWait('长'.repeat(300));
    const [call] = community.wechatCalls;
    const data = JSON.parse(JSON.stringify(call)).requestData.data;
    for (const field of Object.values<{ value: string }>(data)) {
      expect([...field.value].length).toBeLessThanOrEqual(20);
    }
    expect(Object.keys(data)).toEqual(['thing1', 'time2', 'thing3']);
  });

  it.each([
    ['WeChat says it was not wanted', { errcode: 43101, errmsg: 'user refuse to accept the msg' }],
    ['WeChat is down', { errcode: -1, errmsg: 'system error' }],
  ])('leaves the line in the app when %s', async (_why, refusal) => {
    answer = refusal;
    await community.must(staffZhao, duty.allowPush, {});
    await askAndWait();
    expect(await pushed(staffZhao)).toEqual([false]);
  });

  it('is never sent twice, wherever the timer is killed', async () => {
    for (let operation = 1; operation <= 14; operation += 1) {
      const fresh = await openCommunity({ wechat: { templateId: 'tpl-duty', answer: () => SENT } });
      await fresh.must(staffZhao, duty.allowPush, {});
      await fresh.must(staffZhao, duty.allowPush, {});
      await fresh.must(auntieZhang, desk.askDesk, { message: { text: '漏水' } });
      fresh.faults.breakAt(operation, 'after');
      await fresh.runTimer();
      fresh.faults.clear();
      await fresh.runTimer();
      expect([operation, fresh.wechatCalls.length <= 1]).toEqual([operation, true]);
      const { items } = await fresh.must(staffZhao, duty.listAlerts, {});
      expect(items.filter(({ page }) => page === 'thread')).toHaveLength(1);
      fresh.close();
    }
  }, 60_000);

  it('is no business of residents', async () => {
    expect(await community.call(uncleLi, duty.allowPush, {})).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.call(uncleLi, duty.listAlerts, {})).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is told as seen up to what was shown, and no further', async () => {
    await askAndWait('第一件');
    const { items } = await community.must(staffZhao, duty.listAlerts, {});
    await askAndWait('第二件');
    await community.must(staffZhao, duty.seeAlerts, { upTo: items[0]?.at ?? 0 });
    expect((await community.must(staffZhao, duty.listAlerts, {})).unseenCount).toBe(1);
    expect((await community.must(staffQian, duty.listAlerts, {})).unseenCount).toBe(0);
  });
});
