import { HOUR } from '@domain/kernel/time';
import { publishActivity } from '@domain/activities/activity.actions';
import { askDesk } from '@domain/desk/desk.actions';
import { draftNotice, publishNotice } from '@domain/notices/notice.actions';
import { publishWish, submitWish } from '@domain/wishes/wish.actions';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';
import { fireDrill } from '../support/samples';

const { auntieZhang, staffZhao } = cast;
const NARROW = 320;
const TABS = ['home', 'desk', 'wishes', 'activities', 'me'].map((tab) => `pages/tabs/${tab}/index`);
const FOR_NEIGHBOURS = ['wishes/new', 'wishes/mine', 'activities/mine', 'notices/list', 'people/bind'];
const FOR_STAFF = [
  'hub',
  'queue',
  'wish-review',
  'wish-record',
  'activities',
  'activity-edit',
  'notices',
].map((page) => `staff/${page}`);
const MORE_FOR_STAFF = ['staff/notice-edit', 'staff/bindings', 'staff/roster'];
const pages = (names: readonly string[]): string[] => names.map((name) => `pages/${name}/index`);

jest.setTimeout(120_000);

describe('a phone 320 points wide', () => {
  const { story, community, newPerson } = tellStories();

  beforeAll(async () => {
    const now = Date.now();
    const running = community();
    await running.must(auntieZhang, askDesk, {
      message: { text: '楼道里的声控灯坏了好几天了，晚上下楼看不见台阶' },
    });
    const words = { title: '一台能听戏也能听新闻的收音机', detail: '要大按键的' };
    const wish = await running.must(auntieZhang, submitWish, {
      ...words,
      category: 'appliance',
      phone: '13800000001',
    });
    await running.must(staffZhao, publishWish, { wishId: wish.wishId, words });
    await running.must(staffZhao, publishActivity, fireDrill(now));
    const notice = await running.must(staffZhao, draftNotice, {
      kind: 'flood',
      level: 'red',
      title: '强降雨，地下车库和低洼处请马上撤离到高处',
      body: '预报今晚有强降雨。',
      whatToDo: '请把车开出地下车库，不要蹚水。',
      issuer: '街道防汛指挥部办公室',
      startsAt: now,
      endsAt: now + 24 * HOUR,
      target: { kind: 'all' },
    });
    await running.must(staffZhao, publishNotice, { noticeId: notice.notice.noticeId });
  });

  for (const elder of [false, true]) {
    const words = elder ? 'large' : 'ordinary';
    story(`shows all words of every screen, in ${words} type`, async () => {
      const cut: Record<string, string[]> = {};
      for (const [actor, routes] of [
        [auntieZhang, [...TABS, ...pages(FOR_NEIGHBOURS)]],
        [staffZhao, [TABS[0] ?? '', ...pages([...FOR_STAFF, ...MORE_FOR_STAFF])]],
      ] as const) {
        const person = await newPerson(actor, { elder, width: NARROW });
        for (const route of routes) {
          await person.goTo(route);
          await person.page.reload();
          await person.isLoaded();
          const found = await person.wordsCutOff();
          if (found.length > 0) cut[route] = found;
        }
      }
      expect(cut).toEqual({});
    });
  }
});
