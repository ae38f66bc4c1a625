import { useState } from 'react';
import { csvOf, type Cell } from '@domain/kernel/spreadsheet';
import { toast } from '@/services/feedback';
import { saveFile } from '@/services/save-file';

type Rows = readonly (readonly Cell[])[];

/** Saves a table, header first, as a workbook or as text that anything reads. What writes workbooks is fetched then. */
export function useTableSaving(title: string, rowsOf: () => Rows) {
  const [isBusy, setBusy] = useState(false);
  const saveWorkbook = async () => {
    setBusy(true);
    try {
      const { workbookOf } = await import('@/services/workbook');
      saveFile(`${title}.xlsx`, await workbookOf(title, rowsOf()));
    } catch {
      toast('没有导出成功，请检查网络后再试，也可以先导出 CSV');
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, saveWorkbook, saveText: () => saveFile(`${title}.csv`, csvOf(rowsOf())) };
}
