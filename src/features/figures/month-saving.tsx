import type { FiguresView } from '@domain/desk/figures.schema';
import { Button } from '@/components/button';
import { useMonthSaving } from './use-month-saving';

/** The figures on the page as a workbook, in one tap. Only browsers have it. */
export function MonthSaving({ figures, title }: { figures: FiguresView; title: string }) {
  const saving = useMonthSaving();
  return (
    <Button block size="large" isBusy={saving.isBusy} onTap={() => void saving.save(title, figures)}>
      保存成 Excel 月报
    </Button>
  );
}
