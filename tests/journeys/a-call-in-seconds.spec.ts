import { askDesk, listMyThreads, listQueue } from '@domain/desk/desk.actions';
import type { Person } from '../support/browser';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';

const { auntieZhang, uncleLi, staffZhao, staffQian } = cast;
const QUEUE = 'pages/staff/queue/index';
const NOTE = '先别打座机，她老伴刚做完手术';
const HEARD = '厨房下水道返水，一直往外冒';

/** What a practised hand needs, in seconds: a key or a letter, and a tap with the move to it (Card, Moran and Newell). */
const PER_KEY = 0.2;
const PER_TAP = 1.1 + 0.2;

jest.setTimeout(120_000);

/** Somebody whose every key and tap is counted; the words of the caller, written down as they are said, are not. */
function counted(person: Person) {
  let keys = 0;
  let taps = 0;
  return {
    seconds: () => keys * PER_KEY + taps * PER_TAP,
    keys: () => keys,
    taps: () => taps,
    async press(key: string): Promise<void> {
      keys += key.split('+').length;
      await person.page.keyboard.press(key);
    },
    async type(letters: string): Promise<void> {
      keys += letters.length;
      await person.page.keyboard.type(letters);
    },
    async tap(name: string | RegExp): Promise<void> {
      taps += 1;
      await person.tap(name);
    },
    said: (words: string): Promise<void> => person.page.keyboard.insertText(words),
  };
}

/** With a mouse. */
const click = (person: Person, name: string | RegExp): Promise<void> =>
  person.pressable(name).first().click();

describe('somebody calls', () => {
  const { story, community, newPerson } = tellStories();

  story('and it is written down in seconds at the PC, noted, handed on, found by the colleague', async () => {
    const zhao = await newPerson(staffZhao, { isAtPc: true });
    await zhao.goTo(QUEUE);
    await zhao.sees('代录来电、上门、群消息');
    const hand = counted(zhao);
    await hand.press('n');
    await zhao.field('哪一户、哪一位').first().waitFor();
    await hand.type('2-1102');
    await zhao.canPress('李建国');
    await hand.press('Enter');
    await hand.said(HEARD);
    await hand.press('Control+Enter');
    await zhao.sees(/^记好了：2号楼1单元1102室 李建国/);
    expect(hand.keys()).toBeLessThanOrEqual(12);
    expect(hand.seconds()).toBeLessThan(10);

    const { items } = await community().must(staffQian, listQueue, { filter: 'waiting' });
    expect(items.map(({ title, asker, recorded }) => [title, asker?.name, recorded?.channel])).toEqual([
      [HEARD, '李建国', 'phone'],
    ]);

    await click(zhao, '打开');
    await zhao.sees('仅工作人员可见');
    await zhao.write('写给同事', NOTE);
    await click(zhao, '@钱进（值班）');
    await click(zhao, /^记下，并提醒钱进/);
    await zhao.sees(new RegExp(NOTE));
    await click(zhao, '转交同事');
    await click(zhao, '钱进（值班）');
    await zhao.write('为什么转交（只有同事看到）', '这栋楼归您');
    await click(zhao, '转交');
    await zhao.sees('已转给钱进继续办');

    const qian = await newPerson(staffQian);
    await qian.goTo('pages/staff/alerts/index');
    await qian.sees(/^赵敏提到您/);
    await qian.tap(/赵敏转给您/);
    await qian.sees('赵敏代录（电话）');
    await qian.tap(/^内部备注，仅工作人员可见/);
    await qian.sees(new RegExp(NOTE));

    const li = await newPerson(uncleLi);
    const [mine] = (await community().must(uncleLi, listMyThreads, {})).items;
    await li.goTo(`pages/desk/thread/index?threadId=${mine?.threadId ?? ''}`);
    await li.sees(HEARD);
    await li.sees('已转给钱进继续办');
    expect(await li.isShown(/内部备注|仅工作人员|座机/)).toBe(false);
    expect(await li.page.content()).not.toContain(NOTE);
  });

  story('and a phone needs four taps, a double tap among them makes one matter', async () => {
    const qian = await newPerson(staffQian);
    await qian.goTo('pages/staff/hub/index');
    const finger = counted(qian);
    await finger.tap(/^代录，/);
    await qian.field('哪一户、哪一位').first().waitFor();
    await finger.tap('上门');
    await qian.field('哪一户、哪一位').first().fill('1-1-101');
    await finger.tap('张桂兰');
    await qian.write('说了什么事', '来问老年卡怎么办');
    await qian.pressable('记下来').first().dblclick();
    await qian.sees(/^记好了：1号楼1单元101室 张桂兰/);
    expect(finger.taps() + 1).toBe(4);
    const { items } = await community().must(auntieZhang, listMyThreads, {});
    expect(items.map(({ title, recorded }) => [title, recorded?.channel])).toEqual([
      ['来问老年卡怎么办', 'visit'],
    ]);
  });

  story('and what is missing is said at its field, with nothing lost', async () => {
    const zhao = await newPerson(staffZhao);
    await zhao.goTo('pages/casework/record/index');
    await zhao.tap('记下来');
    await zhao.sees('填一下哪一户，或者怎么称呼');
    await zhao.sees(/还没有填写/);
    await zhao.write('哪一户、哪一位', '1-1-101');
    await zhao.canPress('张桂兰');
    await zhao.write('说了什么事', '楼上漏水');
    await zhao.tap('记下来');
    await zhao.sees('请点一下是哪一位');
    await zhao.page.reload();
    await zhao.canPress('刘志明');
    expect(await zhao.field('说了什么事').first().inputValue()).toBe('楼上漏水');
    await zhao.tap('这户其他人');
    await zhao.write('回电号码（加密保存）', '12');
    await zhao.tap('记下来');
    await zhao.sees('电话号码不对，请检查后重新填写');
    await zhao.write('回电号码（加密保存）', '13800000009');
    await zhao.goOffline();
    await zhao.tap('记下来');
    await zhao.sees(/网络不通/);
    await zhao.goOnline();
    await zhao.tap('记下来');
    await zhao.sees(/^记好了/);
    const { items } = await community().must(staffQian, listQueue, { filter: 'waiting' });
    expect(items.filter(({ title }) => title === '楼上漏水')).toMatchObject([
      { recorded: { isWithoutApp: true, hasPhone: true } },
    ]);
  });

  story('and becomes a wish or a notice, prefilled, with a way back and forth', async () => {
    const { thread } = await community().must(auntieZhang, askDesk, {
      message: { text: '孙子开学想要一个书包' },
    });
    const { threadId } = thread;
    const zhao = await newPerson(staffZhao);
    await zhao.goTo(`pages/casework/matter/index?threadId=${threadId}`);
    await zhao.tap('转成心愿');
    await zhao.sees('录好这一张');
    expect(await zhao.field('怎么称呼').first().inputValue()).toBe('张桂兰');
    expect(await zhao.field('住在哪里').first().inputValue()).toBe('1号楼1单元101室');
    await zhao.write('联系电话', '13800000001');
    await zhao.tap('录好这一张');
    await zhao.sees('录好了');
    await zhao.tap('回到会话');
    await zhao.tap('转成心愿：孙子开学想要一个书包，打开');
    await zhao.tap('看原来的会话');
    await zhao.sees('居民来信');

    await zhao.goTo(`pages/casework/matter/index?threadId=${threadId}`);
    await zhao.tap('发成提示');
    await zhao.sees('下一步：预览');
    expect(await zhao.field('标题').first().inputValue()).toBe('孙子开学想要一个书包');
  });
});
