import { limitsTable } from './limits-page';
import { DATABASE_SUPPORT, WX_SUPPORT, type Support } from './support';

/** How many obligations belong to each line of the support table: to the line that names them most exactly. */
export function countObligations(
  operations: readonly string[],
  lines: readonly Support[] = DATABASE_SUPPORT,
): Map<Support, number> {
  const counts = new Map<Support, number>();
  for (const operation of operations) {
    const line = lineOf(operation, lines);
    if (!line) throw new Error(`no line of localcloud/support.ts speaks of ${operation}`);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

function lineOf(operation: string, lines: readonly Support[]): Support | undefined {
  const named = (matches: (obligation: string) => boolean): Support | undefined =>
    lines.find(({ obligations }) => obligations.some(matches));
  const exact = named((obligation) => obligation === operation);
  return exact ?? named((obligation) => obligation.endsWith('.') && operation.startsWith(obligation));
}

/** What each obligation is about, by SDK. */
export type Obligations = { node: readonly string[]; wx: readonly string[] };

/** The page with its generated blocks made anew. Throws when the page has no place for one. */
export function withSupportTable(page: string, { node, wx }: Obligations): string {
  const blocks = {
    support: supportTable(DATABASE_SUPPORT, node),
    'wx-support': supportTable(WX_SUPPORT, wx),
  };
  return Object.entries({ ...blocks, limits: limitsTable() }).reduce(
    (text, [name, block]) => withBlock(text, name, block),
    page,
  );
}

function withBlock(page: string, name: string, block: string): string {
  const source = name === 'limits' ? 'limits.ts' : 'support.ts';
  const begin = `<!-- ${name}:begin (generated from localcloud/${source}; edits here are overwritten) -->`;
  const end = `<!-- ${name}:end -->`;
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`the page has no place for ${name}`);
  return `${before}${begin}\n${block}\n${end}${after}`;
}

function supportTable(lines: readonly Support[], operations: readonly string[]): string {
  const counts = countObligations(operations, lines);
  const rows = lines.map((line) => {
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
