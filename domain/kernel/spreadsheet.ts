import { formatAt, spreadsheetDays } from './time';

/** An instant, shown as China's date and clock to the minute. */
export type Moment = { readonly at: number };
/** A part of a whole, 0 to 1, shown in percent. */
export type Share = { readonly share: number };
/** One value of a table. Numbers are counts and may be summed; everything else but a moment or a share is text. */
export type Cell = string | number | Moment | Share;

/** A cell as a workbook stores it. A day and a share are numbers too, with a format that shows what they are. */
export type SheetCell =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number' | 'day' | 'share'; readonly value: number };

/** Excel rounds longer numbers and shows them as 1.38E+10: a phone number is a text, not a number. */
const LONGEST_NUMBER = 11;
/** What makes a spreadsheet run a cell instead of showing it, the full-width forms included, which some turn into plain ones. */
const RUNS = /^[\s\u3000]*[=+\-@＝＋－−＠\t\r\n|%]/;
const BYTE_ORDER_MARK = '\ufeff';

/** A cell as people read it, e.g. `2026-11-22 02:10`. */
export const wordsOf = (cell: Cell): string => {
  if (typeof cell !== 'object') return String(cell);
  return 'at' in cell ? formatAt(cell.at, 'YYYY-MM-DD HH:mm') : `${Math.round(cell.share * 100)}%`;
};

/** Text no spreadsheet takes for a formula; a leading apostrophe says "as it stands". */
const asText = (text: string): string =>
  RUNS.test(text) || new RegExp(`^\\d{${LONGEST_NUMBER},}$`).test(text.trim()) ? `'${text}` : text;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

const isCount = (value: number): boolean =>
  Number.isFinite(value) && String(value).replace('-', '').length < LONGEST_NUMBER;

function written(cell: Cell): string {
  if (typeof cell === 'object') return wordsOf(cell);
  if (typeof cell === 'string') return quoted(asText(cell));
  return isCount(cell) ? String(cell) : asText(String(cell));
}

/**
 * A table as a CSV file: UTF-8 with a byte order mark, so that Excel reads Chinese, and lines as the standard wants
 * them. Names and words come from neighbours, so no cell is left that a spreadsheet would run.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `${BYTE_ORDER_MARK}${rows.map((row) => row.map(written).join(',')).join('\r\n')}\r\n`;

/** A cell with its type, for a file that has types: there text is never run, whatever it begins with. */
export function sheetCell(cell: Cell): SheetCell {
  if (typeof cell === 'object') {
    return 'at' in cell
      ? { kind: 'day', value: spreadsheetDays(cell.at) }
      : { kind: 'share', value: cell.share };
  }
  if (typeof cell === 'number' && isCount(cell)) return { kind: 'number', value: cell };
  return { kind: 'text', value: String(cell) };
}

/** Widths of columns, in digits. */
const NARROWEST = 8;
const WIDEST = 48;

/** How wide each column should be, in digits: a Chinese character takes two. */
export const columnWidths = (rows: readonly (readonly Cell[])[]): number[] =>
  (rows[0] ?? []).map((_, column) => {
    const widths = rows.map((row) => digitsIn(wordsOf(row[column] ?? '')));
    return Math.min(WIDEST, Math.max(NARROWEST, ...widths) + 2);
  });

const digitsIn = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

/** The name of a sheet: Excel allows 31 characters and none of `[]:*?/\`. */
export const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim();
