import * as desk from '@domain/desk/desk.actions';
import { listTopics } from '@domain/desk/live.actions';
import type { Thread } from '@domain/desk/thread.schema';
import { cast } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, staffZhao, otherStaff, gridWorkerWang } = cast;

describe('what somebody hears of at once', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const topicsOf = async (who: typeof auntieZhang) => (await community.must(who, listTopics, {})).topics;

  it('is nothing for somebody who is not signed in', async () => {
    expect(await community.call(null, listTopics, {})).toMatchObject({ ok: false, code: 'SIGN_IN_REQUIRED' });
  });

  it('are one’s own conversations, and nobody else’s', async () => {
    const [hers, his] = [await topicsOf(auntieZhang), await topicsOf(uncleLi)];
    expect(hers).toEqual([`threads/askerId/${auntieZhang.personId}`]);
    expect(his).toEqual([`threads/askerId/${uncleLi.personId}`]);
    expect(await topicsOf(gridWorkerWang)).toHaveLength(1);
  });

  it('is for staff all of their own community’s desk, and of no other', async () => {
    const [here, there] = [await topicsOf(staffZhao), await topicsOf(otherStaff)];
    expect(here.length).toBeGreaterThan(1);
    expect(here.filter((topic) => there.includes(topic))).toEqual([]);
  });
});

describe('a flood of changes', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  it('tells the desk of the newest, and brings the conversation on the screen up to date', async () => {
    const since = community.now();
    const asked = await community.must(auntieZhang, desk.askDesk, { message: { text: '暖气不热' } });
    const { threadId } = asked.thread;
    const threads = community.database.collection<Thread>('threads');
    const model = await threads.get(threadId);
    if (!model) throw new Error('the question is stored');
    for (let n = 1; n <= 120; n += 1)
      await threads.insert({ ...model, _id: `flood-${n}`, updatedAt: since + n * 10 });

    const news = await community.must(staffZhao, desk.syncDesk, { since, threadId });
    expect(news.threads.at(-1)?.threadId).toBe('flood-120');
    expect(news.threads.map(({ threadId: id }) => id)).not.toContain('flood-1');
    expect(news.page?.thread.threadId).toBe(threadId);
    const next = await community.must(staffZhao, desk.syncDesk, { since: news.cursor, threadId });
    expect(next.cursor).toBe(news.cursor);
  });

  it('leaves out who looks at what where that is not asked for', async () => {
    const since = community.now();
    expect((await community.must(staffZhao, desk.syncDesk, { since })).looking).toEqual([]);
    expect(await community.must(staffZhao, desk.syncDesk, { since, isLookSkipped: true })).not.toHaveProperty(
      'looking',
    );
  });
});
