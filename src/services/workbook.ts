import writeWorkbook from 'write-excel-file/universal';
import { columnWidths, sheetCell, sheetName, type Cell } from '@domain/kernel/spreadsheet';

const DAY_AND_CLOCK = 'yyyy-mm-dd hh:mm';
const PERCENT = '0%';
/** Excel's own "text": it shows what stands there and does not take it for a formula even when somebody edits it. */
const AS_IT_STANDS = '@';

/** One sheet of a workbook: its name, and its rows, the header first. */
export type SheetOfRows = { readonly title: string; readonly rows: readonly (readonly Cell[])[] };

/**
 * A table as a workbook of one sheet, its first row the header, which stays in view. Only ever imported when somebody
 * saves a table.
 */
export const workbookOf = (title: string, rows: SheetOfRows['rows']): Promise<Blob> =>
  workbookOfSheets([{ title, rows }]);

/** Several tables as the sheets of one workbook, in this order. */
export const workbookOfSheets = (sheets: readonly SheetOfRows[]): Promise<Blob> =>
  writeWorkbook(sheets.map(toWrittenSheet)).toBlob();

function toWrittenSheet({ title, rows }: SheetOfRows) {
  const [header = [], ...records] = rows;
  return {
    data: [
      header.map((cell) => ({
        value: String(cell),
        type: String,
        format: AS_IT_STANDS,
        fontWeight: 'bold' as const,
      })),
      ...records.map((row) => row.map(toWritten)),
    ],
    sheet: sheetName(title),
    columns: columnWidths(rows).map((width) => ({ width })),
    stickyRowsCount: 1,
  };
}

function toWritten(cell: Cell) {
  const { kind, value } = sheetCell(cell);
  if (kind === 'text') return { value, type: String, format: AS_IT_STANDS };
  if (kind === 'number') return { value, type: Number };
  return { value, type: Number, format: kind === 'day' ? DAY_AND_CLOCK : PERCENT };
}
