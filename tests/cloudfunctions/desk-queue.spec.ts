import * as actions from '@domain/desk/desk.actions';
import { ask } from '@domain/desk/thread.rules';
import { MINUTE } from '@domain/kernel/time';
import { cast, COMMUNITY_ID } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { staffZhao } = cast;
const COUNT = 120;

describe('a queue longer than a page', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
    const threads = community.database.collection('threads');
    for (let index = 0; index < COUNT; index += 1) await threads.insert(question(index, community.now()));
    community.advance(20 * MINUTE);
  });
  afterEach(() => community.close());

  /** Every seventh minute seven people ask at the same instant. */
  const question = (index: number, now: number) => {
    const asker = {
      personId: `p-${index}`,
      communityId: COMMUNITY_ID,
      name: `居民${index}`,
      face: 'f01',
      roles: ['resident' as const],
      home: null,
    };
    const message = { text: `第${index}件事` };
    const told = { id: `t-${index}`, messageId: `m-${index}`, message, faqShown: [], link: null };
    return ask(asker, { ...told, replyWithinMinutes: 10 }, now + Math.floor(index / 7) * 1000);
  };

  const walk = async (filter: 'waiting' | 'overdue' | 'ended') => {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await community.must(staffZhao, actions.listQueue, { filter, cursor });
      pages.push(page.items.map(({ threadId }) => threadId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return pages;
  };
  const askedAt = (threadId: string) => Math.floor(Number(threadId.slice(2)) / 7);

  it.each(['waiting', 'overdue'] as const)(
    'shows everyone %s once, who has waited longest first, a page at a time',
    async (filter) => {
      const pages = await walk(filter);
      expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
      const all = pages.flat();
      expect(new Set(all).size).toBe(COUNT);
      expect(all.map(askedAt)).toEqual([...all.map(askedAt)].sort((one, other) => one - other));
    },
  );

  it('shows what has ended with the newest change first, and loses none of those that ended together', async () => {
    for (let index = 0; index < COUNT; index += 1) {
      await community.database.collection('threads').updateOne({ _id: `t-${index}` }, { status: 'closed' });
    }
    const all = (await walk('ended')).flat();
    expect(new Set(all).size).toBe(COUNT);
    expect(all.map(askedAt)).toEqual([...all.map(askedAt)].sort((one, other) => other - one));
  });

  it('counts all who wait on every page, and takes a cursor that it never gave for none', async () => {
    const first = await community.must(staffZhao, actions.listQueue, { filter: 'waiting' });
    const odd = await community.must(staffZhao, actions.listQueue, { filter: 'waiting', cursor: 'what?' });
    expect(first.waitingCount).toBe(COUNT);
    expect(odd.items).toEqual(first.items);
  });
});
