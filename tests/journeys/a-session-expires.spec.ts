import { listMyThreads } from '@domain/desk/desk.actions';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';

const { auntieZhang, uncleLi } = cast;
const DESK = 'pages/tabs/desk/index';
const ASK = '说说您的事';
/** A browser reports a refused request by itself. */
const REFUSED = /status of 401/;

jest.setTimeout(90_000);

describe('signing in on this computer', () => {
  const { story, community, newPerson } = tellStories();

  story('lets anyone be a person of the community, each tab a different one', async () => {
    const person = await newPerson(auntieZhang);
    await person.goTo('pages/tabs/me/index');
    await person.tap(/^退出/);
    await person.tap(/^李建国/);
    await person.sees('李建国，');
    await person.tapTab('我的');
    await person.sees('2号楼1单元1102室');
  });

  story('keeps what was written when the session has expired, and leads back to it', async () => {
    const li = await newPerson(uncleLi, { mayComplain: REFUSED });
    await li.goTo(DESK);
    await li.write(ASK, '楼下有人放烟花');
    await community().endSession(uncleLi.openid);
    await li.sees('登录已过期');
    await li.tap(/^李建国/);
    await li.sees('赵敏、钱进');
    expect(await li.field(ASK).first().inputValue()).toBe('楼下有人放烟花');
    await li.tap('发给值班人员');
    await li.sees('已送达，等待接单');
    const { items } = await community().must(uncleLi, listMyThreads, {});
    expect(items.map(({ title, messageCount }) => [title, messageCount])).toEqual([['楼下有人放烟花', 1]]);
  });
});
