import { listMyThreads } from '@domain/desk/desk.actions';
import type { Person } from '../support/browser';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';
import { RED_DOT } from '../support/running-community-pictures';
import { nextTimeOfDay } from '../support/running-community-clock';

const { auntieZhang, uncleLi, volunteerChen, newcomer, staffZhao, staffQian } = cast;
const DESK = 'pages/tabs/desk/index';
const HOME = 'pages/tabs/home/index';
const QUEUE = 'pages/staff/queue/index';
const ASK = '说说您的事';

jest.setTimeout(90_000);

describe('a resident asks at ten past two at night and the person on duty answers', () => {
  const { story, community, newPerson } = tellStories({ startAt: nextTimeOfDay(2, 10) });

  const titles = async (person: Person): Promise<unknown[]> => {
    const { items } = await community().must(person.actor, listMyThreads, {});
    return items.map(({ title, messageCount }) => [title, messageCount]);
  };

  const ask = async (person: Person, words: string): Promise<void> => {
    await person.goTo(DESK);
    await person.write(ASK, words);
    await person.tap('发给值班人员');
    await person.sees('已送达，等待接单');
  };

  story(
    'reaches both people on duty at once, is taken by one, answered, reopened and confirmed',
    async () => {
      const [zhang, zhao, qian] = await Promise.all([
        newPerson(auntieZhang),
        newPerson(staffZhao),
        newPerson(staffQian),
      ]);
      await Promise.all([zhao.goTo(QUEUE), qian.goTo(QUEUE), zhang.goTo(HOME)]);
      await zhang.sees('赵敏、钱进');
      await Promise.all([zhao.sees('没有人在等'), qian.sees('没有人在等')]);

      await ask(zhang, '半夜楼道水管爆了怎么办');
      await zhang.sees(/已等待/);
      await Promise.all([zhao.sees('半夜楼道水管爆了怎么办'), qian.sees('半夜楼道水管爆了怎么办')]);

      await zhao.tap(/半夜楼道水管爆了怎么办，等待接单/);
      await zhao.sees('1号楼1单元101室');
      await zhao.tap('接单');
      await zhang.sees('赵敏正在为您处理');
      await zhao.write(/^回复居民/, '马上联系物业关阀门');
      await zhao.tap('发送');
      const sentAt = Date.now();
      await zhang.sees('马上联系物业关阀门');
      console.info(`the answer stood on the other phone after ${Date.now() - sentAt} ms`);

      await zhao.tap('办结');
      await zhao.answerBox('办结');
      await zhang.sees('赵敏已办结，请您确认');
      await zhang.tap('还没解决');
      await zhang.sees('已送达，等待接单');
      await qian.sees('半夜楼道水管爆了怎么办');
      await qian.tap(/半夜楼道水管爆了怎么办，等待接单/);
      await qian.tap('接单');
      await qian.tap('办结');
      await qian.answerBox('办结');
      await zhang.tap('确认解决');
      await zhang.sees('您已确认解决');
    },
  );

  story('carries a photo, which the person on duty can see', async () => {
    const [li, zhao] = await Promise.all([newPerson(uncleLi), newPerson(staffZhao)]);
    await li.goTo(DESK);
    await li.write(ASK, '天花板在漏水');
    await li.pickPhoto(/加照片/, RED_DOT);
    await li.canPress('第1张照片');
    await li.tap('发给值班人员');
    await li.canPress('第1张照片，共1张');

    await zhao.goTo(QUEUE);
    await zhao.tap(/天花板在漏水，等待接单/);
    await zhao.canPress('第1张照片，共1张');
    await zhao.seesPictures();
  });

  story('shows a number on the way back in when an answer has come meanwhile', async () => {
    const [chen, zhao] = await Promise.all([newPerson(volunteerChen), newPerson(staffZhao)]);
    await ask(chen, '狗证在哪办');
    await chen.goTo(HOME);
    await zhao.goTo(QUEUE);
    await zhao.tap(/狗证在哪办，等待接单/);
    await zhao.write(/^回复居民/, '带上免疫证到派出所');
    await zhao.tap('发送');
    await zhao.sees('带上免疫证到派出所');

    await chen.page.reload();
    await chen.canPress(/狗证在哪办，处理中，\d条新回复/);
    await chen.tap(/狗证在哪办，处理中/);
    await chen.sees('带上免疫证到派出所');
    await chen.tap('返回');
    await chen.canPress(/^狗证在哪办，处理中，赵敏/);
  });

  story('keeps the words without a network and delivers them exactly once after', async () => {
    const li = await newPerson(uncleLi);
    await li.goTo(DESK);
    await li.sees('赵敏、钱进');
    await li.goOffline();
    await li.write(ASK, '电梯停在三楼');
    await li.tap('发给值班人员');
    await li.sees('还没发出去，网络恢复后自动发送');
    await li.goOnline();
    await li.seesNoMore('还没发出去');
    await li.sees(/电梯停在三楼/);
    expect((await titles(li)).filter((line) => String(line).startsWith('电梯停在三楼'))).toEqual([
      ['电梯停在三楼', 1],
    ]);
  });

  story('keeps what was being typed when the page is closed', async () => {
    const li = await newPerson(uncleLi);
    await li.goTo(DESK);
    await li.write(ASK, '还没写完');
    await li.goTo(HOME);
    await li.sees('今日值班');
    await li.page.reload();
    await li.goTo(DESK);
    await li.sees('赵敏、钱进');
    expect(await li.field(ASK).first().inputValue()).toBe('还没写完');
  });

  story('takes emoji as words, sends no blanks, and cuts a novel at what fits', async () => {
    const person = await newPerson(newcomer);
    await person.goTo(DESK);
    await person.write(ASK, '   ');
    await person.isOff('发给值班人员');
    await person.write(ASK, '长'.repeat(1200));
    await person.sees('1000/1000');
    await person.write(ASK, '👵🏻🙏🆘');
    await person.tap('发给值班人员');
    await person.sees('已送达，等待接单');
    await person.sees('👵🏻🙏🆘');
    expect(await titles(person)).toEqual([['👵🏻🙏🆘', 1]]);
  });
});
