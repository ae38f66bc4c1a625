import { wordsOf, type Cell } from '@domain/kernel/spreadsheet';

export type Sort = { readonly column: number; readonly isDown: boolean };
type Readable<R> = { readonly cell: (row: R) => Cell };

/** A column is sorted upwards, then downwards, then as the records came. */
export function nextSort(sort: Sort | null, column: number): Sort | null {
  if (sort?.column !== column) return { column, isDown: false };
  return sort.isDown ? null : { column, isDown: true };
}

/** Rows in which every typed word stands in some cell. */
export function filterRows<R>(
  rows: readonly R[],
  columns: readonly Readable<R>[],
  query: string,
): readonly R[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = columns.map(({ cell }) => wordsOf(cell(row)).toLowerCase()).join('\n');
    return words.every((word) => text.includes(word));
  });
}

/** Rows in another order; equal ones stay as they came. Numbers and moments by size, words as a Chinese dictionary has them. */
export function sortRows<R>(
  rows: readonly R[],
  columns: readonly Readable<R>[],
  sort: Sort | null,
): readonly R[] {
  const column = sort ? columns[sort.column] : undefined;
  if (!sort || !column) return rows;
  const sign = sort.isDown ? -1 : 1;
  return [...rows].sort((a, b) => sign * compared(column.cell(a), column.cell(b)));
}

function compared(a: Cell, b: Cell): number {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  return one === null || other === null ? wordsOf(a).localeCompare(wordsOf(b), 'zh-CN') : one - other;
}

function sizeOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'object') return null;
  return 'at' in cell ? cell.at : cell.share;
}
