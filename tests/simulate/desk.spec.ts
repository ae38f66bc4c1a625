import { askDesk, listMyThreads, listQueue, replyInThread, resolveThread } from '@domain/desk/desk.actions';
import { ERROR_WORDS } from '@domain/error-words';
import { cast } from '../support/cast';
import { liveHere } from '../support/mini-program-neighbourhood';
import { untilTrue } from '../support/mini-program';
import { RED_DOT } from '../support/running-community-pictures';

const { auntieZhang, uncleLi, zhangsHusband, newcomer, staffZhao } = cast;
const ASK = '说说您的事';
const SEND = '发给值班人员';

jest.setTimeout(30_000);

describe('the desk in the compiled mini-program', () => {
  const { community, phoneOf, start, quit } = liveHere();
  const mine = (actor: typeof auntieZhang) => community().must(actor, listMyThreads, {});

  it('carries a question to the desk and shows the answer while the page is open', async () => {
    const app = await start(phoneOf(auntieZhang));
    const desk = await app.tapTab('服务台');
    await desk.read('赵敏');
    await desk.read('钱进');

    await desk.type(ASK, '半夜楼道水管爆了');
    await desk.tap(SEND);
    const thread = await app.arriveAt('pages/desk/thread');
    await thread.read('已送达，等待接单');
    await thread.read('半夜楼道水管爆了');

    const { items } = await community().must(staffZhao, listQueue, { filter: 'waiting' });
    const { threadId } = items.find(({ title }) => title === '半夜楼道水管爆了') ?? { threadId: '' };
    await community().must(staffZhao, replyInThread, { threadId, message: { text: '马上来关阀门' } });
    await thread.read('马上来关阀门');
    await thread.read('赵敏正在为您处理');

    await community().must(staffZhao, resolveThread, { threadId });
    await thread.tap('确认解决');
    await thread.read('您已确认解决');
    expect((await mine(auntieZhang)).items.map(({ title, status }) => [title, status])).toEqual([
      ['半夜楼道水管爆了', 'confirmed'],
    ]);
    await app.back();
    await app.arriveAt('pages/tabs/desk');
    await desk.see(/^半夜楼道水管爆了，已确认解决/);
  });

  it('offers an answer that is known already before anything is sent', async () => {
    const app = await start(phoneOf(uncleLi));
    const desk = await app.tapTab('服务台');
    await desk.type(ASK, '家里暖气不热');
    await desk.tap('暖气不热怎么办，看回答');
    await desk.read('先看进户阀门是否打开');
    await desk.tap('是的，解决了');
    await desk.read('很高兴帮到您');
    expect((await mine(uncleLi)).items).toEqual([]);

    await desk.type(ASK, '暖气还是不热');
    await desk.tap('暖气不热怎么办，看回答');
    await desk.tap('没有，发给社区');
    await app.arriveAt('pages/desk/thread');
    expect((await mine(uncleLi)).items.map(({ title }) => title)).toEqual(['暖气还是不热']);
  });

  it('sends a double tap once', async () => {
    const app = await start(phoneOf(zhangsHusband));
    const desk = await app.tapTab('服务台');
    await desk.type(ASK, '楼道灯不亮');
    await desk.tap(SEND, 3);
    await app.arriveAt('pages/desk/thread');
    expect((await mine(zhangsHusband)).items.map(({ title }) => title)).toEqual(['楼道灯不亮']);
    expect(app.phone.calls('thread.ask')).toHaveLength(1);
  });

  it('says that the network is gone, keeps the words through a restart, and delivers them once', async () => {
    const phone = phoneOf(newcomer);
    const first = await start(phone);
    const desk = await first.tapTab('服务台');
    await desk.type(ASK, '还没写完的话');
    first.putAway();
    await quit(first);

    const app = await start(phone);
    const again = await app.tapTab('服务台');
    expect(await again.valueOf(ASK)).toBe('还没写完的话');
    phone.goOffline();
    await again.type(ASK, '还没写完的话，现在写完了');
    await again.tap(SEND);
    await again.read('还没发出去，网络恢复后自动发送');
    phone.goOnline();
    await untilTrue(
      async () => (await mine(newcomer)).items.length > 0,
      () => 'the question never arrived',
    );
    expect((await mine(newcomer)).items.map(({ title, messageCount }) => [title, messageCount])).toEqual([
      ['还没写完的话，现在写完了', 1],
    ]);
  });

  it('asks for no news while the phone is in the pocket, and has it when it is taken out', async () => {
    const asked = await community().must(auntieZhang, askDesk, { message: { text: '明天有人吗' } });
    const { threadId } = asked.thread;
    const app = await start(phoneOf(auntieZhang), `pages/desk/thread/index?threadId=${threadId}`);
    const thread = await app.arriveAt('pages/desk/thread');
    await thread.read('明天有人吗');
    app.putAway();
    await community().must(staffZhao, replyInThread, { threadId, message: { text: '二十四小时都有' } });
    expect(thread.text()).not.toContain('二十四小时都有');
    app.takeOut();
    await thread.read('二十四小时都有');
  });

  it('does not send blanks, and says in Chinese what is too long', async () => {
    const app = await start(phoneOf(uncleLi));
    const desk = await app.tapTab('服务台');
    await desk.type(ASK, '   ');
    expect(await desk.isOff(SEND)).toBe(true);
    const reply = await community().call(uncleLi, askDesk, { message: { text: '长'.repeat(1001) } });
    expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
    expect(ERROR_WORDS.INVALID_INPUT).toMatch(/请按提示修改/);
  });

  it('carries a photo with the question', async () => {
    const phone = phoneOf(uncleLi);
    phone.putInAlbum({ path: 'wxfile://tmp/leak.png', bytes: RED_DOT });
    const app = await start(phone);
    const desk = await app.tapTab('服务台');
    await desk.type(ASK, '天花板在漏水');
    await desk.tap(/加照片/);
    await desk.see('第1张照片');
    await desk.tap(SEND);
    const thread = await app.arriveAt('pages/desk/thread');
    await thread.see('第1张照片，共1张');
  });
});
