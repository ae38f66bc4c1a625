import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWriter } from './kill/bundle-writer';
import { runCampaign } from './kill/campaign';
import { KILL_KINDS, type KillKind } from './kill/moments';
import { describe as describeReport, emptyReport, killsOf, summarize } from './kill/report';
import type { Fault } from './kill/verdict';
import { temporaryFolder } from './temporary-folder';

/** `npm run test:kills` asks for thousands. */
const CYCLES = Number(process.env['KILL_CYCLES'] ?? 210);
const SEED = Number(process.env['KILL_SEED'] ?? Date.now() % 1e6);

jest.setTimeout(60_000 + CYCLES * 3_000);

/** Kinds in turn, in the shares given. */
function schedule(cycles: number, shares: readonly (readonly [KillKind, number])[]): KillKind[] {
  const round = shares.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));
  return Array.from({ length: cycles }, (_, i) => round[(i * 7) % round.length] ?? 'writing');
}

const report = emptyReport();
const found = (fault: Fault): string[] =>
  report.faults.filter((each) => each.fault === fault).map(({ what }) => what);

beforeAll(async () => {
  const folder = temporaryFolder();
  const writer = await bundleWriter(folder);
  const small = schedule(Math.ceil(CYCLES * 0.84), [
    ['writing', 9],
    ['start', 6],
    ['checkpoint', 3],
    ['close', 2],
  ]);
  const large = schedule(Math.floor(CYCLES * 0.16), [
    ['index build', 3],
    ['backup', 1],
    ['backup by another process', 2],
  ]);
  const [first, second] = [join(folder, 'small'), join(folder, 'large')];
  await Promise.all([
    runCampaign({ writer, folder: first, kinds: small, seed: SEED, isBulk: false }, report),
    runCampaign({ writer, folder: second, kinds: large, seed: SEED + 1, isBulk: true }, report),
  ]);
  process.stdout.write(`seed ${SEED}, ${describeReport(report)}`);
  const target = process.env['KILL_REPORT'];
  if (target !== undefined) writeFileSync(target, `${JSON.stringify(summarize(report), undefined, 2)}\n`);
});

test.each<[string, Fault]>([
  ['what was acknowledged before a kill is there afterwards', 'lost'],
  ['nothing is stored twice, and no slot goes to two', 'doubled'],
  ['what was acknowledged first is stored first', 'reordered'],
  ['no transaction and no update of many is half done', 'half'],
  [
    'every start after a kill succeeds, every index agrees with its documents, every backup is whole',
    'damaged',
  ],
])('%s', (_title, fault) => {
  expect(found(fault)).toEqual([]);
});

test('writers were killed at every kind of moment, and had written plenty', () => {
  for (const kind of KILL_KINDS) expect(report.kills[kind]).toBeGreaterThan(0);
  expect(killsOf(report)).toBeGreaterThan(CYCLES * 0.8);
  expect(report.acknowledged).toBeGreaterThan(CYCLES * 20);
  expect(report.backups).toBeGreaterThan(0);
});
