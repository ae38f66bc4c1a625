import { DATABASE_SUPPORT, type Support } from './support';

const BEGIN = '<!-- support:begin (generated from localcloud/support.ts; edits here are overwritten) -->';
const END = '<!-- support:end -->';

/** How many obligations belong to each line of the support table: to the line that names them most exactly. */
export function countObligations(operations: readonly string[]): Map<Support, number> {
  const counts = new Map<Support, number>();
  for (const operation of operations) {
    const line = lineOf(operation);
    if (!line) throw new Error(`no line of localcloud/support.ts speaks of ${operation}`);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

function lineOf(operation: string): Support | undefined {
  const named = (matches: (obligation: string) => boolean): Support | undefined =>
    DATABASE_SUPPORT.find(({ obligations }) => obligations.some(matches));
  const exact = named((obligation) => obligation === operation);
  return exact ?? named((obligation) => obligation.endsWith('.') && operation.startsWith(obligation));
}

/** The page with its table made anew. `operations`: what each obligation is about. Throws when the page has no place for it. */
export function withSupportTable(page: string, operations: readonly string[]): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error('the page has no place for the support table');
  return `${before}${BEGIN}\n${supportTable(operations)}\n${END}${after}`;
}

function supportTable(operations: readonly string[]): string {
  const counts = countObligations(operations);
  const rows = DATABASE_SUPPORT.map((line) => {
    const supported = line.supported === 'yes' ? 'yes' : '**no**';
    return `| ${line.operation} | ${supported} | ${counts.get(line) ?? ''} | ${line.difference ?? ''} |`;
  });
  return [
    '<!-- prettier-ignore-start -->',
    '',
    '| Operation | Supported | Obligations | How reality differs |',
    '|---|---|---|---|',
    ...rows,
    '',
    `${operations.length} obligations in all.`,
    '',
    '<!-- prettier-ignore-end -->',
  ].join('\n');
}
