import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';

const { newcomer, staffZhao } = cast;
const BIND = 'pages/people/bind/index';

jest.setTimeout(90_000);

describe('a newcomer moves in', () => {
  const { story, newPerson } = tellStories();

  story('is refused with a reason, corrects the door, and is confirmed', async () => {
    const [person, zhao] = await Promise.all([newPerson(newcomer), newPerson(staffZhao)]);
    const pick = async (field: string, option: string): Promise<void> => {
      await person.tap(new RegExp(`^${field}，`));
      await person.tap(option);
    };
    const request = async (door: string): Promise<void> => {
      await pick('哪栋楼', '3号楼');
      await pick('单元', '2单元');
      await pick('楼层', '5层');
      await pick('房号', door);
      await person.write('您的姓名', '周新');
      await person.write('手机号', '13900000009');
      await person.tap('提交，请社区确认');
      await person.sees('正在等社区确认');
    };

    await person.goTo(BIND);
    await person.tap('提交，请社区确认');
    await person.sees('请选一下');
    await request('501室');

    await zhao.goTo('pages/staff/bindings/index');
    await zhao.sees('3号楼2单元501室');
    expect(await zhao.isShown('13900000009')).toBe(false);
    await zhao.tap('不通过周新');
    await zhao.write('原因（申请人会看到）', '请核对门牌');
    await zhao.tap('不通过，并告知本人');
    await zhao.sees('都处理完了');

    await person.page.reload();
    await person.sees('请核对门牌');
    await request('502室');
    await zhao.page.reload();
    await zhao.tap('确认周新');
    await zhao.answerBox('确认');
    await zhao.sees('都处理完了');
    await person.page.reload();
    await person.sees('3号楼2单元502室');
    await person.sees('已绑定');
  });
});
