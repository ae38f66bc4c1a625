import { publishActivity } from '@domain/activities/activity.actions';
import * as desk from '@domain/desk/desk.actions';
import { getBoard } from '@domain/home/board.actions';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import * as notices from '@domain/notices/notice.actions';
import { householdCount } from '@domain/people/place';
import { submitWish } from '@domain/wishes/wish.actions';
import { BUILDINGS, cast } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';
import { waterNotice } from '../support/samples';

const { auntieZhang, zhangsHusband, uncleLi, newcomer, staffZhao, staffQian, otherStaff } = cast;

describe('the board of this moment', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const board = (actor = staffZhao) => community.must(actor, getBoard, {});
  const ask = (actor: typeof auntieZhang, text: string) =>
    community.must(actor, desk.askDesk, { message: { text } }).then((page) => page.thread.threadId);
  const listed = async (filter: (typeof desk.QUEUE_FILTERS)[number]) =>
    (await community.must(staffQian, desk.listQueue, { filter })).items.map(({ title }) => title);

  it('counts what the lists behind its numbers show', async () => {
    await ask(auntieZhang, '先问的');
    const answered = await ask(uncleLi, '答过的');
    await community.must(staffZhao, desk.replyInThread, { threadId: answered, message: { text: '好了' } });
    community.advance(5 * MINUTE);
    await ask(newcomer, '刚问的');
    await community.must(auntieZhang, submitWish, {
      title: '一双棉鞋',
      detail: '',
      category: 'shoes',
      phone: '13800138000',
    });
    expect(await board()).toMatchObject({
      overdueCount: 0,
      unclaimedCount: 2,
      submittedWishCount: 1,
      openWishCount: 0,
    });
    community.advance(5 * MINUTE + 1);
    expect(await board()).toMatchObject({ overdueCount: 1, unclaimedCount: 2 });
    expect(await listed('overdue')).toEqual(['先问的']);
    expect(await listed('waiting')).toEqual(['先问的', '刚问的']);

    await community.must(uncleLi, desk.sayInThread, { threadId: answered, message: { text: '还没好' } });
    community.advance(10 * MINUTE);
    expect((await board()).overdueCount).toBe(3);
    expect(await listed('overdue')).toEqual(['先问的', '刚问的', '答过的']);
  });

  it('counts households no notice has reached, each household once', async () => {
    const { notice } = await community.must(staffZhao, notices.draftNotice, {
      ...waterNotice(community.now()),
      target: { kind: 'places', buildingIds: ['b01'], gridIds: [] },
    });
    const { noticeId } = notice;
    expect((await board()).notices).toEqual([]);
    await community.must(staffZhao, notices.publishNotice, { noticeId });
    const answer = (actor: typeof auntieZhang, kind: 'acknowledged' | 'needsHelp') =>
      community.must(actor, notices.answerNotice, { noticeId, revision: 1, answer: kind });
    await answer(auntieZhang, 'acknowledged');
    await answer(zhangsHusband, 'needsHelp');
    const [building] = BUILDINGS;
    const all = building ? householdCount(building) : 0;
    const found = await board();
    expect(found.notices).toMatchObject([
      { noticeId, title: '停水两小时', householdCount: all, notReachedCount: all - 1, needsHelpCount: 1 },
    ]);
    const reach = await community.must(staffZhao, notices.getReach, { noticeId });
    expect(reach.total.notReachedCount).toBe(found.notices[0]?.notReachedCount);
    expect(found.noticesEndingToday.map(({ id }) => id)).toEqual([noticeId]);
    community.advance(2 * HOUR);
    expect((await board()).notices).toEqual([]);
  });

  it('names what is due today and nothing of tomorrow', async () => {
    const publish = (title: string, startsAt: number) =>
      community.must(staffZhao, publishActivity, {
        title,
        summary: '量血压',
        category: 'health',
        place: '活动中心',
        host: '社区',
        startsAt,
        endsAt: startsAt + HOUR,
        enrolUntil: startsAt,
        seats: 10,
      });
    await publish('今天义诊', community.now() + 8 * HOUR);
    await publish('明天义诊', community.now() + DAY);
    expect((await board()).activitiesToday.map(({ title }) => title)).toEqual(['今天义诊']);
  });

  it('is for the staff of the community alone', async () => {
    await ask(auntieZhang, '先问的');
    expect(await board(otherStaff)).toMatchObject({ unclaimedCount: 0 });
    expect(await community.call(auntieZhang, getBoard, {})).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.call(null, getBoard, {})).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });
});
