import { askDesk, replyInThread, syncDesk, syncMyThreads, takeThread } from '../../domain/desk/desk.actions';
import { POLL_PACE } from '../../src/features/desk/poll-pace';
import { startDesk, type DeskServer } from './desk-child';
import { askersOf, dutyOf } from './desk-district';
import { listen, type Told } from './desk-listener';
import { atRate, openClient, seatsOf, type Client, type Seat } from './desk-load';
import type { Cost } from './desk-process';
import { speedFrom, type Speed } from './measure';

const QUESTIONS = 300;
const HOUSEHOLDS = 1_500;
/** Questions a second: the day goes by in half a minute. */
const PER_SECOND = 10;

export type Day = {
  questions: number;
  connected: number;
  perSecond: number;
  send: Speed;
  arrive: Speed;
  readsPerDelivery: number;
  readsPerConnection: number;
  /** Households that were told of something that was not theirs. */
  disturbed: number;
};

/** Somebody with the app open: hears that something changed, and asks when they do not have it yet, as the app does. */
class Reader {
  deliveries = 0;
  private since = 0;
  private isAsking = false;
  private isBehind = false;
  private readonly told: Told[] = [];
  private gathering: NodeJS.Timeout | undefined;
  private readonly versions = new Map<string, number>();

  constructor(
    private readonly client: Client,
    readonly seat: Seat,
    private readonly sync: typeof syncDesk | typeof syncMyThreads,
    private readonly arrived: (text: string) => void,
  ) {}

  hear(told: readonly Told[]): void {
    this.told.push(...told);
    this.gathering ??= setTimeout(() => this.askIfNews(), POLL_PACE.gatherMs);
  }

  private askIfNews(): void {
    this.gathering = undefined;
    const isNews = ({ _id = '', version = 0 }: Told): boolean => version > (this.versions.get(_id) ?? 0);
    if (!this.told.splice(0).some(isNews)) return;
    if (this.isAsking) this.isBehind = true;
    else void this.ask();
  }

  know(threadId: string, version: number): void {
    this.versions.set(threadId, Math.max(version, this.versions.get(threadId) ?? 0));
  }

  private async ask(): Promise<void> {
    this.isAsking = true;
    const { threads, cursor } = await this.client.must(this.seat, this.sync, {
      since: this.since,
      isLookSkipped: true,
    });
    this.since = cursor;
    for (const { threadId, version, lastText } of threads) {
      if (version <= (this.versions.get(threadId) ?? 0)) continue;
      this.deliveries += 1;
      this.know(threadId, version);
      this.arrived(lastText);
    }
    this.isAsking = false;
    if (!this.isBehind) return;
    this.isBehind = false;
    await this.ask();
  }
}

/** Everybody is connected, and the questions of a day come one after the other; each is taken and answered once. */
export async function dayOf(dataDir: string, say: (line: string) => void): Promise<Day> {
  const desk = await startDesk(dataDir);
  await desk.ask({ do: 'seed', communities: 1, askers: HOUSEHOLDS });
  const client = openClient(desk.url);
  const people = await seatsOf(
    desk,
    [...askersOf(0, HOUSEHOLDS), ...dutyOf(0)].map(({ openid }) => openid),
  );
  const readsToSend = await readsOfOne(desk, client, people);

  const arrivals: number[] = [];
  const sentAt = new Map<string, number>();
  const arrived = (text: string): void => {
    const at = sentAt.get(text);
    if (at !== undefined) arrivals.push(performance.now() - at);
  };
  const readers = people.map(
    (seat, i) => new Reader(client, seat, i < HOUSEHOLDS ? syncMyThreads : syncDesk, arrived),
  );
  const asking = new Set<Reader>();
  let disturbed = 0;
  const ends: (() => void)[] = [];
  for (const reader of readers)
    ends.push(
      await listen(desk.url, reader.seat.token, (told) => {
        if (readers.indexOf(reader) < HOUSEHOLDS && !asking.has(reader)) disturbed += 1;
        reader.hear(told);
      }),
    );
  const connecting = await desk.ask<Cost>({ do: 'cost' });
  say(`a day with ${readers.length} connected`);

  const sends: number[] = [];
  const timed = async <T>(work: Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await work;
    sends.push(performance.now() - from);
    return done;
  };
  const duty = readers.slice(HOUSEHOLDS);
  await atRate(
    async (n) => {
      const reader = readers[n * 5];
      const colleague = duty[n % duty.length];
      if (!reader || !colleague) return;
      asking.add(reader);
      const [question, answer] = [`第${n}个问题：暖气不热`, `第${n}个答复：师傅下午到`];
      sentAt.set(question, performance.now());
      const { thread } = await timed(client.must(reader.seat, askDesk, { message: { text: question } }));
      reader.know(thread.threadId, thread.version);
      const { threadId } = thread;
      const taken = await client.must(colleague.seat, takeThread, { threadId });
      colleague.know(threadId, taken.thread.version);
      sentAt.set(answer, performance.now());
      const { thread: replied } = await timed(
        client.must(colleague.seat, replyInThread, { threadId, message: { text: answer } }),
      );
      colleague.know(threadId, replied.version);
    },
    PER_SECOND,
    QUESTIONS / PER_SECOND,
  );
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const { reads } = await desk.ask<Cost>({ do: 'cost' });
  for (const end of ends) end();
  client.close();
  await desk.close();
  const deliveries = readers.reduce((sum, reader) => sum + reader.deliveries, 0);
  return {
    ...{ questions: QUESTIONS, connected: HOUSEHOLDS, perSecond: PER_SECOND * 2, disturbed },
    send: speedFrom(sends, 1),
    arrive: speedFrom(arrivals, 1),
    readsPerDelivery: (reads - QUESTIONS * readsToSend) / deliveries,
    readsPerConnection: connecting.reads / readers.length,
  };
}

/** Database reads of asking, taking and answering themselves, while nobody listens. */
async function readsOfOne(desk: DeskServer, client: Client, people: readonly Seat[]): Promise<number> {
  const [asker, duty] = [people[1], people[HOUSEHOLDS]];
  if (!asker || !duty) throw new Error('a community has people');
  await desk.ask<Cost>({ do: 'cost' });
  const { thread } = await client.must(asker, askDesk, { message: { text: '先问一句' } });
  await client.must(duty, takeThread, { threadId: thread.threadId });
  await client.must(duty, replyInThread, { threadId: thread.threadId, message: { text: '先答一句' } });
  return (await desk.ask<Cost>({ do: 'cost' })).reads;
}
