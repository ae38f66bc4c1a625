import type { RowResult, SizeResult } from './rows';
import { ROWS, type Row } from './workload';

const GOALS: Partial<Record<Row, number>> = { get: 25_000, query: 8_000, claims: 12_000 };

/** The rows of a size's table. Numbers are per second, p50 and p99 microseconds. */
export function claimRows(rows: readonly RowResult[]): (string | number)[][] {
  return rows.flatMap((result) => {
    const { rawGrouped, raw } = result;
    const line = cells(result, raw.perSecond, '');
    return rawGrouped ? [line, cells(result, rawGrouped.perSecond, ', against raw grouped')] : [line];
  });
}

function cells(
  { row, localcloud, floor, postgres }: RowResult,
  raw: number,
  more: string,
): (string | number)[] {
  const { perSecond, p50, p99 } = localcloud.speed;
  const goal = GOALS[row];
  return [
    `${ROWS[row]}${more}`,
    goal === undefined ? '' : goal,
    perSecond,
    p50,
    p99,
    floor.perSecond,
    raw,
    postgres ? postgres.perSecond : '',
    (perSecond / raw).toFixed(2),
    postgres ? (perSecond / postgres.perSecond).toFixed(2) : '',
  ];
}

/** For each goal that was missed: what the SDK alone takes of the time it allows. */
export function missedGoals(rows: readonly RowResult[]): string[] {
  return rows.flatMap(({ row, localcloud, floor }) => {
    const goal = GOALS[row] ?? 0;
    if (localcloud.speed.perSecond >= goal) return [];
    const [allowed, sdk] = [1e6 / goal, 1e6 / floor.perSecond].map(Math.round);
    return [
      `- **Missed**: ${ROWS[row]}. The goal allows ${allowed} µs each; the SDK alone took ${sdk} µs in this run.`,
    ];
  });
}

const NAMED = ['SDK', 'libsql', 'localcloud', 'garbage collection'];

/** Where the time of one operation goes, from V8's profiler. */
export function timeGoes(size: SizeResult | undefined): string[] {
  const profiled = size?.rows.filter(({ localcloud }) => localcloud.profile) ?? [];
  if (!size || profiled.length === 0) return [];
  const head = ['Work', ...NAMED.map((name) => (name === 'libsql' ? 'libsql and the disk' : name)), 'other'];
  return [
    '## Where the time goes',
    '',
    `Shares of processor and disk time in V8's sampling profiler, ${size.documents.toLocaleString('en')} documents. "SDK" is \`@cloudbase/*\` with \`bson\`, unmodified; "libsql" is SQLite's own work and its commit.`,
    '',
    '<!-- prettier-ignore -->',
    `| ${head.join(' | ')} |`,
    `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`,
    ...profiled.map(({ row, localcloud }) => {
      const groups = localcloud.profile?.groups ?? {};
      const sum = Object.values(groups).reduce((a, b) => a + b, 0);
      const share = (micros: number): string => `${Math.round((micros / sum) * 100)} %`;
      const named = NAMED.map((name) => groups[name] ?? 0);
      const rest = sum - named.reduce((a, b) => a + b, 0);
      return `| ${ROWS[row]} | ${[...named, rest].map(share).join(' | ')} |`;
    }),
    '',
    ...sentences(profiled),
  ];
}

/** What the largest functions are, row by row: names, so that whoever optimises knows where to look. */
function sentences(rows: readonly RowResult[]): string[] {
  return rows.map(({ row, localcloud }) => {
    const top = (localcloud.profile?.functions ?? [])
      .filter(([name]) => !name.startsWith('('))
      .slice(0, 4)
      .map(([name, micros]) => `\`${name.trim()}\` ${micros} µs`);
    return `- ${ROWS[row]}: most in ${top.join(', ')}.`;
  });
}
