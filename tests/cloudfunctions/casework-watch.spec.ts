import { endWatch, mergeThreads, startWatch } from '@domain/desk/casework.actions';
import * as desk from '@domain/desk/desk.actions';
import { getHandover, listAlerts, listHandovers } from '@domain/desk/duty.actions';
import { HOUR, MINUTE } from '@domain/kernel/time';
import { cast, type Actor } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, staffZhao, staffQian, secretaryBai, otherStaff } = cast;

let community: TestCommunity;
beforeEach(async () => {
  community = await openCommunity();
});
afterEach(() => community.close());

const ask = async () =>
  (await community.must(auntieZhang, desk.askDesk, { message: { text: '水管裂了，明天才有师傅' } })).thread
    .threadId;
const plan = (threadId: string, hours = 7) => ({
  threadId,
  who: '门岗老周',
  what: '每小时扫一次水，别结冰',
  from: community.now(),
  until: community.now() + hours * HOUR,
});
const told = async (actor: Actor) =>
  (await community.must(actor, listAlerts, {})).items.filter(({ kind }) => kind === 'watch');

describe('a watch through the night until the plumber comes', () => {
  it('stands on the matter and on the hand-over sheet, and reminds those on duty when its time is up', async () => {
    const threadId = await ask();
    await community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '今晚有人守' } });
    const key = freshKey();
    await community.must(staffZhao, startWatch, plan(threadId), key);
    const { thread } = await community.must(staffZhao, startWatch, plan(threadId), key);
    expect(thread.watches).toMatchObject([{ who: '门岗老周', status: 'running', byName: '赵敏' }]);
    community.advance(6 * HOUR);
    await community.runTimer();
    const { items: cards } = await community.must(staffQian, listHandovers, {});
    const sheet = await community.must(staffQian, getHandover, { handoverId: cards[0]?.handoverId ?? '' });
    expect(sheet.items.map(({ kind, title, hint }) => [kind, title, hint])).toContainEqual([
      'watch',
      '每小时扫一次水，别结冰',
      '门岗老周值守',
    ]);
    expect(await told(secretaryBai)).toEqual([]);
    community.advance(HOUR + MINUTE);
    await community.runTimer();
    await community.runTimer();
    expect(await told(secretaryBai)).toMatchObject([{ isLoud: true, pageId: threadId }]);
    const seen = await community.must(auntieZhang, desk.getThread, { threadId });
    expect(seen.thread.watches).toBeUndefined();
    expect(JSON.stringify(seen)).not.toContain('老周');
    expect(seen.messages.at(-1)?.text).toContain('已安排值守，到');
  });

  it('stays on the sheet although its matter is resolved, until it is ended', async () => {
    const threadId = await ask();
    await community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '今晚有人守' } });
    const { thread } = await community.must(staffZhao, startWatch, plan(threadId, 20));
    await community.must(staffZhao, desk.resolveThread, { threadId });
    community.advance(6 * HOUR);
    await community.runTimer();
    const sheetItems = async () => {
      const { items } = await community.must(staffQian, listHandovers, {});
      const handoverId = items[0]?.handoverId ?? '';
      return (await community.must(staffQian, getHandover, { handoverId })).items.map(({ kind }) => kind);
    };
    expect(await sheetItems()).toEqual(['watch']);
    const watchId = thread.watches?.[0]?.watchId ?? '';
    await community.must(staffZhao, endWatch, { threadId, watchId, note: '修好了', next: null });
    community.advance(HOUR);
    await community.runTimer();
    expect(await sheetItems()).toEqual([]);
  });

  it('is handed to the next person, and ended once', async () => {
    const threadId = await ask();
    const { thread } = await community.must(staffZhao, startWatch, plan(threadId));
    const watchId = thread.watches?.[0]?.watchId ?? '';
    const until = community.now() + 9 * HOUR;
    const next = await community.must(staffQian, endWatch, {
      threadId,
      watchId,
      note: '老周下班',
      next: { who: '门岗老李', until },
    });
    expect(next.thread.watches).toMatchObject([
      { who: '门岗老周', status: 'handedOver', note: '老周下班' },
      { who: '门岗老李', status: 'running', what: '每小时扫一次水，别结冰', until },
    ]);
    expect(await community.call(staffZhao, endWatch, { threadId, watchId, next: null })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FROM_STATE',
    });
  });

  it('goes with its matter into the one it is merged into, and reminds once', async () => {
    const early = await ask();
    community.advance(1000);
    const late = await ask();
    await community.must(staffZhao, startWatch, plan(late));
    await community.must(staffZhao, mergeThreads, { threadId: late, otherId: early });
    const { thread } = await community.must(staffQian, desk.openThread, { threadId: early });
    expect(thread.watches).toMatchObject([{ who: '门岗老周', status: 'running' }]);
    community.advance(8 * HOUR);
    await community.runTimer();
    expect((await told(secretaryBai)).map(({ pageId }) => pageId)).toEqual([early]);
  });

  it('is refused without a time to come, at a stranger’s matter, one’s own or one that is over', async () => {
    const threadId = await ask();
    const code = (actor: Actor | null, change: object = {}) =>
      community.call(actor, startWatch, { ...plan(threadId), ...change });
    expect(await code(null)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await code(auntieZhang)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await code(staffZhao, { who: '' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await code(otherStaff)).toMatchObject({ code: 'THREAD_NOT_FOUND' });
    expect(await code(staffZhao, { until: community.now() })).toMatchObject({ code: 'WATCH_TIME_WRONG' });
    expect(await code(staffZhao, { until: community.now() + 200 * HOUR })).toMatchObject({
      code: 'WATCH_TIME_WRONG',
    });
    const none = { threadId, watchId: 'none', next: null };
    expect(await community.call(staffZhao, endWatch, none)).toMatchObject({ code: 'WATCH_NOT_FOUND' });
    const own = await community.must(staffQian, desk.askDesk, { message: { text: '我家' } });
    expect(await code(staffQian, { threadId: own.thread.threadId })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FOR_ROLE',
    });
    await community.must(auntieZhang, desk.withdrawThread, { threadId });
    expect(await code(staffZhao)).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FROM_STATE' });
  });
});
