import * as deskActions from '@domain/desk/desk.actions';
import type { Target } from '@domain/kernel/audience';
import { DAY, HOUR } from '@domain/kernel/time';
import * as actions from '@domain/notices/notice.actions';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, zhangsHusband, uncleLi, volunteerChen, staffZhao, staffQian, otherResident, newcomer } =
  cast;

describe('safety notices', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const buildingOne: Target = { kind: 'places', buildingIds: ['b01'], gridIds: [] };
  const content = (target: Target = buildingOne) => ({
    kind: 'water' as const,
    level: 'yellow' as const,
    title: '1号楼施工停水',
    body: '更换立管阀门',
    whatToDo: '请提前储水，关好水龙头',
    issuer: '锦绣城社区',
    startsAt: community.now() + HOUR,
    endsAt: community.now() + 9 * HOUR,
    target,
  });
  const publish = async (target?: Target) => {
    const { notice } = await community.must(staffZhao, actions.draftNotice, content(target));
    await community.must(staffZhao, actions.publishNotice, { noticeId: notice.noticeId });
    return notice.noticeId;
  };
  const titlesFor = async (actor: typeof auntieZhang) =>
    (await community.must(actor, actions.listNotices, { filter: 'active' })).items.map(
      (notice) => notice.title,
    );

  it('reach exactly the people of the chosen building, and nobody while they are a draft', async () => {
    const { notice } = await community.must(staffZhao, actions.draftNotice, content());
    expect(await titlesFor(auntieZhang)).toEqual([]);
    expect(await community.call(auntieZhang, actions.getNotice, { noticeId: notice.noticeId })).toMatchObject(
      { code: 'NOTICE_NOT_FOUND' },
    );
    await community.must(staffZhao, actions.publishNotice, { noticeId: notice.noticeId });
    expect(await titlesFor(auntieZhang)).toEqual(['1号楼施工停水']);
    for (const actor of [uncleLi, volunteerChen, newcomer, otherResident])
      expect(await titlesFor(actor)).toEqual([]);
    expect(await community.call(uncleLi, actions.getNotice, { noticeId: notice.noticeId })).toMatchObject({
      code: 'NOTICE_NOT_FOUND',
    });
  });

  it('reach the buildings of a grid, and everyone when they are for all', async () => {
    await publish({ kind: 'places', buildingIds: [], gridIds: ['g01'] });
    expect(await titlesFor(uncleLi)).toHaveLength(1);
    expect(await titlesFor(volunteerChen)).toHaveLength(0);
    await publish({ kind: 'all' });
    expect(await titlesFor(volunteerChen)).toHaveLength(1);
    expect(await titlesFor(newcomer)).toHaveLength(1);
    expect(await titlesFor(otherResident)).toHaveLength(0);
  });

  it('count homes, not people: reached and not reached together are all', async () => {
    const noticeId = await publish();
    await community.must(auntieZhang, actions.answerNotice, {
      noticeId,
      revision: 1,
      answer: 'acknowledged',
    });
    await community.must(zhangsHusband, actions.answerNotice, {
      noticeId,
      revision: 1,
      answer: 'acknowledged',
    });
    const { total, buildings } = await community.must(staffQian, actions.getReach, { noticeId });
    expect(buildings).toMatchObject([
      {
        name: '1号楼',
        householdCount: 24,
        onAppCount: 1,
        acknowledgedCount: 1,
        needsHelpCount: 0,
        notReachedCount: 23,
      },
    ]);
    expect(total.acknowledgedCount + total.needsHelpCount + total.notReachedCount).toBe(total.householdCount);
  });

  it('open a conversation with the desk for somebody who needs help, once', async () => {
    const noticeId = await publish();
    const key = freshKey();
    const help = { noticeId, revision: 1, answer: 'needsHelp' as const, note: '老人卧床，没水做饭' };
    await Promise.all([1, 2].map(() => community.must(auntieZhang, actions.answerNotice, help, key)));
    const queue = await community.must(staffZhao, deskActions.listQueue, { filter: 'waiting' });
    expect(queue.items).toMatchObject([
      { title: '【需要帮助】1号楼施工停水：老人卧床，没水做饭', link: { area: 'notices', id: noticeId } },
    ]);
    const { buildings } = await community.must(staffZhao, actions.getReach, { noticeId });
    expect(buildings[0]).toMatchObject({ needsHelpCount: 1, acknowledgedCount: 0 });
    const doors = await community.must(staffZhao, actions.getReachOfBuilding, {
      noticeId,
      buildingId: 'b01',
    });
    expect(doors.households.find((home) => home.answer === 'needsHelp')).toMatchObject({
      homeLabel: '1号楼1单元101室',
      members: ['张**', '刘**'],
      note: '老人卧床，没水做饭',
    });
  });

  it('let somebody change their mind, and keep one answer', async () => {
    const noticeId = await publish();
    await community.must(auntieZhang, actions.answerNotice, { noticeId, revision: 1, answer: 'needsHelp' });
    const changed = await community.must(auntieZhang, actions.answerNotice, {
      noticeId,
      revision: 1,
      answer: 'acknowledged',
    });
    expect(changed.myAnswer).toBe('acknowledged');
    const { total } = await community.must(staffZhao, actions.getReach, { noticeId });
    expect(total).toMatchObject({ acknowledgedCount: 1, needsHelpCount: 0 });
  });

  it('that are updated take the place of the old one everywhere and ask again', async () => {
    const noticeId = await publish();
    await community.must(auntieZhang, actions.answerNotice, {
      noticeId,
      revision: 1,
      answer: 'acknowledged',
    });
    await community.must(staffZhao, actions.reviseNotice, {
      noticeId,
      content: { ...content(), title: '1号楼停水延长到晚上' },
    });
    const { items } = await community.must(auntieZhang, actions.listNotices, { filter: 'active' });
    expect(items).toMatchObject([
      { title: '1号楼停水延长到晚上', revision: 2, myAnswer: null, canAnswer: true },
    ]);
    expect((await community.must(staffZhao, actions.getReach, { noticeId })).total.acknowledgedCount).toBe(0);
    expect(
      await community.call(auntieZhang, actions.answerNotice, {
        noticeId,
        revision: 1,
        answer: 'acknowledged',
      }),
    ).toMatchObject({ code: 'NOTICE_REVISED' });
  });

  it('that are moved to another building leave the first', async () => {
    const noticeId = await publish();
    await community.must(staffZhao, actions.reviseNotice, {
      noticeId,
      content: content({ kind: 'places', buildingIds: ['b02'], gridIds: [] }),
    });
    expect(await titlesFor(auntieZhang)).toEqual([]);
    expect(await titlesFor(uncleLi)).toHaveLength(1);
  });

  it('that are cancelled say so, with the reason, and take no more answers', async () => {
    const noticeId = await publish();
    await community.must(staffZhao, actions.cancelNotice, { noticeId, reason: '施工改期' });
    const { items } = await community.must(auntieZhang, actions.listNotices, { filter: 'active' });
    expect(items).toMatchObject([{ status: 'cancelled', cancelReason: '施工改期', canAnswer: false }]);
    expect(
      await community.call(auntieZhang, actions.answerNotice, {
        noticeId,
        revision: 1,
        answer: 'acknowledged',
      }),
    ).toMatchObject({ code: 'NOTICE_CLOSED' });
  });

  it('end by themselves and move to the past', async () => {
    const noticeId = await publish();
    community.advance(10 * HOUR);
    await community.runTimer();
    expect(await titlesFor(auntieZhang)).toEqual([]);
    const past = await community.must(auntieZhang, actions.listNotices, { filter: 'past' });
    expect(past.items).toMatchObject([{ noticeId, status: 'ended' }]);
  });

  it('can be ticked off at the door for a home that does not use the app', async () => {
    const noticeId = await publish();
    const home = {
      noticeId,
      householdId: 'b01-2-602',
      revision: 1,
      answer: 'acknowledged' as const,
      note: '上门告知',
    };
    expect(await community.must(staffQian, actions.recordAnswer, home)).toMatchObject({
      homeLabel: '1号楼2单元602室',
      answer: 'acknowledged',
      recordedBy: '钱进',
    });
    expect(
      await community.call(staffQian, actions.recordAnswer, { ...home, householdId: 'b01-9-999' }),
    ).toMatchObject({ code: 'PLACE_UNKNOWN' });
    expect(
      await community.call(staffQian, actions.recordAnswer, { ...home, householdId: 'b02-1-101' }),
    ).toMatchObject({ code: 'NOTICE_NOT_FOR_YOU' });
  });

  it('are refused when they end before they start, are over, or are for nobody', async () => {
    const draft = (changes: object) =>
      community.call(staffZhao, actions.draftNotice, { ...content(), ...changes });
    expect(await draft({ endsAt: community.now() })).toMatchObject({ code: 'NOTICE_TIMES_WRONG' });
    expect(await draft({ startsAt: community.now() - DAY, endsAt: community.now() - 1 })).toMatchObject({
      code: 'NOTICE_OVER',
    });
    expect(await draft({ target: { kind: 'places', buildingIds: [], gridIds: [] } })).toMatchObject({
      code: 'NOTICE_FOR_NOBODY',
    });
    expect(await draft({ target: { kind: 'places', buildingIds: ['b99'], gridIds: [] } })).toMatchObject({
      code: 'PLACE_UNKNOWN',
    });
    expect(await community.call(uncleLi, actions.draftNotice, content())).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});
