import { HOUR } from '@domain/kernel/time';
import { askDesk, replyInThread } from '@domain/desk/desk.actions';
import { cancelNotice, draftNotice, getReach, publishNotice } from '@domain/notices/notice.actions';
import { BUILDINGS, cast } from '../support/cast';
import { liveHere } from '../support/mini-program-neighbourhood';
import { untilTrue } from '../support/mini-program';

const { auntieZhang, uncleLi, staffZhao } = cast;
const HOME = 'pages/tabs/home';
/** What may cross from logic to view before the first screen stands; a phone feels more than this. */
const FIRST_SCREEN_BYTES = 64 * 1024;

jest.setTimeout(30_000);

describe('the first screen of the compiled mini-program', () => {
  const { community, phoneOf, start, quit } = liveHere();

  const publish = async (title: string): Promise<string> => {
    const now = Date.now();
    const drafted = await community().must(staffZhao, draftNotice, {
      kind: 'water',
      level: 'yellow',
      title,
      body: '主管道检修。',
      whatToDo: '请提前储水。',
      issuer: '试验社区',
      startsAt: now,
      endsAt: now + 6 * HOUR,
      target: { kind: 'places', buildingIds: [BUILDINGS[0]?.buildingId ?? ''], gridIds: [] },
    });
    await community().must(staffZhao, publishNotice, { noticeId: drafted.notice.noticeId });
    return drafted.notice.noticeId;
  };

  it('names the two people on duty and opens the desk', async () => {
    const app = await start(phoneOf(auntieZhang));
    const home = await app.arriveAt(HOME);
    await home.read('赵敏、钱进');
    await home.read('今日值班');
    const bytes = app.page().crossings.reduce((sum, crossing) => sum + crossing.bytes, 0);
    expect(bytes).toBeLessThan(FIRST_SCREEN_BYTES);
    await home.tap(/^找社区/);
    await app.arriveAt('pages/tabs/desk');
  });

  it('shows a notice to the building it is for, takes 已知晓 with one tap, and to nobody else', async () => {
    const noticeId = await publish('1号楼今晚停水');
    const app = await start(phoneOf(auntieZhang));
    const home = await app.arriveAt(HOME);
    await home.read('1号楼今晚停水');
    await home.tap('已知晓：1号楼今晚停水', 2);
    await home.read('您已回复：已知晓');
    const reach = await community().must(staffZhao, getReach, { noticeId });
    expect(reach.total).toMatchObject({ acknowledgedCount: 1, needsHelpCount: 0 });
    expect(app.phone.calls('notice.answer')).toHaveLength(1);
    await quit(app);

    const other = await start(phoneOf(uncleLi));
    const elsewhere = await other.arriveAt(HOME);
    await elsewhere.read('今日值班');
    expect(elsewhere.text()).not.toContain('1号楼今晚停水');

    await community().must(staffZhao, cancelNotice, { noticeId, reason: '施工改期' });
  });

  it('shows what is new when the page is pulled down', async () => {
    const app = await start(phoneOf(auntieZhang));
    const home = await app.arriveAt(HOME);
    await home.read('今日值班');
    const noticeId = await publish('1号楼电梯检修');
    await home.pullDown();
    await home.read('1号楼电梯检修');
    await community().must(staffZhao, cancelNotice, { noticeId, reason: '检修提前做完' });
    await home.pullDown();
    await home.read('已取消');
  });

  it('shows the number of unread answers on the desk’s tab', async () => {
    const asked = await community().must(auntieZhang, askDesk, { message: { text: '几点来水' } });
    const { threadId } = asked.thread;
    await community().must(staffZhao, replyInThread, { threadId, message: { text: '六点' } });
    const app = await start(phoneOf(auntieZhang));
    await untilTrue(
      () => app.phone.asked.find(({ name }) => name === 'setTabBarBadge'),
      () => 'no badge was put on a tab',
    );
    const badge = app.phone.asked.find(({ name }) => name === 'setTabBarBadge');
    expect(badge?.options).toMatchObject({ index: 1, text: '2' });
  });

  it('remembers on the phone that somebody wants things large', async () => {
    const phone = phoneOf(auntieZhang);
    const app = await start(phone);
    const me = await app.tapTab('我的');
    await me.tap(/长辈|大字/);
    await quit(app);
    const again = await start(phone);
    const home = await again.arriveAt(HOME);
    await home.see(/^我问过的，/);
  });

  it('says so when there is no network, and comes back by itself or by a tap', async () => {
    const phone = phoneOf(uncleLi);
    phone.goOffline();
    const app = await start(phone);
    const home = await app.arriveAt(HOME);
    await home.read('网络不通');
    phone.goOnline();
    await home.tap('重试');
    await home.read('赵敏、钱进');
    await home.unread('网络不通');
  });
});
