import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openInProcess } from '../../localcloud/in-process';
import { openRaw } from './raw-engine';

const OUT = path.resolve(__dirname, '../../docs/bench');

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '2000' }, seconds: { type: 'string', default: '0.5' } },
});
const DOCUMENTS = Number(values.documents);
const SECONDS = Number(values.seconds);
const STATUSES = ['open', 'claimed', 'done', 'late'];

type Work = (i: number) => Promise<void> | void;
type Result = { work: string; localcloud: number; raw: number; ratio: number };

const collections = [
  {
    name: 'tasks',
    indexes: [
      {
        name: 'status_at',
        keys: [
          { field: 'status', direction: 1 },
          { field: 'at', direction: -1 },
        ],
      },
    ],
  },
] as const;

const task = (i: number) => ({
  _id: `t${i}`,
  status: STATUSES[i % 4] ?? '',
  at: i,
  left: 1,
  text: '锦绣城'.repeat(30),
});

/** How many times a second `work` can be done, `atOnce` of them in flight. */
async function rate(work: Work, atOnce: number): Promise<number> {
  const started = performance.now();
  const until = started + SECONDS * 1000;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < until) {
      await work(done++);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return Math.round((done * 1000) / (performance.now() - started));
}

async function measure(folder: string): Promise<Result[]> {
  const cloud = openInProcess({ file: path.join(folder, 'localcloud.db'), collections });
  const raw = openRaw(path.join(folder, 'raw.db'));
  const tasks = cloud.database.collection('tasks');
  for (let from = 0; from < DOCUMENTS; from += 500) {
    const batch = Array.from({ length: Math.min(500, DOCUMENTS - from) }, (_, i) => task(from + i));
    await tasks.add(batch);
    raw.fill(batch);
  }
  const { command: _ } = cloud.database;
  const id = (i: number): string => `t${(i * 7919) % DOCUMENTS}`;
  const status = (i: number): string => STATUSES[i % 4] ?? '';
  const results: Result[] = [];
  const compare = async (work: string, ours: Work, theirs: Work, atOnce = 1): Promise<void> => {
    const [localcloud, plain] = [await rate(ours, atOnce), await rate(theirs, 1)];
    results.push({ work, localcloud, raw: plain, ratio: Math.round((localcloud / plain) * 1000) / 1000 });
  };
  const claim: Work = async (i) => {
    await tasks.where({ _id: id(i), left: _.gte(0) }).update({ left: _.inc(1) });
  };
  await compare(
    'get by id',
    async (i) => void (await tasks.doc(id(i)).get()),
    (i) => raw.get(id(i)),
  );
  await compare(
    'indexed query and sort, 20 documents',
    async (i) =>
      void (await tasks
        .where({ status: status(i) })
        .orderBy('at', 'desc')
        .limit(20)
        .get()),
    (i) => raw.query(status(i)),
  );
  await compare(
    'count by index',
    async (i) => void (await tasks.where({ status: status(i) }).count()),
    (i) => raw.count(status(i)),
  );
  await compare('conditional claim, durable, one at a time', claim, (i) => raw.claim(id(i)));
  await compare('conditional claim, durable, 64 at once', claim, (i) => raw.claim(id(i)), 64);
  await compare(
    'add, durable',
    async (i) => void (await tasks.add({ ...task(i), _id: `n${i}` })),
    (i) => raw.add({ ...task(i), _id: `n${i}` }),
  );
  cloud.close();
  raw.close();
  return results;
}

function table(results: readonly Result[]): string {
  const rows = results.map(
    ({ work, localcloud, raw, ratio }) => `| ${work} | ${localcloud} | ${raw} | ${ratio} |`,
  );
  return [
    '# localcloud against the raw engine',
    '',
    `${DOCUMENTS} documents; per second; in-process SDK, one run on ${cpus().length} cores. "Raw" is libsql doing the same`,
    'work by hand, one commit per operation. Other work on the machine shows in both columns: trust the ratio.',
    'Made by `npx tsx scripts/bench/localcloud.ts`.',
    '',
    '<!-- prettier-ignore -->',
    '| Work | localcloud | raw libsql | ratio |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'localcloud-bench-'));
  try {
    const results = await measure(folder);
    mkdirSync(OUT, { recursive: true });
    const facts = {
      documents: DOCUMENTS,
      secondsEach: SECONDS,
      node: process.version,
      cores: cpus().length,
      results,
    };
    writeFileSync(path.join(OUT, 'localcloud.json'), `${JSON.stringify(facts, null, 2)}\n`);
    writeFileSync(path.join(OUT, 'localcloud.md'), table(results));
    process.stdout.write(table(results));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
