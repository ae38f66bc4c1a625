import writeWorkbook from 'write-excel-file/universal';
import { columnWidths, sheetCell, sheetName, type Cell } from '@domain/kernel/spreadsheet';

const DAY_AND_CLOCK = 'yyyy-mm-dd hh:mm';
/** Excel's own "text": it shows what stands there and does not take it for a formula even when somebody edits it. */
const AS_IT_STANDS = '@';

/**
 * A table as a workbook of one sheet, its first row the header, which stays in view. Only ever imported when somebody
 * saves a table.
 */
export function workbookOf(title: string, rows: readonly (readonly Cell[])[]): Promise<Blob> {
  const [header = [], ...records] = rows;
  const data = [
    header.map((cell) => ({
      value: String(cell),
      type: String,
      format: AS_IT_STANDS,
      fontWeight: 'bold' as const,
    })),
    ...records.map((row) => row.map(toWritten)),
  ];
  return writeWorkbook(data, {
    sheet: sheetName(title),
    columns: columnWidths(rows).map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBlob();
}

function toWritten(cell: Cell) {
  const { kind, value } = sheetCell(cell);
  if (kind === 'text') return { value, type: String, format: AS_IT_STANDS };
  return kind === 'day' ? { value, type: Number, format: DAY_AND_CLOCK } : { value, type: Number };
}
