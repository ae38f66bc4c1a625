import { HOUR } from '@domain/kernel/time';
import { cancelNotice, draftNotice, getReach, publishNotice } from '@domain/notices/notice.actions';
import { listMyThreads } from '@domain/desk/desk.actions';
import { listMyWishes } from '@domain/wishes/wish.actions';
import type { Person } from '../support/browser';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';

const { auntieZhang, uncleLi, zhangsHusband, staffZhao } = cast;
const HOME = 'pages/tabs/home/index';

jest.setTimeout(90_000);

/** Somebody at the first screen whose every tap is counted; what they write or say costs none. */
async function atHome(person: Person) {
  await person.goTo(HOME);
  await person.sees(/今日值班|正在值班/);
  let taps = 0;
  return {
    taps: () => taps,
    async tap(name: string | RegExp): Promise<void> {
      taps += 1;
      await person.tap(name);
    },
    async tapTab(word: string): Promise<void> {
      taps += 1;
      await person.tapTab(word);
    },
  };
}

describe('from the first screen to what one came for', () => {
  const { story, community, newPerson } = tellStories();

  const publish = async (title: string): Promise<string> => {
    const now = Date.now();
    const { notice } = await community().must(staffZhao, draftNotice, {
      kind: 'water',
      level: 'yellow',
      title,
      body: '主管道检修。',
      whatToDo: '请提前储水。',
      issuer: '试验社区',
      startsAt: now,
      endsAt: now + 6 * HOUR,
      target: { kind: 'all' },
    });
    await community().must(staffZhao, publishNotice, { noticeId: notice.noticeId });
    return notice.noticeId;
  };

  for (const elder of [false, true]) {
    const who = elder ? 'in the elders’ edition' : 'as usual';
    const [asker, wisher] = elder ? [zhangsHusband, auntieZhang] : [uncleLi, uncleLi];

    story(`a question is with the desk after two taps, ${who}`, async () => {
      const person = await newPerson(asker, { elder });
      const finger = await atHome(person);
      await finger.tap(/^找社区/);
      await person.write('说说您的事', '楼道灯坏了，请来看看');
      await finger.tap('发给值班人员');
      await person.sees('已送达，等待接单');
      expect(finger.taps()).toBeLessThanOrEqual(2);
      const { items } = await community().must(asker, listMyThreads, {});
      expect(items.map(({ title }) => title)).toEqual(['楼道灯坏了，请来看看']);
    });

    story(`a wish is with the community after three taps, ${who}`, async () => {
      const person = await newPerson(wisher, { elder });
      const finger = await atHome(person);
      await finger.tapTab('心愿墙');
      await finger.tap('许个心愿');
      await person.write('想要的是什么', '一台收音机');
      await person.write('联系电话', '13800000001');
      await finger.tap('许下心愿');
      await person.sees('心愿收到了');
      expect(finger.taps()).toBeLessThanOrEqual(3);
      const { wished } = await community().must(wisher, listMyWishes, {});
      expect(wished.map(({ title, category }) => [title, category])).toContainEqual([
        '一台收音机',
        'appliance',
      ]);
    });

    story(`a notice is acknowledged with one tap, ${who}`, async () => {
      const title = elder ? '明早停水两小时' : '今晚停水';
      const noticeId = await publish(title);
      const person = await newPerson(wisher, { elder });
      const finger = await atHome(person);
      const before = (await community().must(staffZhao, getReach, { noticeId })).total.acknowledgedCount;
      await finger.tap(`已知晓：${title}`);
      await person.sees('您已回复：已知晓');
      expect(finger.taps()).toBeLessThanOrEqual(2);
      const { total } = await community().must(staffZhao, getReach, { noticeId });
      expect(total.acknowledgedCount).toBe(before + 1);
      await community().must(staffZhao, cancelNotice, { noticeId, reason: '已经修好' });
    });
  }

  story(
    'the elders’ first screen has at most six things, a call among them, and help from others',
    async () => {
      await publish('电梯检修');
      const person = await newPerson(auntieZhang, { elder: true });
      const finger = await atHome(person);
      const things = await person.page.evaluate(thingsOnScreen);
      console.info(things.join(' / '));
      expect(things.length).toBeLessThanOrEqual(6);
      expect(things.filter((thing) => thing.startsWith('打电话'))).toHaveLength(1);

      await finger.tap(/^请人帮我办/);
      await person.canPress(/^打电话给值班室/);
      await person.context.grantPermissions(['clipboard-write', 'clipboard-read']);
      await finger.tap('发给家人');
      await person.sees('链接已复制，发给家人就行');
      const copied = await person.page.evaluate(() => navigator.clipboard.readText());
      const son = await newPerson(zhangsHusband);
      await son.page.goto(/http\S+/.exec(copied)?.[0] ?? '');
      await son.sees('您在帮张桂兰写');
      expect(await son.field('说说您的事').first().inputValue()).toBe('替家人张桂兰问：');
    },
  );
});

/** What one can press on the page, by name. What belongs to one notice is one thing; it runs inside the page. */
function thingsOnScreen(): string[] {
  const pressable = [...document.querySelectorAll('.hy-screen [role="button"], .hy-screen [role="link"]')];
  const things = pressable
    .filter((element) => element.checkVisibility() && !element.closest('.hy-navigation'))
    .map((element) => {
      const notice = element.closest('.hy-notice-brief');
      return notice ? '一条安全提示' : (element.getAttribute('aria-label') ?? element.textContent ?? '');
    });
  return [...new Set(things)];
}
