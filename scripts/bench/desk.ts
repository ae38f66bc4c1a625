import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions } from '../build-functions';
import { ROOT } from '../serve-app';
import { pagesOf, type PageCost } from './desk-pages';
import { dayOf, type Day } from './desk-day';
import { startDesk, type DeskServer } from './desk-child';
import { atRate, ceiling, newKey, openClient, openTalks, send, type Talk } from './desk-load';
import { insist, type Speed } from './measure';

const COMMUNITIES = 300;
const ASKERS = 3;
/** What a district of 300 communities sends at its busiest, messages a second. */
const PEAK = 85;
const LENGTHS = [1_000, 1_000_000];
const OUT = path.join(ROOT, 'docs/bench');

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    /** Leaves docs/bench as it is. */
    dry: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type District = { ceiling: Speed; half: Speed; peak: Speed };
type Kill = { acknowledged: number; unanswered: number; lost: number; doubled: number };
export type Figures = { at: string; cores: number; node: string; seconds: number } & {
  district: District;
  kill: Kill;
  day: Day;
  pages: PageCost[];
};

async function district(desk: DeskServer, talks: readonly Talk[]): Promise<District> {
  const client = openClient(desk.url);
  const work = (what: string) => (n: number) => send(client, talks, n, `${what} ${n}`);
  await ceiling(work('warm'), seconds / 4);
  const most = await ceiling(work('most'), seconds);
  say(`  ceiling: ${most.perSecond} messages/s`);
  const half = await atRate(work('half'), Math.floor(most.perSecond / 2), seconds);
  say(`  at half of it: p50 ${half.p50} µs, p99 ${half.p99} µs`);
  const peak = await atRate(work('peak'), PEAK, seconds);
  say(`  at ${PEAK}/s: p50 ${peak.p50} µs, p99 ${peak.p99} µs`);
  client.close();
  return { ceiling: most, half, peak };
}

/** Power is cut in the middle of it; afterwards everybody sends again what was not answered, with the same key. */
async function killed(dataDir: string, talks: readonly Talk[], desk: DeskServer): Promise<Kill> {
  const client = openClient(desk.url);
  const sent = new Map<number, { key: string; isAnswered: boolean }>();
  const stops = new Promise((resolve) => setTimeout(resolve, (seconds / 2) * 1000)).then(() => desk.kill());
  const load = ceiling(async (n) => {
    const message = { key: newKey(), isAnswered: false };
    sent.set(n, message);
    await send(client, talks, n, `kill ${n}.`, message.key);
    message.isAnswered = true;
  }, seconds).catch(() => undefined);
  await stops;
  await load;
  client.close();
  const again = await startDesk(dataDir);
  const late = openClient(again.url);
  const unanswered = [...sent].filter(([, { isAnswered }]) => !isAnswered);
  for (const [n, { key }] of unanswered) await send(late, talks, n, `kill ${n}.`, key);
  late.close();
  const stored = new Map(await again.ask<[string, number][]>({ do: 'texts', like: 'kill ' }));
  await again.close();
  const times = [...sent.keys()].map((n) => stored.get(`kill ${n}.`) ?? 0);
  return {
    acknowledged: sent.size - unanswered.length,
    unanswered: unanswered.length,
    lost: times.filter((count) => count === 0).length,
    doubled: times.filter((count) => count > 1).length,
  };
}

async function main(): Promise<void> {
  await buildFunctions();
  const folder = mkdtempSync(path.join(tmpdir(), 'huying-desk-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  const dataDir = path.join(folder, 'district');
  say(`a district of ${COMMUNITIES} communities`);
  const desk = await startDesk(dataDir);
  await desk.ask({ do: 'seed', communities: COMMUNITIES, askers: ASKERS });
  const client = openClient(desk.url);
  const talks = await openTalks(desk, client, COMMUNITIES, ASKERS);
  client.close();
  const measured = await district(desk, talks);
  say('power is cut');
  const kill = await killed(dataDir, talks, desk);
  say(`  ${kill.acknowledged} answered, lost ${kill.lost}, doubled ${kill.doubled}`);
  insist(kill.lost === 0 && kill.doubled === 0, 'a message was lost or stored twice');
  const day = await dayOf(path.join(folder, 'day'), say);
  const pages = await pagesOf(path.join(folder, 'pages'), LENGTHS, say);
  const facts = { at: new Date().toISOString(), cores: cpus().length, node: process.version, seconds };
  const figures: Figures = { ...facts, district: measured, kill, day, pages };
  const text = report(figures);
  say(`\n${text}`);
  if (values.dry) return;
  writeFileSync(path.join(OUT, 'desk.json'), `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(path.join(OUT, 'desk.md'), text);
}

const ms = (micros: number): string => (micros / 1000).toFixed(1);
const count = (value: number): string => value.toLocaleString('en');

function report({ at, cores, node, seconds: each, district: measured, kill, day, pages }: Figures): string {
  const load = (name: string, { perSecond, p50, p99, longest }: Speed): string =>
    `| ${name} | ${count(perSecond)} | ${ms(p50)} | ${ms(p99)} | ${ms(longest)} |`;
  return [
    '# The desk under load',
    '',
    `Measured ${at.slice(0, 10)} by \`npm run bench:desk\`: ${cores} cores for server and clients together, Node.js ${node}, ${each} s each. The built functions in service mode, one process, one SQLite file, every answer after its fsync; clients over HTTP from another process.`,
    '',
    '## A district’s peak',
    '',
    `${COMMUNITIES} communities, ${COMMUNITIES * ASKERS} conversations; residents and staff write by turns. Steady rates are timed from the moment a message was due. Goal: p99 at most 150 ms at half of the ceiling, and 85 messages a second.`,
    '',
    '<!-- prettier-ignore -->',
    '| Messages | per second | p50 ms | p99 ms | longest ms |',
    '|---|---:|---:|---:|---:|',
    load(`as many as go through, ${64} connections`, measured.ceiling),
    load('at half of that', measured.half),
    load(`at the district’s peak`, measured.peak),
    '',
    `- The process was killed in the middle: of ${count(kill.acknowledged)} messages that had been answered and ${kill.unanswered} that had not and were sent again, lost ${kill.lost}, doubled ${kill.doubled}.`,
    '',
    '## One community’s day',
    '',
    `${day.questions} questions, each answered once, with ${count(day.connected)} households and two on duty connected, at ${day.perSecond} messages a second.`,
    '',
    `- Sending: p50 ${ms(day.send.p50)} ms, p99 ${ms(day.send.p99)} ms. From sending until the other side has it: p50 ${ms(day.arrive.p50)} ms, p99 ${ms(day.arrive.p99)} ms (goal 2,000).`,
    `- Database reads of those it is delivered to: ${day.readsPerDelivery.toFixed(2)} a delivered message (goal 2). ${day.disturbed} households heard of what was not theirs.`,
    `- Connecting cost each household ${day.readsPerConnection.toFixed(2)} reads, once in half an hour.`,
    '',
    '## The cost of a page',
    '',
    '<!-- prettier-ignore -->',
    `| What | ${pages.map(({ messages }) => `${count(messages)} messages`).join(' | ')} |`,
    `|---|${pages.map(() => '---:').join('|')}|`,
    ...(pages[0]?.works ?? []).map(({ name }, i) => {
      const cells = pages.map(({ works }) => {
        const work = works[i];
        return work
          ? `${work.operations} operations, ${work.examined} documents, p50 ${ms(work.p50)} ms`
          : '';
      });
      return `| ${name} | ${cells.join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
