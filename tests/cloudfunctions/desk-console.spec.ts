import * as atConsole from '@domain/desk/console.actions';
import * as desk from '@domain/desk/desk.actions';
import { PHRASE_LIMITS } from '@domain/desk/phrase.schema';
import type { Thread } from '@domain/desk/thread.schema';
import { threadNumber } from '@domain/desk/thread-search';
import { getMe, lookAtContact, requestBinding } from '@domain/people/people.actions';
import type { PersonRecord } from '@domain/people/people.schema';
import type { Look } from '@domain/desk/look.schema';
import * as notices from '@domain/notices/notice.actions';
import { submitWish } from '@domain/wishes/wish.actions';
import { publishActivity, enrol } from '@domain/activities/activity.actions';
import { DAY, MINUTE } from '@domain/kernel/time';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';
import { healthDay, waterNotice } from '../support/samples';

const { auntieZhang, zhangsHusband, uncleLi, newcomer, staffZhao, staffQian, otherStaff } = cast;

let community: TestCommunity;
beforeEach(async () => {
  community = await openCommunity();
});
afterEach(() => community.close());

const ask = async (actor: typeof auntieZhang, text: string): Promise<string> => {
  const page = await community.must(actor, desk.askDesk, { message: { text } });
  community.advance(1000);
  return page.thread.threadId;
};
const count = async (work: () => Promise<unknown>) => (await community.countingOperations(work)).operations;

