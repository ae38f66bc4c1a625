import {
  askDesk,
  replyInThread,
  sayInThread,
  syncDesk,
  syncMyThreads,
  takeThread,
} from '@domain/desk/desk.actions';
import { cast, type Actor } from '../support/cast';
import { LiveListener } from '../localcloud/live-listener';
import { startCommunity, type RunningCommunity } from '../support/running-community';
import { crowd } from '../support/running-community-crowd';

const HOUSEHOLDS = 1_500;
const WORDS = 10;
const { auntieZhang, staffZhao, staffQian } = cast;

jest.setTimeout(120_000);

/** Somebody with the app open: hears that something changed and asks for what they do not have, as the app does. */
class Reader {
  version = 0;
  deliveries = 0;
  private since = 0;

  constructor(
    private readonly community: RunningCommunity,
    readonly who: Actor,
    private readonly sync: typeof syncDesk | typeof syncMyThreads,
    readonly listener: LiveListener,
  ) {}

  async hear(): Promise<void> {
    const changes = await this.listener.next();
    if (!changes.some(({ version = 0 }) => version > this.version)) return;
    const { threads, cursor } = await this.community.must(this.who, this.sync, {
      since: this.since,
      isLookSkipped: true,
    });
    this.since = cursor;
    const newest = Math.max(...threads.map(({ version }) => version));
    if (newest > this.version) this.deliveries += 1;
    this.version = newest;
  }
}

describe('a message on a server of the community’s own', () => {
  let community: RunningCommunity;
  let households: LiveListener[];
  const listen = async (who: Actor) => LiveListener.open(community.url, await community.signIn(who.openid));

  beforeAll(async () => {
    community = await startCommunity({ crowd: HOUSEHOLDS });
    households = await Promise.all(crowd(HOUSEHOLDS).map(listen));
  });
  afterAll(async () => {
    await Promise.all(households.map((household) => household.close()));
    await community.close();
  });

  const readsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = await community.countReads();
    await work();
    return (await community.countReads()) - before;
  };

  it('is heard of by its people alone, and costs each of them two database reads, whoever else is connected', async () => {
    const { thread } = await community.must(auntieZhang, askDesk, { message: { text: '家里暖气不热' } });
    const { threadId } = thread;
    await community.must(staffZhao, takeThread, { threadId });
    const say = (text: string) => community.must(auntieZhang, sayInThread, { threadId, message: { text } });
    const reply = (text: string) => community.must(staffZhao, replyInThread, { threadId, message: { text } });
    const readsToSay = await readsOf(() => say('还是不热'));
    const readsToReply = await readsOf(() => reply('马上来看'));

    const asker = new Reader(community, auntieZhang, syncMyThreads, await listen(auntieZhang));
    const desk = [
      new Reader(community, staffZhao, syncDesk, await listen(staffZhao)),
      new Reader(community, staffQian, syncDesk, await listen(staffQian)),
    ];
    const [zhao, qian] = desk;
    const reads = await readsOf(async () => {
      for (let n = 0; n < WORDS; n += 1) {
        asker.version = (await say(`第${n}句`)).thread.version;
        await Promise.all([asker, ...desk].map((reader) => reader.hear()));
        if (zhao) zhao.version = (await reply(`第${n}句，收到`)).thread.version;
        await Promise.all([asker, ...desk].map((reader) => reader.hear()));
      }
    });

    expect([asker.deliveries, zhao?.deliveries, qian?.deliveries]).toEqual([WORDS, WORDS, WORDS * 2]);
    const deliveries = WORDS * 4;
    expect((reads - WORDS * (readsToSay + readsToReply)) / deliveries).toBeLessThanOrEqual(2);
    expect(households.filter(({ heard }) => heard.length > 0)).toEqual([]);
    for (const { listener } of [asker, ...desk]) await listener.close();
  });
});
