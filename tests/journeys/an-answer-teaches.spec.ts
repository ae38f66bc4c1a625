import { askDesk, replyInThread, resolveThread } from '@domain/desk/desk.actions';
import { grantVetting, makePublic, publishPublic } from '@domain/desk/public-question.actions';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';

const { auntieZhang, uncleLi, volunteerChen, staffZhao } = cast;
const DESK = 'pages/tabs/desk/index';
const ASK = '说说您的事';

jest.setTimeout(90_000);

describe('answers that teach', () => {
  const { story, community, newPerson } = tellStories();

  story(
    'a neighbour’s slip of the pen finds the answer, nothing is sent, and staff see it counted',
    async () => {
      const zhang = await newPerson(auntieZhang);
      await zhang.goTo(DESK);
      await zhang.write(ASK, '屋里暖器不热');
      await zhang.tap(/^暖气不热怎么办/);
      await zhang.sees('先看进户阀门是否打开');
      await zhang.tap('是的，解决了');
      await zhang.sees('很高兴帮到您');

      const zhao = await newPerson(staffZhao);
      await zhao.goTo('pages/answers/figures/index');
      await zhao.sees(/平均每天提问/);
      await zhao.canPress(/近7天/);
      await zhao.goTo('pages/answers/list/index');
      await zhao.sees(/帮到1人/);
    },
  );

  story('a thread becomes a public question that a vetted neighbour answers and staff confirm', async () => {
    const { thread } = await community().must(auntieZhang, askDesk, {
      message: { text: '老年卡在哪里办，我是1号楼1单元101室张桂兰' },
    });
    const { threadId } = thread;
    await community().must(staffZhao, replyInThread, { threadId, message: { text: '带身份证到街道办' } });
    await community().must(staffZhao, resolveThread, { threadId });
    const made = await community().must(staffZhao, makePublic, { threadId });
    const { questionId } = made.card;
    await community().must(staffZhao, publishPublic, {
      questionId,
      version: made.version,
      question: '老年卡在哪里办？',
      detail: '',
      answer: '',
    });
    await community().must(staffZhao, grantVetting, {
      personId: volunteerChen.personId,
      role: 'policyExpert',
      note: '退休前在社保所',
    });

    const li = await newPerson(uncleLi);
    await li.goTo('pages/desk/public/index');
    await li.tap(/^老年卡在哪里办/);
    await li.tap('我也遇到');
    await li.sees('1位邻居也遇到');
    await li.sees('还没有人解答');

    const chen = await newPerson(volunteerChen);
    await chen.goTo(`pages/desk/public-question/index?questionId=${questionId}`);
    await chen.write(/您知道怎么办/, '我上周刚办，带身份证和两张照片去街道。');
    await chen.tap('发布解答');
    await chen.sees('待核对，暂不公开');

    const zhao = await newPerson(staffZhao);
    await zhao.goTo('pages/answers/public/index');
    await zhao.tap('待核对解答');
    await zhao.tap(/^老年卡在哪里办/);
    await zhao.tap('说得对');
    await zhao.sees('赵敏已核对');

    await li.goTo(`pages/desk/public-question/index?questionId=${questionId}`);
    await li.page.reload();
    await li.sees('赵敏已核对');
    await li.tap('谢谢邻居');
    await li.sees('1位邻居说了谢谢');
  });
});
