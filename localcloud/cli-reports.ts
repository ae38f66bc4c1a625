import type { BackupReport } from './upkeep/backup';
import type { CheckReport } from './upkeep/check';
import type { CollectionFacts } from './upkeep/inspect';
import type { RestoreReport } from './upkeep/restore';

/*
 * What commands say when they are done: plain lines, one fact each.
 */

export function backedUp({ file, bytes, files, contentHash, missing }: BackupReport): string[] {
  return [
    `${file}: ${counted(bytes)} bytes, ${counted(files)} stored files, content ${contentHash}, read back and found equal`,
    ...missing.map((path) => `not in it, because it is gone from the folder: ${path}`),
  ];
}

export function restored({ contentHash, files, setAside, forgotten }: RestoreReport): string[] {
  return [
    `restored: content ${contentHash}, ${counted(files)} stored files`,
    ...(setAside === null ? [] : [`what was there before is in ${setAside}`]),
    ...(forgotten === null
      ? []
      : [`sessions that were signed out since the backup are valid again: ${forgotten}`]),
  ];
}

/** Throws when something is damaged, with a line for each place. */
export function checked({ collections, documents, damages }: CheckReport): string[] {
  const total = damages.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [`whole: ${counted(collections)} collections, ${counted(documents)} documents`];
  const lines = damages.flatMap(({ where, count, examples }) => [
    `${where}: ${counted(count)} ${count === 1 ? 'problem' : 'problems'}`,
    ...examples.map((example) => `  ${example}`),
    ...(count > examples.length ? [`  and ${counted(count - examples.length)} more`] : []),
  ]);
  throw new Error([`damaged: ${counted(total)} problems`, ...lines].join('\n  '));
}

/** A table: a line for each collection, and its indexes below it. */
export function inspected(collections: readonly CollectionFacts[]): string[] {
  if (collections.length === 0) return ['no collections'];
  const rows = [
    ['collection', 'documents', 'bytes', 'indexes'],
    ...collections.flatMap(({ name, documents, bytes, indexes: [first = '', ...others] }) => [
      [name, counted(documents), counted(bytes), first],
      ...others.map((index) => ['', '', '', index]),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(([name = '', documents = '', bytes = '', index = '']) =>
    [name.padEnd(widths[0] ?? 0), documents.padStart(widths[1] ?? 0), bytes.padStart(widths[2] ?? 0), index]
      .join('  ')
      .trimEnd(),
  );
}

function counted(count: number): string {
  return count.toLocaleString('en-US');
}
