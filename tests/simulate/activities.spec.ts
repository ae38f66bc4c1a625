import { HOUR } from '@domain/kernel/time';
import { enrol, getRoll, publishActivity } from '@domain/activities/activity.actions';
import { cast } from '../support/cast';
import { liveHere } from '../support/mini-program-neighbourhood';

const { auntieZhang, uncleLi, staffZhao, newcomer } = cast;

jest.setTimeout(30_000);

describe('activities in the compiled mini-program', () => {
  const { community, phoneOf, start } = liveHere();

  const publish = async (title: string, seats: number): Promise<string> => {
    const now = Date.now();
    const activity = await community().must(staffZhao, publishActivity, {
      title,
      summary: '带上巧手，做一枚发夹回家。',
      category: 'craft',
      place: '社区三楼活动室',
      host: '社区居委会',
      startsAt: now + 48 * HOUR,
      endsAt: now + 50 * HOUR,
      enrolUntil: now + 24 * HOUR,
      seats,
    });
    return activity.activityId;
  };

  it('gives a ticket for a seat, and the seat back when somebody leaves', async () => {
    const activityId = await publish('头花发夹课', 2);
    const app = await start(phoneOf(auntieZhang));
    const list = await app.tapTab('活动');
    await list.tap(/^头花发夹课，/);
    const page = await app.arriveAt('pages/activities/detail');
    await page.tap('我要报名', 2);
    await page.read('到场报这四个数');
    const roll = await community().must(staffZhao, getRoll, { activityId });
    expect(roll.seats.map(({ name, status }) => [name, status])).toEqual([['张桂兰', 'confirmed']]);
    await page.read(roll.seats[0]?.ticketCode ?? 'a ticket');

    expect(app.phone.toasts()).toEqual(['报名成功']);

    app.phone.answer(false);
    await page.tap('取消报名');
    expect((await community().must(staffZhao, getRoll, { activityId })).seats).toHaveLength(1);
    app.phone.answer(true);
    await page.tap('取消报名');
    await page.see('我要报名');
    expect((await community().must(staffZhao, getRoll, { activityId })).seats).toEqual([]);
    expect(app.phone.calls('activity.enrol')).toHaveLength(1);
  });

  it('tells who comes too late for a seat their place in the queue', async () => {
    const activityId = await publish('茶艺课', 1);
    await community().must(uncleLi, enrol, { activityId });
    const app = await start(phoneOf(auntieZhang), `pages/activities/detail/index?activityId=${activityId}`);
    const page = await app.arriveAt('pages/activities/detail');
    await page.tap('排队候补');
    await page.read('您排在候补第1位');
  });

  it('shows a visitor the way to a household instead of a button that would refuse', async () => {
    const activityId = await publish('美甲培训', 1);
    const app = await start(phoneOf(newcomer), `pages/activities/detail/index?activityId=${activityId}`);
    const page = await app.arriveAt('pages/activities/detail');
    await page.tap('去绑定');
    await app.arriveAt('pages/people/bind');
  });
});
