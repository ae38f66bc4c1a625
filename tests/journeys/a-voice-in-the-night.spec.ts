import { getThread, listQueue, replyInThread } from '@domain/desk/desk.actions';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';

const { auntieZhang, staffZhao } = cast;

jest.setTimeout(90_000);

describe('a resident who would rather speak than type', () => {
  const { story, community, newPerson } = tellStories();

  story('sends a place and a voice note; the desk hears it, and each sees what the other does', async () => {
    const zhang = await newPerson(auntieZhang, { elder: true });
    await zhang.goTo('pages/tabs/desk/index');
    await zhang.write('说说您的事', '电梯里有怪声音');
    await zhang.tap('发给值班人员');
    await zhang.sees('已送达，等待接单');
    await zhang.sees('已送达');
    const threadId = new URLSearchParams(zhang.page.url().split('?')[1]).get('threadId') ?? '';

    await zhang.tap('添加位置');
    await zhang.tap('3号楼');
    await zhang.tap('2单元');
    await zhang.tap('5层');
    await zhang.write('具体在哪（可不填）', '电梯口');
    await zhang.tap('确定：3号楼 2单元 5层 · 电梯口');
    await zhang.tap('说一段语音');
    await zhang.sees(/^0:01$/);
    await zhang.tap('说完了');
    await zhang.sees(/^[12]″$/);
    await zhang.tap(/^语音，\d秒，点按播放/);
    await zhang.write('补充说明', '您听');
    await zhang.tap('发送');

    const zhao = await newPerson(staffZhao);
    await zhao.goTo(`pages/staff/thread/index?threadId=${threadId}`);
    await zhao.sees('3号楼 2单元 5层 · 电梯口');
    await zhao.tap(/^语音，\d秒，点按播放/);
    await zhao.pressable(/^语音，\d秒，正在播放/).waitFor();
    await zhang.sees('社区已读');

    await zhao.write('回复居民', '听到了，马上请维保');
    await zhang.sees('值班人员正在输入…');
    await zhao.tap('发送');
    await zhang.sees('听到了，马上请维保');
    await zhao.sees('对方已读');
    await zhang.write('补充说明', '谢谢');
    await zhao.sees('居民正在输入…');

    const { messages } = await community().must(auntieZhang, getThread, { threadId });
    const spoken = messages.find(({ voice }) => voice);
    expect(spoken).toMatchObject({ text: '您听', place: '3号楼 2单元 5层 · 电梯口' });
    const sound = await fetch(spoken?.voice?.url ?? '');
    expect(sound.headers.get('content-type')).toMatch(/^audio\//);
  });

  story('asks by voice alone, without typing a word', async () => {
    const zhang = await newPerson(auntieZhang, { elder: true });
    await zhang.goTo('pages/tabs/desk/index');
    await zhang.tap('语音、位置');
    await zhang.tap('说一段语音');
    await zhang.sees(/^0:01$/);
    await zhang.tap('说完了');
    await zhang.tap('添加位置');
    await zhang.tap('我家，1号楼1单元101室');
    await zhang.tap('发送');
    await zhang.sees('已送达，等待接单');
    const { items } = await community().must(staffZhao, listQueue, { filter: 'waiting' });
    expect(items.map(({ title }) => title)).toContainEqual(expect.stringMatching(/^（语音 [12]″）$/));
  });

  story('finds what was said long ago, and nobody else’s', async () => {
    const zhang = await newPerson(auntieZhang);
    await zhang.goTo('pages/tabs/desk/index');
    await zhang.write('说说您的事', '阳台的水管在滴水');
    await zhang.tap('发给值班人员');
    await zhang.sees('已送达，等待接单');
    const threadId = new URLSearchParams(zhang.page.url().split('?')[1]).get('threadId') ?? '';
    await community().must(staffZhao, replyInThread, { threadId, message: { text: '请先关角阀' } });
    await zhang.goTo('pages/desk/mine/index');
    await zhang.write('说过的话、地点或编号', '角阀');
    await zhang.tap(/^阳台的水管在滴水/);
    await zhang.sees('请先关角阀');
  });
});
