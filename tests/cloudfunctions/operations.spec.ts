import * as activities from '@domain/activities/activity.actions';
import * as desk from '@domain/desk/desk.actions';
import { getHome } from '@domain/home/home.actions';
import { DAY, HOUR } from '@domain/kernel/time';
import * as notices from '@domain/notices/notice.actions';
import * as wishes from '@domain/wishes/wish.actions';
import { cast } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';
import { healthDay } from '../support/samples';

const { auntieZhang, volunteerChen, staffZhao } = cast;

/** The scarcest resource of the entry tier is database operations; who is calling is one of them. */
describe('database operations per call', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const count = async (work: () => Promise<unknown>) => (await community.countingOperations(work)).operations;

  it('are at most three on the hot paths', async () => {
    const { thread } = await community.must(auntieZhang, desk.askDesk, { message: { text: '暖气不热' } });
    const { threadId } = thread;
    const wish = await community.must(staffZhao, wishes.recordWish, {
      title: '一双棉鞋',
      detail: '',
      category: 'shoes',
      phone: '13800138000',
      contactName: '某人',
      place: '某处',
    });
    await community.must(staffZhao, wishes.publishWish, {
      wishId: wish.wishId,
      words: { title: '一双棉鞋', detail: '' },
    });
    const start = community.now() + DAY;
    const { activityId } = await community.must(staffZhao, activities.publishActivity, healthDay(start));
    const { notice } = await community.must(staffZhao, notices.draftNotice, {
      kind: 'fire',
      level: 'blue',
      title: '消防演练',
      body: '演练',
      whatToDo: '请配合',
      issuer: '社区',
      startsAt: start,
      endsAt: start + HOUR,
      target: { kind: 'all' },
    });
    await community.must(staffZhao, notices.publishNotice, { noticeId: notice.noticeId });

    const counts = {
      send: await count(() =>
        community.must(auntieZhang, desk.sayInThread, { threadId, message: { text: '还是不热' } }),
      ),
      reply: await count(() =>
        community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '马上去看' } }),
      ),
      sync: await count(() =>
        community.must(auntieZhang, desk.syncMyThreads, { since: community.now(), threadId }),
      ),
      list: await count(() => community.must(auntieZhang, wishes.listWall, { filter: 'open' })),
      claim: await count(() => community.must(volunteerChen, wishes.claimWish, { wishId: wish.wishId })),
      enrol: await count(() => community.must(auntieZhang, activities.enrol, { activityId })),
      acknowledge: await count(() =>
        community.must(auntieZhang, notices.answerNotice, {
          noticeId: notice.noticeId,
          revision: 1,
          answer: 'acknowledged',
        }),
      ),
    };
    console.log(`database operations per call: ${JSON.stringify(counts)}`);
    for (const operations of Object.values(counts)) expect(operations).toBeLessThanOrEqual(3);
  });

  it('do not grow with the length of a list or a conversation', async () => {
    const { thread } = await community.must(auntieZhang, desk.askDesk, { message: { text: '第一句' } });
    const open = () =>
      count(() => community.must(auntieZhang, desk.getThread, { threadId: thread.threadId }));
    const home = () => count(() => community.must(auntieZhang, getHome, {}));
    const before = [await open(), await home()];
    for (let index = 0; index < 60; index += 1) {
      await community.must(auntieZhang, desk.sayInThread, {
        threadId: thread.threadId,
        message: { text: `${index}` },
      });
    }
    for (let index = 0; index < 8; index += 1)
      await community.must(auntieZhang, desk.askDesk, { message: { text: `第${index}件` } });
    expect([await open(), await home()]).toEqual(before);
  });
});
