import { getOlderMessages, getThread, sayInThread } from '../../domain/desk/desk.actions';
import { askersOf } from './desk-district';
import { startDesk, type DeskServer } from './desk-child';
import type { Cost } from './desk-process';
import { openClient, seatsOf } from './desk-load';
import { insist, speedFrom, type Speed } from './measure';

type WorkCost = { name: string; operations: number; examined: number; p50: number };
export type PageCost = { messages: number; works: WorkCost[] };

/** What it costs to open a conversation of such lengths, to read an old page of it, and to say something in it. */
export async function pagesOf(
  dataDir: string,
  lengths: readonly number[],
  say: (line: string) => void,
): Promise<PageCost[]> {
  const desk = await startDesk(dataDir);
  await desk.ask({ do: 'seed', communities: 1, askers: 1 });
  const pages: PageCost[] = [];
  for (const messages of lengths) {
    say(`a conversation of ${messages.toLocaleString('en')} messages`);
    const threadId = await desk.ask<string>({ do: 'talk', community: 0, messages });
    pages.push({ messages, works: await worksOf(desk, threadId) });
  }
  await desk.close();
  const [first, ...others] = pages.map(({ works }) =>
    works.map(({ operations, examined }) => [operations, examined]),
  );
  for (const other of others)
    insist(JSON.stringify(other) === JSON.stringify(first), 'a page of a long conversation costs more');
  return pages;
}

async function worksOf(desk: DeskServer, threadId: string): Promise<WorkCost[]> {
  const [who] = await seatsOf(
    desk,
    askersOf(0, 1).map(({ openid }) => openid),
  );
  if (!who) throw new Error('somebody asks');
  const client = openClient(desk.url, 1);
  const works: readonly [string, () => Promise<unknown>][] = [
    ['open it', () => client.must(who, getThread, { threadId })],
    ['the oldest page', () => client.must(who, getOlderMessages, { threadId, chunkNo: 1 })],
    ['say something', () => client.must(who, sayInThread, { threadId, message: { text: '再说一句' } })],
  ];
  const costs: WorkCost[] = [];
  for (const [name, work] of works) {
    await desk.ask<Cost>({ do: 'cost' });
    await work();
    const { operations, examined } = await desk.ask<Cost>({ do: 'cost' });
    const { p50 } = await timed(work);
    costs.push({ name, operations, examined, p50 });
  }
  client.close();
  return costs;
}

/** As often as it takes to file a page once, whatever the work. */
async function timed(work: () => Promise<unknown>): Promise<Speed> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  for (let n = 0; n < 40; n += 1) {
    const from = performance.now();
    await work();
    latencies.push(performance.now() - from);
  }
  return speedFrom(latencies, performance.now() - startedAt);
}
