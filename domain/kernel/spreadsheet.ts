/** One value of a table. Numbers are counts and may be summed; everything else is text. */
export type Cell = string | number;

/** Excel rounds longer numbers and shows them as 1.38E+10: a phone number is a text, not a number. */
const LONGEST_NUMBER = 11;
/** What makes a spreadsheet run a cell instead of showing it, the full-width forms included, which some turn into plain ones. */
const RUNS = /^[\s\u3000]*[=+\-@＝＋－−＠\t\r\n|%]/;
const BYTE_ORDER_MARK = '\ufeff';

/** Text no spreadsheet takes for a formula; a leading apostrophe says "as it stands". */
const asText = (text: string): string =>
  RUNS.test(text) || new RegExp(`^\\d{${LONGEST_NUMBER},}$`).test(text.trim()) ? `'${text}` : text;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

const written = (cell: Cell): string => {
  if (typeof cell !== 'number') return quoted(asText(cell));
  const digits = String(cell);
  return Number.isFinite(cell) && digits.replace('-', '').length < LONGEST_NUMBER ? digits : asText(digits);
};

/**
 * A table as a CSV file: UTF-8 with a byte order mark, so that Excel reads Chinese, and lines as the standard wants
 * them. Names and words come from neighbours, so no cell is left that a spreadsheet would run.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `${BYTE_ORDER_MARK}${rows.map((row) => row.map(written).join(',')).join('\r\n')}\r\n`;