describe('finding a conversation again', () => {
  const find = async (query: string, actor = staffZhao) =>
    (await community.must(actor, atConsole.searchThreads, { query })).items.map(({ threadId }) => threadId);

  it('goes by who asked, where they live, what either side said, a number or its own number', async () => {
    const pipe = await ask(auntieZhang, '半夜楼道水管爆了，师傅电话13837112345');
    const dog = await ask(uncleLi, '狗证在哪办');
    await community.must(staffZhao, desk.replyInThread, {
      threadId: dog,
      message: { text: '请带免疫证到派出所' },
    });
    const wanted: [string, string[]][] = [
      ['张桂兰', [pipe]],
      ['张', [pipe]],
      ['李建国', [dog]],
      ['2号楼', [dog]],
      ['1102', [dog]],
      ['水管', [pipe]],
      ['楼道水管', [pipe]],
      ['免疫证', [dog]],
      ['13837112345', [pipe]],
      ['2345', [pipe]],
      ['１３８３７１１２３４５', [pipe]],
      [threadNumber(dog), [dog]],
      [threadNumber(dog).toLowerCase(), [dog]],
      ['张桂兰 水管', [pipe]],
      ['张桂兰 狗证', []],
      ['飞碟', []],
      ['！？', []],
    ];
    for (const [query, found] of wanted) expect([query, await find(query)]).toEqual([query, found]);
  });

  it('shows the newest first, page after page, each once', async () => {
    const asked: string[] = [];
    for (let index = 0; index < 25; index += 1) {
      const actor = [auntieZhang, uncleLi, newcomer][index % 3] ?? auntieZhang;
      asked.unshift(await ask(actor, `电梯又停了，第${index}次`));
    }
    const first = await community.must(staffZhao, atConsole.searchThreads, { query: '电梯' });
    const second = await community.must(staffZhao, atConsole.searchThreads, {
      query: '电梯',
      cursor: first.nextCursor ?? '',
    });
    expect([...first.items, ...second.items].map(({ threadId }) => threadId)).toEqual(asked);
    expect(second.nextCursor).toBeNull();
  });

  it('goes through an index among thousands, where the database refuses to scan', async () => {
    const threads = community.database.collection<Thread>('threads');
    const [threadId] = [await ask(auntieZhang, '半夜水管爆了')];
    const pattern = await threads.get(threadId);
    if (!pattern) throw new Error('the question was not stored');
    const others = Array.from({ length: 1100 }, (_, index) => ({
      ...pattern,
      _id: `thread-other-${index}`,
      searchKeys: ['水管', `${index}`],
    }));
    await Promise.all(others.map((thread) => threads.insert(thread)));
    expect(await find('半夜水管')).toEqual([threadId]);
    expect(await find('水管 777')).toEqual(['thread-other-777']);
  });

  it('costs two database operations, and stays with the staff of the community', async () => {
    await ask(auntieZhang, '水管爆了');
    expect(await count(() => find('水管爆了'))).toBe(2);
    expect(await find('水管', otherStaff)).toEqual([]);
    expect(await community.call(auntieZhang, atConsole.searchThreads, { query: '水管' })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await community.call(null, atConsole.searchThreads, { query: '水管' })).toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    for (const query of ['', '   ', '长'.repeat(41)]) {
      expect(await community.call(staffZhao, atConsole.searchThreads, { query })).toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
  });
});

describe('who looks at a conversation', () => {
  const look = (actor: typeof staffZhao, threadId: string | null, isTyping = false) =>
    community.must(actor, atConsole.lookAtThread, { threadId, isTyping });
  const seenBy = async (actor: typeof staffZhao) =>
    (await community.must(actor, desk.syncDesk, { since: community.now() })).looking?.map(
      ({ name, threadId, isTyping }) => [name, threadId, isTyping],
    );

  it('is told to colleagues with the next sync, with who is writing, and never to oneself', async () => {
    const threadId = await ask(auntieZhang, '水管爆了');
    await look(staffZhao, threadId);
    expect(await seenBy(staffQian)).toEqual([['赵敏', threadId, false]]);
    expect(await seenBy(staffZhao)).toEqual([]);
    await look(staffZhao, threadId, true);
    expect(await seenBy(staffQian)).toEqual([['赵敏', threadId, true]]);
    expect(await seenBy(otherStaff)).toEqual([]);
  });

  it('ends when they leave, and by itself when they are gone', async () => {
    const threadId = await ask(auntieZhang, '水管爆了');
    await look(staffZhao, threadId);
    await look(staffZhao, null);
    expect(await seenBy(staffQian)).toEqual([]);
    await look(staffZhao, threadId);
    community.advance(41_000);
    expect(await seenBy(staffQian)).toEqual([]);
  });

  it('keeps one line a person, overwritten, and wiped by the timer: nobody’s work is recorded', async () => {
    const [first, second] = [await ask(auntieZhang, '水管爆了'), await ask(uncleLi, '狗证')];
    await look(staffZhao, first, true);
    await look(staffZhao, second);
    const looks = community.database.collection<Look>('looks');
    const kept = await looks.find({ where: { communityId: 'test-community' }, limit: 10 });
    expect(kept.map(({ threadId, isTyping }) => [threadId, isTyping])).toEqual([[second, false]]);
    community.advance(3 * MINUTE);
    await community.runTimer();
    expect(await looks.get(staffZhao.personId)).toMatchObject({ threadId: null, isTyping: false, seenAt: 0 });
  });

  it('is one cheap write, another while writing, and does not add to the three operations of a sync', async () => {
    const threadId = await ask(auntieZhang, '水管爆了');
    await look(staffZhao, threadId);
    community.advance(1);
    expect(await count(() => look(staffZhao, threadId))).toBe(2);
    expect(await count(() => look(staffZhao, threadId, true))).toBe(3);
    expect(await count(() => seenBy(staffQian))).toBe(3);
  });

  it('is for staff alone, and a neighbour’s sync says nothing of it', async () => {
    const threadId = await ask(auntieZhang, '水管爆了');
    await look(staffZhao, threadId, true);
    const synced = await community.must(auntieZhang, desk.syncMyThreads, { since: 0, threadId });
    expect(synced.looking).toBeUndefined();
    const input = { threadId, isTyping: false };
    expect(await community.call(auntieZhang, atConsole.lookAtThread, input)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await community.call(null, atConsole.lookAtThread, input)).toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    expect(
      await community.call(staffZhao, atConsole.lookAtThread, { threadId: '../../etc', isTyping: false }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('whom the desk is talking to', () => {
  const asker = (threadId: string, actor = staffZhao) =>
    community.call(actor, atConsole.getAsker, { threadId });

  it('is shown with the household and everything else under way, and without a number to call', async () => {
    const before = await ask(auntieZhang, '楼道灯坏了');
    const threadId = await ask(auntieZhang, '水管爆了');
    await community.must(auntieZhang, submitWish, {
      title: '一双棉鞋',
      detail: '',
      category: 'shoes',
      phone: '13800138000',
    });
    const start = community.now() + DAY;
    const { activityId } = await community.must(staffZhao, publishActivity, healthDay(start));
    await community.must(auntieZhang, enrol, { activityId });
    const { notice } = await community.must(staffZhao, notices.draftNotice, waterNotice(community.now()));
    const { noticeId } = notice;
    await community.must(staffZhao, notices.publishNotice, { noticeId });
    await community.must(zhangsHusband, notices.answerNotice, {
      noticeId,
      revision: 1,
      answer: 'needsHelp',
      note: '提不动水',
    });

    const found = await asker(threadId);
    expect(found).toMatchObject({
      ok: true,
      data: {
        personId: auntieZhang.personId,
        name: '张桂兰',
        roles: ['居民'],
        homeLabel: '1号楼1单元101室',
        gridId: 'g01',
        housemates: ['刘**'],
        hasPhone: false,
        threads: [{ id: before, title: '楼道灯坏了', status: 'waiting' }],
        wishes: [{ title: '一双棉鞋', status: 'submitted' }],
        activities: [{ id: activityId, title: '义诊', at: start, status: 'confirmed' }],
        helpWanted: [{ id: noticeId, title: '停水两小时', note: '提不动水' }],
      },
    });
    expect(JSON.stringify(found)).not.toContain('13800138000');
  });

  it('is a newcomer with nothing behind them, too', async () => {
    const threadId = await ask(newcomer, '我刚搬来');
    expect(await asker(threadId)).toMatchObject({
      ok: true,
      data: { name: '新邻居', homeLabel: null, housemates: [], threads: [], wishes: [], helpWanted: [] },
    });
  });

  it('is nobody’s business outside the desk', async () => {
    const threadId = await ask(auntieZhang, '水管爆了');
    expect(await asker(threadId, uncleLi)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await asker(threadId, otherStaff)).toMatchObject({ code: 'THREAD_NOT_FOUND' });
    expect(await asker('thread-none')).toMatchObject({ code: 'THREAD_NOT_FOUND' });
    expect(await asker('')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await community.call(null, atConsole.getAsker, { threadId })).toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
  });
});

describe('a neighbour’s number', () => {
  const look = (actor: typeof staffZhao | null, personId: string, key?: string) =>
    community.call(actor, lookAtContact, { personId, threadId: 'thread-00000000000000000a1b2c3d' }, key);
  const traces = async () =>
    (await community.database.collection<PersonRecord>('persons').get(newcomer.personId))?.history
      .filter(({ move }) => move === 'lookAtContact')
      .map(({ by, note }) => [by.name, note]);

  beforeEach(async () => {
    await community.must(newcomer, requestBinding, {
      buildingId: 'b02',
      entrance: 1,
      room: '1101',
      name: '马小虎',
      phone: '13912345678',
    });
  });

  it('is told to staff who ask, once a line about it stands in the neighbour’s history', async () => {
    const key = freshKey();
    expect(await look(staffZhao, newcomer.personId, key)).toMatchObject({
      ok: true,
      data: { name: '马小虎', phone: '13912345678' },
    });
    expect(await look(staffZhao, newcomer.personId, key)).toMatchObject({ ok: true });
    expect(await traces()).toEqual([['赵敏', '会话1B2C3D']]);
    expect((await community.must(newcomer, getMe, {})).status).toBe('requested');
  });

  it('is for nobody else, and some have left none', async () => {
    expect(await look(null, newcomer.personId)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await look(uncleLi, newcomer.personId)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await look(otherStaff, newcomer.personId)).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await look(staffZhao, auntieZhang.personId)).toMatchObject({ code: 'PERSON_HAS_NO_PHONE' });
    expect(await look(staffZhao, '')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await traces()).toEqual([]);
  });
});

describe('ready-made answers', () => {
  type Input = { label: string; text: string; digit: number | null };
  const phrase: Input = { label: '核实', text: '{称呼}您好，我马上核实。', digit: 1 };
  const add = (input = phrase, actor: typeof staffZhao | null = staffZhao, key?: string) =>
    community.call(actor, atConsole.addPhrase, input, key);
  const list = async (actor = staffQian) => (await community.must(actor, atConsole.listPhrases, {})).items;

  it('are the whole community’s: one adds, another changes, a third removes', async () => {
    const added = await community.must(staffZhao, atConsole.addPhrase, phrase);
    expect(await list()).toMatchObject([{ ...phrase, ownerName: '赵敏' }]);
    const changed = await community.must(staffQian, atConsole.changePhrase, {
      phraseId: added.phraseId,
      version: added.version,
      phrase: { ...phrase, text: '您好，马上核实。' },
    });
    expect(changed).toMatchObject({ text: '您好，马上核实。', ownerName: '赵敏' });
    await community.must(staffZhao, atConsole.removePhrase, { phraseId: added.phraseId });
    expect(await list()).toEqual([]);
    expect(await list(otherStaff)).toEqual([]);
  });

  it('stand in the order of their digits, and no two have the same', async () => {
    await add({ label: '无键', text: '没有数字', digit: null });
    await add({ ...phrase, digit: 3 });
    await add(phrase);
    expect((await list()).map(({ digit }) => digit)).toEqual([1, 3, null]);
    expect(await add({ ...phrase, label: '又一条' })).toMatchObject({ code: 'DIGIT_TAKEN' });
    const [first, third] = await list();
    const change = (digit: number) =>
      community.call(staffZhao, atConsole.changePhrase, {
        phraseId: third?.phraseId ?? '',
        version: third?.version ?? 0,
        phrase: { ...phrase, digit },
      });
    expect(await change(1)).toMatchObject({ code: 'DIGIT_TAKEN' });
    await community.must(staffZhao, atConsole.removePhrase, { phraseId: first?.phraseId ?? '' });
    expect(await change(1)).toMatchObject({ ok: true });
  });

  it('are added once by a double tap', async () => {
    const key = freshKey();
    await Promise.all([add(phrase, staffZhao, key), add(phrase, staffZhao, key)]);
    expect(await list()).toHaveLength(1);
    expect(await add({ ...phrase, label: '别的' }, staffZhao, key)).toMatchObject({ code: 'KEY_REUSED' });
  });

  it('are not overwritten by somebody who saw an older wording', async () => {
    const { phraseId, version } = await community.must(staffZhao, atConsole.addPhrase, phrase);
    const change = (text: string, actor = staffZhao) =>
      community.call(actor, atConsole.changePhrase, { phraseId, version, phrase: { ...phrase, text } });
    const both = await Promise.all([change('一种说法'), change('另一种说法', staffQian)]);
    expect(both.map((reply) => (reply.ok ? 'changed' : reply.code)).sort()).toEqual(['CONFLICT', 'changed']);
  });

  it('that were removed are gone', async () => {
    const { phraseId, version } = await community.must(staffZhao, atConsole.addPhrase, phrase);
    await community.must(staffZhao, atConsole.removePhrase, { phraseId });
    expect(await community.call(staffZhao, atConsole.removePhrase, { phraseId })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FROM_STATE',
    });
    expect(
      await community.call(staffZhao, atConsole.changePhrase, { phraseId, version, phrase }),
    ).toMatchObject({ code: 'PHRASE_NOT_FOUND' });
    expect(await community.call(staffZhao, atConsole.removePhrase, { phraseId: 'phrase-x' })).toMatchObject({
      code: 'PHRASE_NOT_FOUND',
    });
  });

  it('are kept by staff, in words that fit', async () => {
    expect(await add(phrase, null)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await add(phrase, auntieZhang)).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const wrong of [{ label: '' }, { text: '长'.repeat(301) }, { digit: 0 }, { digit: 10 }]) {
      expect(await add({ ...phrase, ...wrong })).toMatchObject({ code: 'INVALID_INPUT' });
    }
    for (let index = 0; index < PHRASE_LIMITS.keptMax; index += 1) {
      await community.must(staffZhao, atConsole.addPhrase, { ...phrase, digit: null });
    }
    expect(await add(phrase)).toMatchObject({ code: 'TOO_MANY_PHRASES' });
  });

  it('cost at most three database operations', async () => {
    const { phraseId, version } = await community.must(staffZhao, atConsole.addPhrase, phrase);
    const counts = [
      await count(() => list()),
      await count(() => add({ ...phrase, digit: 2 })),
      await count(() =>
        community.must(staffZhao, atConsole.changePhrase, {
          phraseId,
          version,
          phrase: { ...phrase, digit: 4 },
        }),
      ),
      await count(() => community.must(staffZhao, atConsole.removePhrase, { phraseId })),
    ];
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  });
});
