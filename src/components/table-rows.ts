import type { Cell } from '@domain/kernel/spreadsheet';

export type Sort = { readonly column: number; readonly isDown: boolean };
type Readable<R> = { readonly cell: (row: R) => Cell; readonly order?: (row: R) => number };

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
    const text = columns.map(({ cell }) => String(cell(row)).toLowerCase()).join('\n');
    return words.every((word) => text.includes(word));
  });
}

/** Rows in another order; equal ones stay as they came. Numbers by size, words as a Chinese dictionary has them. */
export function sortRows<R>(
  rows: readonly R[],
  columns: readonly Readable<R>[],
  sort: Sort | null,
): readonly R[] {
  const column = sort ? columns[sort.column] : undefined;
  if (!sort || !column) return rows;
  const valueOf = column.order ?? column.cell;
  const sign = sort.isDown ? -1 : 1;
  return [...rows].sort((a, b) => sign * compared(valueOf(a), valueOf(b)));
}

const compared = (a: Cell, b: Cell): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
