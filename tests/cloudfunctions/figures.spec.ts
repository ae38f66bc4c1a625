import * as desk from '@domain/desk/desk.actions';
import { getFigures, listCounted, listForSheet, setTopic } from '@domain/desk/figures.actions';
import { COUNTS, GROUPINGS, type FiguresView } from '@domain/desk/figures.schema';
import { listGridThreads } from '@domain/desk/sight.actions';
import { followUpThread, rateThread } from '@domain/desk/matter.actions';
import { DAY, dateOn, HOUR, MINUTE, startOfDay } from '@domain/kernel/time';
import type { Thread } from '@domain/desk/thread.schema';
import { cast, type Actor } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, volunteerChen, newcomer, staffZhao, staffQian, otherStaff, gridWorkerWang } =
  cast;
// A month of 9,000 conversations takes a while to write.
jest.setTimeout(60_000);

describe('the figures of some days', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const today = () => dateOn(community.now());
  const figures = (days = { fromOn: today(), untilOn: today() }, actor = staffZhao) =>
    community.must(actor, getFigures, days);
  const ask = async (actor: Actor, text: string) =>
    (await community.must(actor, desk.askDesk, { message: { text } })).thread.threadId;
  const answer = (threadId: string) =>
    community.must(staffZhao, desk.replyInThread, { threadId, message: { text: '马上来' } });
  const resolve = async (threadId: string) => {
    await answer(threadId);
    await community.must(staffZhao, desk.resolveThread, { threadId });
  };

  /** A day of everything: in time, late, unanswered, solved by word, by call and by nobody, rated, taken back. */
  async function aDay() {
    await ask(auntieZhang, '暖气不热');
    const solved = await ask(uncleLi, '电梯又坏了');
    await resolve(solved);
    await community.must(uncleLi, desk.confirmThread, { threadId: solved });
    await community.must(uncleLi, rateThread, { threadId: solved, rating: { score: 'fair' } });
    community.advance(2 * HOUR);
    const late = await ask(volunteerChen, '楼上太吵了');
    community.advance(30 * MINUTE);
    await resolve(late);
    await community.must(staffQian, followUpThread, {
      threadId: late,
      outcome: 'fixed',
      rating: { score: 'bad', note: '太晚了' },
    });
    const lapsed = await ask(newcomer, '居住证怎么办');
    await resolve(lapsed);
    await ask(newcomer, '在吗');
    const takenBack = await ask(auntieZhang, '撤回的');
    await community.must(auntieZhang, desk.withdrawThread, { threadId: takenBack });
  }

  it('tell the three rates with the counts they are made of; what was taken back counts nowhere', async () => {
    await aDay();
    const { totals, leftOutCount } = await figures();
    expect(leftOutCount).toBe(1);
    expect(totals).toMatchObject({ asked: 5, due: 4, inTime: 2, late: 2 });
    expect(totals).toMatchObject({ ended: 2, fixed: 2, notFixed: 0, rated: 2, satisfied: 1, unsatisfied: 1 });
  });

  it('count a matter that nobody confirmed as ended, never as solved', async () => {
    const day = { fromOn: today(), untilOn: today() };
    await aDay();
    community.advance(8 * DAY);
    await community.runTimer();
    expect((await figures(day)).totals).toMatchObject({ ended: 3, fixed: 2, notFixed: 1 });
  });

  it('stand by hour, by topic and by building, and every row adds up to the whole', async () => {
    await aDay();
    const view = await figures();
    expect(view.byHour.filter(({ asked }) => asked > 0).map(({ name, asked }) => [name, asked])).toEqual([
      ['2点', 2],
      ['4点', 3],
    ]);
    expect(view.byTopic.filter(({ asked }) => asked > 0).map(({ name }) => name)).toEqual([
      '水电气暖',
      '物业维修',
      '噪音邻里',
      '证明办事',
      '其他',
    ]);
    expect(view.byBuilding.map(({ name, asked }) => [name, asked])).toEqual([
      ['1号楼', 1],
      ['2号楼', 1],
      ['3号楼', 1],
      ['未登记', 2],
    ]);
    for (const rows of [view.byHour, view.byTopic, view.byBuilding]) {
      for (const count of COUNTS)
        expect(rows.reduce((sum, row) => sum + row[count], 0)).toBe(view.totals[count]);
    }
  });

  it('open, from each number, a list exactly as long as the number', async () => {
    await aDay();
    const days = { fromOn: today(), untilOn: today() };
    const view = await figures(days);
    const rowsOf = { hour: view.byHour, topic: view.byTopic, building: view.byBuilding };
    for (const count of COUNTS) {
      const all = await community.must(staffQian, listCounted, { ...days, count });
      expect(all.items).toHaveLength(view.totals[count]);
      for (const by of GROUPINGS) {
        for (const row of rowsOf[by].filter(({ asked }) => asked > 0)) {
          const group = { by, key: row.key };
          const { items } = await community.must(staffQian, listCounted, { ...days, count, group });
          expect(items).toHaveLength(row[count]);
        }
      }
    }
  });

  it('follow a topic that staff have set right, and the resident is shown none', async () => {
    const threadId = await ask(auntieZhang, '在吗');
    const set = await community.must(staffQian, setTopic, { threadId, topic: 'elders' });
    expect(set.thread.topic).toBe('elders');
    const row = (await figures()).byTopic.find(({ key }) => key === 'elders');
    expect(row?.asked).toBe(1);
    expect((await community.must(auntieZhang, desk.getThread, { threadId })).thread.topic).toBeUndefined();
    const stored = await community.database.collection<Thread>('threads').get(threadId);
    expect(stored?.history[stored.history.length - 1]).toMatchObject({ move: 'setTopic', note: '养老助残' });
  });

  it('keep the place in the queue of a matter whose topic was set', async () => {
    const first = await ask(auntieZhang, '先问的');
    community.advance(MINUTE);
    await ask(uncleLi, '后问的');
    community.advance(MINUTE);
    await community.must(staffQian, setTopic, { threadId: first, topic: 'repair' });
    const { items } = await community.must(staffZhao, desk.listQueue, { filter: 'waiting' });
    expect(items.map(({ title }) => title)).toEqual(['先问的', '后问的']);
  });

  it('take whole days of China, from the first to the last', async () => {
    await ask(auntieZhang, '第一天');
    community.advance(startOfDay(community.now()) + DAY - community.now());
    await ask(uncleLi, '零点整');
    community.advance(DAY);
    const [first, second, third] = [-2, -1, 0].map((days) => dateOn(community.now() + days * DAY));
    const asked = async (fromOn = '', untilOn = '') => (await figures({ fromOn, untilOn })).totals.asked;
    expect([await asked(first, first), await asked(second, second), await asked(third, third)]).toEqual([
      1, 1, 0,
    ]);
    expect(await asked(first, third)).toBe(2);
  });

  it('are refused for days in the wrong order, too many, or none of the calendar', async () => {
    for (const action of [getFigures, listForSheet]) {
      const call = (fromOn: string, untilOn: string) =>
        community.call(staffZhao, action, { fromOn, untilOn });
      expect(await call('2026-11-02', '2026-11-01')).toMatchObject({ code: 'FIGURES_SPAN_WRONG' });
      expect(await call('2026-01-01', '2026-11-01')).toMatchObject({ code: 'FIGURES_SPAN_WRONG' });
      expect(await call('2026-02-30', '2026-03-01')).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await call('gestern', '2026-03-01')).toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('are for the staff of the community alone, and nobody else’s day is in them', async () => {
    const threadId = await ask(auntieZhang, '暖气不热');
    const day = { fromOn: today(), untilOn: today() };
    const calls = [
      (actor: Actor | null) => community.call(actor, getFigures, day),
      (actor: Actor | null) => community.call(actor, listCounted, { ...day, count: 'asked' }),
      (actor: Actor | null) => community.call(actor, listForSheet, day),
      (actor: Actor | null) => community.call(actor, setTopic, { threadId, topic: 'other' }),
    ];
    for (const call of calls) {
      expect(await call(null)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
      expect(await call(auntieZhang)).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    expect((await figures(day, otherStaff)).totals.asked).toBe(0);
    expect(await community.call(otherStaff, setTopic, { threadId, topic: 'other' })).toMatchObject({
      code: 'THREAD_NOT_FOUND',
    });
  });

  it('let nobody set the topic of their own question', async () => {
    const threadId = await ask(staffZhao, '值班室的灯坏了');
    expect(await community.call(staffZhao, setTopic, { threadId, topic: 'other' })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FOR_ROLE',
    });
  });

  it('carry a sheet of every conversation without a name, a word or a door', async () => {
    await aDay();
    const day = { fromOn: today(), untilOn: today() };
    const { items } = await community.must(staffZhao, listForSheet, day);
    expect(items).toHaveLength(6);
    expect(items[1]).toMatchObject({
      topic: '物业维修',
      buildingName: '2号楼',
      isInTime: true,
      score: 'fair',
    });
    expect(JSON.stringify(items)).not.toMatch(/李建国|张桂兰|电梯又坏了|单元/);
  });

  it('name nobody of the staff, anywhere', async () => {
    await aDay();
    const view: FiguresView = await figures();
    const day = { fromOn: today(), untilOn: today() };
    const list = await community.must(staffZhao, listCounted, { ...day, count: 'asked' });
    const sheet = await community.must(staffZhao, listForSheet, day);
    expect(JSON.stringify([view, list, sheet])).not.toMatch(/赵敏|钱进|白蕊|personId/);
  });

  it('cost a month of 9,000 conversations twelve operations, and its lists go on to the last page', async () => {
    const threads = community.database.collection<Thread>('threads');
    const sample = await threads.get(await ask(auntieZhang, '楼道的灯坏了'));
    if (!sample) throw new Error('the sample is gone');
    const month = startOfDay(community.now()) - 60 * DAY;
    for (let index = 0; index < 9000; index += 1) {
      await threads.insert({
        ...sample,
        _id: `bulk-${String(index).padStart(5, '0')}`,
        askedAt: month + Math.floor((index / 9000) * 30 * DAY),
        firstRepliedAt: null,
        buildingId: index % 1000 === 0 ? 'b03' : 'b01',
      });
    }
    const days = { fromOn: dateOn(month), untilOn: dateOn(month + 29 * DAY) };
    const counted = await community.countingOperations(() => figures(days));
    expect(counted.result.totals).toMatchObject({ asked: 9000, due: 9000, late: 9000 });
    expect(counted.operations).toBe(12);
    console.log(`a month of 9,000 conversations: ${counted.operations} database operations`);
    const rare = { ...days, count: 'late', group: { by: 'building', key: 'b03' } } as const;
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { threadId: string }[]; nextCursor: string | null } = await community.must(
        staffZhao,
        listCounted,
        { ...rare, ...(cursor ? { cursor } : {}) },
      );
      found.push(...page.items.map(({ threadId }) => threadId));
      cursor = page.nextCursor;
    } while (cursor);
    // Everything else that looks through conversations finds its way by an index, too.
    community.advance(startOfDay(community.now()) + DAY + 3 * HOUR + MINUTE - community.now());
    expect(Object.values(await community.runTimer())).not.toContain(-1);
    expect((await community.must(gridWorkerWang, listGridThreads, {})).items).toHaveLength(20);
    expect(found).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map((no) => `bulk-0${no}000`));
  });
});
