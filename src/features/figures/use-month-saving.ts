import { useState } from 'react';
import { listForSheet } from '@domain/desk/figures.actions';
import type { FiguresView, SheetRow } from '@domain/desk/figures.schema';
import { call } from '@/services/call';
import { toast } from '@/services/feedback';
import { saveFile } from '@/services/save-file';
import { monthSheets } from './month-sheets';

/** Saves the figures on the page as a workbook, with every conversation behind them. */
export function useMonthSaving() {
  const [isBusy, setBusy] = useState(false);
  const save = async (title: string, figures: FiguresView) => {
    if (isBusy) return;
    setBusy(true);
    try {
      const rows = await allRows(figures);
      if (typeof rows === 'string') return toast(rows);
      const { workbookOfSheets } = await import('@/services/workbook');
      saveFile(`${title}.xlsx`, await workbookOfSheets(monthSheets(figures, rows)));
    } catch {
      toast('没有保存成功，请检查网络后再试一次');
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, save };
}

/** Every row, page after page; or why not, in words. */
async function allRows({ fromOn, untilOn }: FiguresView): Promise<SheetRow[] | string> {
  const rows: SheetRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(fromOn, untilOn, cursor);
    if (!page.ok) return page.error.words;
    rows.push(...page.value.items);
    cursor = page.value.nextCursor;
  } while (cursor !== null);
  return rows;
}

const readPage = (fromOn: string, untilOn: string, cursor: string | null) =>
  call(listForSheet, { fromOn, untilOn, ...(cursor === null ? {} : { cursor }) });
