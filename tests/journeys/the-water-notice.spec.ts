import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';

const { auntieZhang, zhangsHusband, uncleLi, staffZhao } = cast;
const HOME = 'pages/tabs/home/index';
const TITLE = '1号楼今晚停水';

jest.setTimeout(90_000);

describe('the water notice reaches the right building', () => {
  const { story, newPerson } = tellStories();

  story(
    'is seen and answered there and nowhere else, is replaced by its update and taken back everywhere',
    async () => {
      const zhao = await newPerson(staffZhao);
      await zhao.goTo('pages/staff/notices/index');
      await zhao.tap('写提示');
      await zhao.tap('施工停水');
      await zhao.write('标题', TITLE);
      await zhao.tap('选择第一网格的楼栋');
      await zhao.tap('1号楼');
      await zhao.tap('下一步：预览');
      await zhao.sees('居民看到的样子');
      await zhao.sees(TITLE);

      const [zhang, husband, li] = await Promise.all([
        newPerson(auntieZhang),
        newPerson(zhangsHusband),
        newPerson(uncleLi),
      ]);
      await zhang.goTo(HOME);
      await zhang.sees('今日值班');
      expect(await zhang.isShown(TITLE)).toBe(false);

      await zhao.tap('发布');
      await zhao.answerBox('发布');
      await zhao.sees('谁还不知道');
      await zhao.canPress(/^1号楼，0户需要帮助，24户/);

      await zhang.page.reload();
      await Promise.all([husband.goTo(HOME), li.goTo(HOME)]);
      await zhang.sees(TITLE);
      await zhang.tap(`已知晓：${TITLE}`);
      await zhang.cannotPress(/^已知晓：/);
      await zhang.sees('已知晓');
      await li.sees('今日值班');
      expect(await li.isShown(TITLE)).toBe(false);

      await husband.tap(`需要帮助：${TITLE}`);
      await husband.write('需要什么帮助（可以不写）', '老人行动不便');
      await husband.tap('告诉值班人员');
      await husband.sees('已告诉值班人员，会马上联系您');
      await zhao.canPress(/^1号楼，1户需要帮助，23户/);

      await zhao.tap('更新内容');
      await zhao.write('标题', '1号楼停水改到明晚');
      await zhao.tap('更新并重新通知');
      await zhao.answerBox('更新');
      await zhao.sees('谁还不知道');
      await zhang.page.reload();
      await zhang.sees('1号楼停水改到明晚');
      await zhang.canPress('已知晓：1号楼停水改到明晚');
      expect(await zhang.isShown(TITLE)).toBe(false);

      await zhao.goTo('pages/staff/notices/index');
      await zhao.tap('1号楼停水改到明晚');
      await zhao.tap('取消提示');
      await zhao.write('为什么取消（居民会看到）', '施工改期');
      await zhao.tap('取消提示并告知居民');
      await zhao.sees('已取消');
      for (const person of [zhang, husband]) {
        await person.page.reload();
        await person.canPress(/1号楼停水改到明晚，已取消$/);
        expect(await person.pressable(/^已知晓：/).count()).toBe(0);
      }
      await zhang.tap(/1号楼停水改到明晚，已取消$/);
      await zhang.sees('取消原因：施工改期');

      await zhao.goTo('pages/staff/queue/index');
      await zhao.canPress(/刘志明：【需要帮助】1号楼今晚停水：老人行动不便/);
    },
  );
});
