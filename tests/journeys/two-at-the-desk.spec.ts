import { addPhrase } from '@domain/desk/console.actions';
import { openThread } from '@domain/desk/desk.actions';
import type { Person } from '../support/browser';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';
import { nextTimeOfDay } from '../support/running-community-clock';

const { auntieZhang, staffZhao, staffQian } = cast;
const QUEUE = 'pages/staff/queue/index';
const ASK = '说说您的事';

jest.setTimeout(90_000);

describe('two members of staff at two PCs, with nothing but their keyboards', () => {
  const { story, community, newPerson } = tellStories({ startAt: nextTimeOfDay(2, 10) });

  const key = (person: Person, name: string): Promise<void> => person.page.keyboard.press(name);
  const type = (person: Person, words: string): Promise<void> => person.page.keyboard.insertText(words);
  const threadOf = (person: Person): string =>
    new URLSearchParams(person.page.url().split('?')[1]).get('threadId') ?? '';

  story(
    'take, answer and resolve a neighbour’s matter, and see each other before they answer twice',
    async () => {
      await community().must(staffZhao, addPhrase, {
        label: '核实',
        text: '{称呼}您好，我是{我}，马上帮您核实。',
        digit: 1,
      });
      const [zhang, zhao, qian] = await Promise.all([
        newPerson(auntieZhang),
        newPerson(staffZhao, { isAtPc: true }),
        newPerson(staffQian, { isAtPc: true }),
      ]);
      await Promise.all([zhao.goTo(QUEUE), qian.goTo(QUEUE)]);
      await Promise.all([zhao.sees('没有人在等'), qian.sees('没有人在等')]);

      await zhang.goTo('pages/tabs/desk/index');
      await zhang.write(ASK, '半夜楼道水管爆了怎么办');
      await zhang.tap('发给值班人员');
      await zhang.sees('已送达，等待接单');

      await Promise.all([zhao.sees('半夜楼道水管爆了怎么办'), qian.sees('半夜楼道水管爆了怎么办')]);
      await key(zhao, 'j');
      await zhao.sees('会话编号');
      await zhao.sees('1号楼1单元101室');
      await key(qian, 'ArrowDown');
      await qian.sees('赵敏也在看这件事');

      await key(zhao, 't');
      await zhang.sees('赵敏正在为您处理');
      await key(zhao, '1');
      await zhao.sees('张桂兰您好，我是赵敏，马上帮您核实。');
      await qian.sees('赵敏正在写回复');

      await key(qian, 'r');
      await type(qian, '我联系物业');
      await key(zhao, 'Control+Enter');
      await zhang.sees('张桂兰您好，我是赵敏，马上帮您核实。');
      await qian.sees(/^赵敏刚刚已经回复了，请看一眼再发/);
      expect(await qian.field('回复居民').first().inputValue()).toBe('我联系物业');
      await key(qian, 'Control+Enter');
      await zhang.sees('我联系物业');

      await key(zhao, 'Escape');
      await key(zhao, 'e');
      await zhao.sees('这件事办结了？');
      await key(zhao, 'Enter');
      await zhang.sees('赵敏已办结，请您确认');

      await key(qian, 'Escape');
      await key(qian, '/');
      await type(qian, '张桂兰 水管');
      await qian.sees('找到1条');
      await key(qian, '?');
      expect(await qian.isShown('值班台的快捷键')).toBe(false);
      await key(qian, 'Escape');
      await key(qian, 'Shift+?');
      await qian.sees('值班台的快捷键');
      await key(qian, 'Escape');

      const page = await community().must(staffZhao, openThread, { threadId: threadOf(zhao) });
      expect(
        page.messages.filter(({ side }) => side === 'desk').map(({ name, text }) => [name, text]),
      ).toEqual([
        ['赵敏', '张桂兰您好，我是赵敏，马上帮您核实。'],
        ['钱进', '我联系物业'],
      ]);
    },
  );

  story('one of them in two tabs sends a message once', async () => {
    const [zhang, zhao] = await Promise.all([newPerson(auntieZhang), newPerson(staffZhao, { isAtPc: true })]);
    await zhang.goTo('pages/tabs/desk/index');
    await zhang.write(ASK, '楼下的灯坏了');
    await zhang.tap('发给值班人员');
    await zhao.goTo(QUEUE);
    await zhao.sees('楼下的灯坏了');
    await key(zhao, 'j');
    await zhao.sees('会话编号');
    const second = await zhao.context.newPage();
    await second.goto(zhao.page.url());
    const box = second.getByRole('textbox', { name: '回复居民' });
    await box.waitFor();

    await zhao.page.bringToFront();
    await key(zhao, 'r');
    await type(zhao, '明天换灯泡');
    await second.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('.hy-console__talk textarea')?.value === '明天换灯泡',
    );
    await key(zhao, 'Control+Enter');
    await zhang.sees('明天换灯泡');
    await second.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('.hy-console__talk textarea')?.value === '',
    );
    const page = await community().must(staffZhao, openThread, { threadId: threadOf(zhao) });
    expect(page.messages.filter(({ text }) => text === '明天换灯泡')).toHaveLength(1);
  });
});
