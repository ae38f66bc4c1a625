import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';

const { auntieZhang, uncleLi, volunteerChen, staffZhao } = cast;
const ACTIVITIES = 'pages/tabs/activities/index';

jest.setTimeout(90_000);

describe('the last seat', () => {
  const { story, newPerson } = tellStories();

  story(
    'goes to one of two who tap at once; the other waits, moves up, and shows the ticket at the door',
    async () => {
      const zhao = await newPerson(staffZhao);
      await zhao.goTo('pages/staff/activities/index');
      await zhao.tap('发布活动');
      await zhao.write('名称', '头花发夹课');
      await zhao.tap('手工');
      await zhao.write('介绍', '带上巧手，做一枚发夹回家。');
      await zhao.write('地点', '社区三楼活动室');
      await zhao.write('主办', '社区妇联');
      await zhao.write('名额（人）', '2');
      await zhao.tap('发布活动');
      await zhao.canPress('头花发夹课的名单和签到');

      const [zhang, li, chen] = await Promise.all([
        newPerson(auntieZhang),
        newPerson(uncleLi),
        newPerson(volunteerChen),
      ]);
      for (const person of [zhang, li, chen]) {
        await person.goTo(ACTIVITIES);
        await person.tap(/^头花发夹课，/);
        await person.canPress('我要报名');
      }
      await chen.tap('我要报名');
      await chen.sees('到场报这四个数');

      await Promise.all([zhang.tap('我要报名'), li.tap('我要报名')]);
      const outcome = async (person: typeof zhang): Promise<'seat' | 'queue'> => {
        await person.sees(/到场报这四个数|您排在候补第1位/);
        return (await person.isShown('到场报这四个数')) ? 'seat' : 'queue';
      };
      const outcomes = await Promise.all([outcome(zhang), outcome(li)]);
      expect([...outcomes].sort()).toEqual(['queue', 'seat']);
      const [seated, waiting] = outcomes[0] === 'seat' ? [zhang, li] : [li, zhang];

      await seated.tap('取消报名');
      await seated.answerBox('取消报名');
      await seated.canPress('排队候补');
      await waiting.page.reload();
      await waiting.sees('您已从候补转正');
      await waiting.sees('到场报这四个数');

      await zhao.tap('头花发夹课的名单和签到');
      await zhao.tap(`给${waiting.actor.name}签到`);
      await zhao.canPress(`撤销${waiting.actor.name}的签到`);
      await zhao.sees('已签到 1人');
      expect(await zhao.isShown(seated.actor.name)).toBe(false);
      await waiting.page.reload();
      await waiting.sees('已签到');
    },
  );
});
