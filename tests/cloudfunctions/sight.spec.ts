import { getAsker } from '@domain/desk/console.actions';
import * as desk from '@domain/desk/desk.actions';
import { listNotes } from '@domain/desk/note.actions';
import { getOlderForGrid, listGridThreads, listVisits, openGridThread } from '@domain/desk/sight.actions';
import type { Thread } from '@domain/desk/thread.schema';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import type { PersonRecord } from '@domain/people/people.schema';
import { cast, type Actor } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, volunteerChen, newcomer, gridWorkerWang } = cast;
// At ten past two in the night, Zhao and Qian are on duty; the secretary is not.
const { staffZhao, staffQian, secretaryBai, otherStaff } = cast;

describe('who may look at a conversation, and what is known of it', () => {
  let community: TestCommunity;
  let threadId: string;
  beforeEach(async () => {
    community = await openCommunity();
    threadId = await ask(auntieZhang, '家里水管漏了');
  });
  afterEach(() => community.close());

  const ask = async (actor: Actor, text: string) =>
    (await community.must(actor, desk.askDesk, { message: { text } })).thread.threadId;
  const visits = async (of?: string) =>
    (await community.must(secretaryBai, listVisits, of ? { threadId: of } : {})).items.map(
      ({ name, role, number, title }) => ({ name, role, title, hasNumber: number.length > 0 }),
    );
  const openAs = (actor: Actor, id = threadId) => community.must(actor, desk.openThread, { threadId: id });
  const ofSecretary = { name: '白蕊', role: 'secretary', title: '家里水管漏了', hasNumber: true };

  it('a look from duty, from whoever handles it and from the asker leaves no trace', async () => {
    await openAs(staffZhao);
    await openAs(staffQian);
    await community.must(secretaryBai, desk.takeThread, { threadId });
    await openAs(secretaryBai);
    await community.must(auntieZhang, desk.getThread, { threadId });
    expect(await visits()).toEqual([]);
  });

  it('every other look is written down: who, when, which conversation, in which role', async () => {
    await openAs(secretaryBai);
    expect(await visits()).toEqual([ofSecretary]);
    expect(await visits(threadId)).toEqual([ofSecretary]);
    expect(await visits('another')).toEqual([]);
  });

  it('who went home looks as everybody else does', async () => {
    community.advance(24 * HOUR);
    await openAs(staffQian);
    expect(await visits()).toMatchObject([{ name: '钱进', role: 'staff' }]);
  });

  it('looks of one hour are one, those of another hour are another, the newest first', async () => {
    const second = await ask(uncleLi, '门禁坏了');
    for (const id of [threadId, threadId, second]) {
      community.advance(MINUTE);
      await openAs(secretaryBai, id);
    }
    community.advance(HOUR);
    await openAs(secretaryBai);
    expect((await visits()).map(({ title }) => title)).toEqual(['家里水管漏了', '门禁坏了', '家里水管漏了']);
  });

  it('no way round it: older messages, the page beside it, notes and a sync are looks, too', async () => {
    const ways = [
      () => community.must(secretaryBai, desk.getOlderForDesk, { threadId, chunkNo: 1 }),
      () => community.must(secretaryBai, getAsker, { threadId }),
      () => community.must(secretaryBai, listNotes, { threadId }),
      () => community.must(secretaryBai, desk.syncDesk, { since: 0, threadId }),
    ];
    for (const [index, look] of ways.entries()) {
      await look();
      expect(await visits()).toHaveLength(index + 1);
      community.advance(HOUR);
    }
  });

  it('a look that cannot be written down is not given', async () => {
    community.faults.breakAt(4, 'before');
    expect(await community.call(secretaryBai, desk.openThread, { threadId })).toMatchObject({ ok: false });
    community.faults.clear();
    expect(await visits()).toEqual([]);
  });

  it('the record is for the secretary alone, and forgotten after half a year', async () => {
    await openAs(secretaryBai);
    expect(await community.call(null, listVisits, {})).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    for (const actor of [auntieZhang, staffZhao, gridWorkerWang]) {
      expect(await community.call(actor, listVisits, {})).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    expect(await community.call(secretaryBai, listVisits, { threadId: '不是编号' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    community.advance(181 * DAY);
    await community.runTimer();
    expect(await visits()).toEqual([]);
  });

  describe('a grid worker', () => {
    const give = (gridIds: readonly string[]) =>
      community.database
        .collection<PersonRecord>('persons')
        .updateOne({ _id: gridWorkerWang.personId }, { gridIds });
    const titles = async () =>
      (await community.must(gridWorkerWang, listGridThreads, {})).items.map(({ title }) => title);

    it('sees what households of the own grid asked, and nothing of other grids or of nobody', async () => {
      await give(['g01']);
      await ask(volunteerChen, '三号楼的事');
      await ask(newcomer, '没绑定的事');
      community.advance(MINUTE);
      await ask(uncleLi, '二号楼的事');
      expect(await titles()).toEqual(['二号楼的事', '家里水管漏了']);
    });

    it('reads one of them, with who asks and where they live, and can do nothing with it', async () => {
      await give(['g01']);
      const { thread, messages } = await community.must(gridWorkerWang, openGridThread, { threadId });
      expect(thread).toMatchObject({ moves: [], canWrite: false });
      expect(thread.asker).toMatchObject({ name: '张桂兰', homeLabel: '1号楼1单元101室' });
      expect(messages.map(({ text }) => text)).toContain('家里水管漏了');
      expect(await visits()).toMatchObject([{ name: '王强', role: 'gridWorker' }]);
    });

    it('meets a conversation of another grid as one that does not exist, and leaves no trace of it', async () => {
      await give(['g02']);
      for (const call of [
        community.call(gridWorkerWang, openGridThread, { threadId }),
        community.call(gridWorkerWang, getOlderForGrid, { threadId, chunkNo: 1 }),
        community.call(gridWorkerWang, desk.getThread, { threadId }),
      ]) {
        expect(await call).toMatchObject({ code: 'THREAD_NOT_FOUND' });
      }
      expect(await titles()).toEqual([]);
      expect(await visits()).toEqual([]);
    });

    it('is told what to do while no grid is entered, and loses it with the role', async () => {
      await give([]);
      expect(await community.call(gridWorkerWang, listGridThreads, {})).toMatchObject({
        code: 'NO_GRID_YET',
      });
      await give(['g01']);
      expect(await titles()).toHaveLength(1);
      await community.database
        .collection<PersonRecord>('persons')
        .updateOne({ _id: gridWorkerWang.personId }, { roles: ['resident'] });
      expect(await community.call(gridWorkerWang, listGridThreads, {})).toMatchObject({
        code: 'NOT_ALLOWED',
      });
    });

    it('sees nothing of another community, whatever its grids are called', async () => {
      await give(['g01']);
      const foreign = await ask(cast.otherResident, '别的社区的事');
      expect(await titles()).toEqual(['家里水管漏了']);
      expect(await community.call(gridWorkerWang, openGridThread, { threadId: foreign })).toMatchObject({
        code: 'THREAD_NOT_FOUND',
      });
      expect(await community.call(otherStaff, desk.openThread, { threadId })).toMatchObject({
        code: 'THREAD_NOT_FOUND',
      });
    });

    it('pages through any number of them', async () => {
      await give(['g01', 'g02']);
      const threads = community.database.collection<Thread>('threads');
      const sample = await threads.get(threadId);
      if (!sample) throw new Error('the sample is gone');
      for (let index = 0; index < 25; index += 1) await threads.insert({ ...sample, _id: `more-${index}` });
      const first = await community.must(gridWorkerWang, listGridThreads, {});
      const rest = await community.must(gridWorkerWang, listGridThreads, { cursor: first.nextCursor ?? '' });
      expect(new Set([...first.items, ...rest.items].map((card) => card.threadId)).size).toBe(26);
      expect(rest.nextCursor).toBeNull();
    });

    it('and only a grid worker asks so', async () => {
      for (const actor of [auntieZhang, staffZhao]) {
        expect(await community.call(actor, listGridThreads, {})).toMatchObject({ code: 'NOT_ALLOWED' });
        expect(await community.call(actor, openGridThread, { threadId })).toMatchObject({
          code: 'NOT_ALLOWED',
        });
      }
      expect(await community.call(null, listGridThreads, {})).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    });
  });
});
