import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';
import { RED_DOT } from '../support/running-community-pictures';

const { auntieZhang, uncleLi, volunteerChen, volunteerHe, staffZhao } = cast;
const WALL = 'pages/tabs/wishes/index';
const REVIEW = 'pages/staff/wish-review/index';

jest.setTimeout(90_000);

describe('a wish comes true', () => {
  const { story, newPerson } = tellStories();

  story(
    'goes from the card over the wall to the thanks, and only the claimer sees whom to ring',
    async () => {
      const [zhang, zhao, chen, he, li] = await Promise.all([
        newPerson(auntieZhang),
        newPerson(staffZhao),
        newPerson(volunteerChen),
        newPerson(volunteerHe),
        newPerson(uncleLi),
      ]);
      await zhang.goTo(WALL);
      await zhang.tap('许个心愿');
      await zhang.write('想要的是什么', '给孙子一个书包');
      await zhang.tap('书包文具');
      await zhang.write('细节（可以不写）', '蓝色的，张桂兰的孙子上一年级');
      await zhang.write('联系电话', '13800000001');
      await zhang.tap('许下心愿');
      await zhang.sees('心愿收到了');

      await Promise.all([chen.goTo(WALL), he.goTo(WALL), li.goTo(WALL)]);
      await chen.sees('墙上的心愿都有人认领了');

      await zhao.goTo(REVIEW);
      await zhao.tap('审核：给孙子一个书包');
      await zhao.write('上墙的细节', '蓝色的，上一年级用');
      await zhao.tap('通过上墙');
      await zhao.sees('都审完了');

      await Promise.all([chen.page.reload(), he.page.reload(), li.page.reload()]);
      await Promise.all([chen, he].map((person) => person.tap(/^心愿：给孙子一个书包/)));
      expect(await chen.page.textContent('body')).not.toContain('张桂兰');
      await li.tap(/^心愿：给孙子一个书包/);
      await li.sees('心愿由志愿者和网格员认领');

      await Promise.all([chen.canPress('认领心愿'), he.canPress('认领心愿')]);
      await chen.tap('认领心愿');
      await chen.answerBox('我来认领');
      await chen.tap('查看联系方式');
      await chen.sees('13800000001');
      await chen.sees('张桂兰');

      await he.tap('认领心愿');
      await he.answerBox('我来认领');
      await he.sees('刚刚被别的邻居认领了');
      expect(await he.isShown('13800000001')).toBe(false);

      await chen.tap('心愿已实现');
      await chen.write('怎么实现的', '书包周六送到了，孩子很喜欢');
      await chen.pickPhoto(/加照片/, RED_DOT);
      await chen.canPress('第1张照片');
      await chen.tap('心愿已实现');
      await chen.canPress('第1张照片，共1张');

      await zhang.tap('看看我的心愿');
      await zhang.sees('书包周六送到了，孩子很喜欢');
      await zhang.tap('说一声谢谢');
      await zhang.write('想对热心邻居说的话', '谢谢您！');
      await zhang.tap('送出谢意');
      await zhang.sees('已致谢');
      await chen.page.reload();
      await chen.page.getByRole('img', { name: /^锦旗.*谢谢您！/ }).waitFor();
    },
  );

  story('is written by staff for an elder without a phone, and asks for no money', async () => {
    const zhao = await newPerson(staffZhao);
    await zhao.goTo('pages/staff/wish-record/index');
    await zhao.write('想要的是什么', '借钱看病');
    await zhao.tap('家用电器');
    await zhao.write('怎么称呼', '王桂英');
    await zhao.write('联系电话', '13800000002');
    await zhao.write('住在哪里', '3号楼2单元502');
    await zhao.tap(/^录好/);
    await zhao.sees('微心愿只送实物和帮忙');
    expect(await zhao.field('怎么称呼').first().inputValue()).toBe('王桂英');

    await zhao.write('想要的是什么', '一台收音机');
    await zhao.tap(/^录好/);
    await zhao.sees('录好了');
    await zhao.tap('去审核');
    await zhao.canPress('审核：一台收音机');
  });

  story('is not lost when the network goes while it is being sent', async () => {
    const li = await newPerson(uncleLi);
    await li.goTo('pages/wishes/new/index');
    await li.write('想要的是什么', '一把折叠椅');
    await li.tap('其他');
    await li.write('联系电话', '13800000003');
    await li.goOffline();
    await li.tap('许下心愿');
    await li.sees('网络不通');
    expect(await li.field('想要的是什么').first().inputValue()).toBe('一把折叠椅');
    await li.goOnline();
    await li.tap('许下心愿');
    await li.sees('心愿收到了');
    await li.goTo('pages/wishes/mine/index');
    await li.canPress(/^心愿：一把折叠椅/);
    expect(await li.pressable(/^心愿：一把折叠椅/).count()).toBe(1);
  });
});
