import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CONNECTIONS as CALL_CONNECTIONS, type CallRow } from './calls';
import { claimRows, missedGoals, timeGoes } from './report-parts';
import type { SizeResult } from './rows';
import { CLIENTS, CONNECTIONS, type SeatsMeasured } from './seats';
import type { StartMeasured } from './starts';

const OUT = path.resolve(__dirname, '../../docs/bench');

export type Results = {
  facts: {
    node: string;
    cores: number;
    cpu: string;
    secondsEach: number;
    at: string;
    postgres: string | null;
  };
  sizes: SizeResult[];
  starts: StartMeasured[];
  calls: CallRow[];
  seats: SeatsMeasured[];
};

/** Writes docs/bench/localcloud.json and .md. @returns the text of the latter. */
export function writeReport(results: Results, { isDry }: { isDry: boolean }): string {
  const text = markdown(results);
  if (isDry) return text;
  mkdirSync(OUT, { recursive: true });
  const sizes = results.sizes.map(({ dataDir: _dataDir, ...size }) => size);
  writeFileSync(path.join(OUT, 'localcloud.json'), `${JSON.stringify({ ...results, sizes }, null, 2)}\n`);
  writeFileSync(path.join(OUT, 'localcloud.md'), text);
  return text;
}

function markdown({ facts, sizes, starts, calls, seats }: Results): string {
  return [
    '# How fast localcloud is',
    '',
    `Measured ${facts.at.slice(0, 10)} in one run by \`npm run bench:localcloud\`: ${facts.cores} cores (${facts.cpu.trim()}),`,
    `Node.js ${facts.node}, ${facts.secondsEach} s a row, durable. Other work on the machine shows in every column: trust the ratios. Before each column its files were brought to the disk and read once.`,
    '',
    '- **localcloud**: the unmodified SDK in-process, on a file, every answer after its fsync.',
    '- **SDK floor**: the same SDK calls with a requester that answers at once; nothing behind the SDK can be faster.',
    '- **raw libsql**: the same work in SQL by hand on the engine localcloud uses, one commit per operation,',
    '  `synchronous=FULL`, without any SDK. Grouped: 64 claims share a commit, as they do in localcloud.',
    facts.postgres
      ? `- **PostgreSQL**: ${facts.postgres}, jsonb and the same indexes, fsync and synchronous_commit on, unix socket, prepared statements, a connection for each that works at once; its client is pgbench, written in C, one thread, which parses no JSON.`
      : '- **PostgreSQL**: not found on this machine.',
    '',
    ...sizes.flatMap(sizePart),
    ...(starts.length > 0 ? startPart(starts) : []),
    ...(calls.length > 0 ? callPart(calls) : []),
    ...(seats.length > 0 ? seatPart(seats) : []),
    ...timeGoes(sizes.at(-1)),
    '',
  ].join('\n');
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] => [
  '<!-- prettier-ignore -->',
  `| ${head.join(' | ')} |`,
  `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`,
  ...rows.map(
    (row) => `| ${row.map((cell) => (typeof cell === 'number' ? count(cell) : cell)).join(' | ')} |`,
  ),
  '',
];

const count = (value: number): string => Math.round(value).toLocaleString('en');

function sizePart(size: SizeResult): string[] {
  const { documents, loaded, contest, rows } = size;
  const query = rows.find(({ row }) => row === 'query');
  const underLoad = Math.max(loaded.rssMb, ...rows.map(({ localcloud }) => localcloud.rssMb));
  return [
    `## ${count(documents)} documents`,
    '',
    'Per second; p50 and p99 of localcloud in µs.',
    '',
    ...table(
      [
        'Work',
        'goal',
        'localcloud',
        'p50',
        'p99',
        'SDK floor',
        'raw libsql',
        'PostgreSQL',
        'of raw',
        'of PostgreSQL',
      ],
      claimRows(rows),
    ),
    ...missedGoals(rows),
    ...(query ? [`- The query examined ${query.localcloud.examined} documents of ${count(documents)}.`] : []),
    ...(contest
      ? [`- ${contest.contenders} wanted one document at once, ${contest.documents} times: one winner each.`]
      : []),
    `- Loaded through the SDK at ${count(loaded.perSecond)} documents a second; ${loaded.bytesPerDocument} bytes on disk each, keys and indexes included.`,
    `- Memory of the process: ${loaded.rssMb} MB after loading, ${underLoad} MB at most while measured.`,
    '',
  ];
}

const startPart = (starts: readonly StartMeasured[]): string[] => [
  '## Starting',
  '',
  'Milliseconds until it serves: the whole process (Node.js and compiling TypeScript included), and `startLocalcloud` alone.',
  '',
  ...table(
    ['Start with', 'goal', 'process', 'startLocalcloud'],
    starts.map(({ start, readyMs, openMs }, i) => [start, i === 0 ? 1000 : 2000, readyMs, openMs]),
  ),
];

const callPart = (calls: readonly CallRow[]): string[] => [
  '## Whole function calls',
  '',
  `Over HTTP with ${CALL_CONNECTIONS} connections that stay open, from a client in another process. "Reaches its database" is the function's own SDK: over HTTP with the developer page, as in development; in-process in service mode, as a community runs it.`,
  '',
  ...table(
    ['Call', 'reaches its database', 'goal', 'per second', 'p50 µs', 'p99 µs'],
    calls.map(({ call, transport, speed }) => {
      const goal = call.includes('POST') ? 600 : 1500;
      return [call, transport, goal, speed.perSecond, speed.p50, speed.p99];
    }),
  ),
];

const seatPart = (seats: readonly SeatsMeasured[]): string[] => [
  `## ${count(CLIENTS)} clients for 100 seats over HTTP`,
  '',
  `Each with a session of their own, ${CONNECTIONS} connections that stay open, client in another process, three rounds by turns with a function that does nothing. Exactly 100 won each time. Goal: p99 at most 1.25 of the no-op's. "Of the SDK alone": a function that asks the same of an SDK whose requester answers at once.`,
  '',
  ...table(
    [
      'The function reaches its database',
      'claims per second',
      'p50 µs',
      'p99 µs',
      'no-op p50 µs',
      'no-op p99 µs',
      'p99 ratio',
      'of the SDK alone',
    ],
    seats.map(({ transport, seats: claim, noop, ratio, floor }) => [
      transport,
      claim.perSecond,
      claim.p50,
      claim.p99,
      noop.p50,
      noop.p99,
      ratio.toFixed(2),
      floor ? floor.ratio.toFixed(2) : '',
    ]),
  ),
];
