import { listAsked } from '@domain/desk/console.actions';
import * as desk from '@domain/desk/desk.actions';
import { getBoard, getBoardCharts, type Band } from '@domain/home/board.actions';
import { DAY, HOUR, MINUTE, startOfDay } from '@domain/kernel/time';
import { listUnclaimedWishes, publishWish, recordWish } from '@domain/wishes/wish.actions';
import { cast } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, newcomer, staffZhao, staffQian, otherStaff } = cast;

describe("the board's charts", () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const charts = (actor = staffZhao) => community.must(actor, getBoardCharts, {});
  const counts = (bands: readonly Band[]) => bands.map(({ count }) => count);
  const ask = async (actor: typeof auntieZhang, text: string) =>
    (await community.must(actor, desk.askDesk, { message: { text } })).thread.threadId;
  const wish = async (title: string) => {
    const { wishId } = await community.must(staffZhao, recordWish, {
      title,
      detail: '',
      category: 'shoes',
      phone: '13800138000',
      contactName: '某人',
      place: '某处',
    });
    await community.must(staffQian, publishWish, { wishId, words: { title, detail: '' } });
  };
  /** Every band as the list behind it names its contents. */
  const behind = async (bands: readonly Band[], isOpen: boolean) =>
    Promise.all(
      bands.map(async ({ from, to }) =>
        (await community.must(staffQian, listAsked, { from, to, isOpen })).items.map(({ title }) => title),
      ),
    );

  it('tell what is not finished by how long ago it was asked, and each bar opens just that', async () => {
    await ask(auntieZhang, '四天前问的');
    community.advance(2 * DAY);
    const done = await ask(uncleLi, '办好了的');
    await community.must(staffZhao, desk.takeThread, { threadId: done });
    await community.must(staffZhao, desk.resolveThread, { threadId: done });
    community.advance(2 * DAY - 5 * HOUR);
    const taken = await ask(newcomer, '五小时前问的');
    await community.must(staffZhao, desk.takeThread, { threadId: taken });
    community.advance(4 * HOUR);
    await ask(uncleLi, '整一小时前问的');
    community.advance(HOUR);
    await ask(newcomer, '刚问的');
    const { matters } = await charts();
    expect(counts(matters)).toEqual([1, 0, 1, 0, 2]);
    expect(await behind(matters, true)).toEqual([
      ['四天前问的'],
      [],
      ['五小时前问的'],
      [],
      ['整一小时前问的', '刚问的'],
    ]);
    community.advance(1);
    expect(counts((await charts()).matters)).toEqual([1, 0, 1, 1, 1]);
  });

  it('tell how many questions came on each of the last seven days, finished or not', async () => {
    await ask(auntieZhang, '八天前的');
    community.advance(startOfDay(community.now()) + 2 * DAY - community.now());
    await ask(auntieZhang, '零点整的');
    community.advance(DAY - 1);
    await ask(uncleLi, '半夜差一毫秒的');
    community.advance(5 * DAY + 1);
    const threadId = await ask(newcomer, '今天撤回的');
    await community.must(newcomer, desk.withdrawThread, { threadId });
    const { questions } = await charts();
    expect(counts(questions)).toEqual([2, 0, 0, 0, 0, 0, 1]);
    expect((await behind(questions, false)).flat()).toEqual(['零点整的', '半夜差一毫秒的', '今天撤回的']);
    expect(questions[6]?.from).toBe(startOfDay(community.now()));
  });

  it('tell how long wishes hang on the wall, and each bar opens just those', async () => {
    await wish('一双棉鞋');
    community.advance(8 * DAY);
    await wish('一个书包');
    const { wishes } = await charts();
    expect(counts(wishes)).toEqual([0, 0, 1, 0, 1]);
    expect((await community.must(staffZhao, getBoard, {})).openWishCount).toBe(2);
    const [, , week] = wishes;
    const listed = await community.must(staffZhao, listUnclaimedWishes, {
      from: week?.from ?? 0,
      to: week?.to ?? 0,
    });
    expect(listed.items.map(({ title }) => title)).toEqual(['一双棉鞋']);
  });

  it('open lists of any length, page after page, the longest wait first', async () => {
    for (let index = 0; index < 23; index += 1) {
      const asker = [auntieZhang, uncleLi, newcomer][index % 3] ?? auntieZhang;
      await ask(asker, `第${index + 1}件`);
      community.advance(MINUTE);
    }
    const all = { from: 0, to: community.now(), isOpen: true };
    const first = await community.must(staffZhao, listAsked, all);
    const rest = await community.must(staffZhao, listAsked, { ...all, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(
      Array.from({ length: 23 }, (_, index) => `第${index + 1}件`),
    );
    expect(rest.nextCursor).toBeNull();
  });

  it('cost the same however much there is', async () => {
    const cost = async () => (await community.countingOperations(() => charts())).operations;
    const before = await cost();
    for (const actor of [auntieZhang, uncleLi, newcomer]) await ask(actor, '又一件');
    expect(await cost()).toBe(before);
    expect(before).toBeLessThanOrEqual(4);
  });

  it('and their lists are for the staff of the community alone', async () => {
    await ask(auntieZhang, '先问的');
    expect(counts((await charts(otherStaff)).matters)).toEqual([0, 0, 0, 0, 0]);
    const span = { from: 0, to: community.now() + 1 };
    const reads = [
      (actor: typeof auntieZhang | null) => community.call(actor, getBoardCharts, {}),
      (actor: typeof auntieZhang | null) => community.call(actor, listAsked, { ...span, isOpen: true }),
      (actor: typeof auntieZhang | null) => community.call(actor, listUnclaimedWishes, span),
    ];
    for (const read of reads) {
      expect(await read(auntieZhang)).toMatchObject({ code: 'NOT_ALLOWED' });
      expect(await read(null)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
      expect(await read(staffZhao)).toMatchObject({ ok: true });
    }
    expect((await community.must(otherStaff, listAsked, { ...span, isOpen: true })).items).toEqual([]);
  });
});
