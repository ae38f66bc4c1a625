import { HOUR } from '@domain/kernel/time';
import { enrol, getRoll, publishActivity } from '@domain/activities/activity.actions';
import { askDesk, getThread } from '@domain/desk/desk.actions';
import { listNotices } from '@domain/notices/notice.actions';
import { listWall, submitWish } from '@domain/wishes/wish.actions';
import { cast } from '../support/cast';
import { liveHere } from '../support/mini-program-neighbourhood';

const { auntieZhang, uncleLi, staffZhao } = cast;

jest.setTimeout(60_000);

describe('the desk’s side of the compiled mini-program', () => {
  const { community, phoneOf, start } = liveHere();

  it('shows a new question without a reload, and answers it', async () => {
    const app = await start(phoneOf(staffZhao), 'pages/staff/queue/index');
    const queue = await app.arriveAt('pages/staff/queue');
    await queue.read('没有人在等');
    const asked = await community().must(auntieZhang, askDesk, { message: { text: '电梯停在三楼' } });
    await queue.tap(/电梯停在三楼，等待接单$/);
    const thread = await app.arriveAt('pages/staff/thread');
    await thread.tap('接单', 2);
    await thread.read('赵敏已接单');
    await thread.type(/^回复居民/, '电梯师傅十分钟到');
    await thread.tap('发送', 2);
    await thread.read('已送达');
    const { threadId } = asked.thread;
    const page = await community().must(auntieZhang, getThread, { threadId });
    expect(page.messages.map(({ text }) => text)).toEqual(['电梯停在三楼', '赵敏已接单', '电梯师傅十分钟到']);
  });

  it('puts a reviewed wish on the wall', async () => {
    const card = { title: '一个书包', detail: '', category: 'schoolbag', phone: '13800000001' } as const;
    await community().must(auntieZhang, submitWish, card);
    const app = await start(phoneOf(staffZhao), 'pages/staff/wish-review/index');
    const review = await app.arriveAt('pages/staff/wish-review');
    await review.tap('审核：一个书包');
    await review.type('上墙的细节', '蓝色的');
    await review.tap('通过上墙');
    await review.read('都审完了');
    const wall = await community().must(uncleLi, listWall, { filter: 'open' });
    expect(wall.items.map(({ title, detail }) => [title, detail])).toEqual([['一个书包', '蓝色的']]);
  });

  it('checks people in at the door', async () => {
    const now = Date.now();
    const { activityId } = await community().must(staffZhao, publishActivity, {
      title: '义诊',
      summary: '量血压，看眼睛。',
      category: 'health',
      place: '社区广场',
      host: '社区居委会',
      startsAt: now + 3 * HOUR,
      endsAt: now + 5 * HOUR,
      enrolUntil: now + 2 * HOUR,
      seats: 10,
    });
    await community().must(uncleLi, enrol, { activityId });
    const app = await start(phoneOf(staffZhao), `pages/staff/activity-roll/index?activityId=${activityId}`);
    const roll = await app.arriveAt('pages/staff/activity-roll');
    await roll.tap('给李建国签到');
    await roll.see('撤销李建国的签到');
    const stored = await community().must(staffZhao, getRoll, { activityId });
    expect(stored.attendedCount).toBe(1);
  });

  it('writes a notice for one building, shows it as residents will see it, and publishes it there', async () => {
    const app = await start(phoneOf(staffZhao), 'pages/staff/notice-edit/index');
    const form = await app.arriveAt('pages/staff/notice-edit');
    await form.tap('施工停水');
    await form.tap('选择第一网格的楼栋');
    await form.tap('2号楼');
    await form.tap('下一步：预览');
    const preview = await app.arriveAt('pages/staff/notice-preview');
    await preview.read('管道施工，临时停水');
    await preview.tap('发布');
    await app.arriveAt('pages/staff/notice-reach');
    const seenBy = async (actor: typeof uncleLi) =>
      (await community().must(actor, listNotices, { filter: 'active' })).items.map(({ title }) => title);
    expect(await seenBy(uncleLi)).toEqual(['管道施工，临时停水']);
    expect(await seenBy(auntieZhang)).toEqual([]);
  });
});
