import type { DayFigures } from '@domain/desk/faq-help.schema';
import { DataTable, type Column } from '@/components/data-table';

const COLUMNS: readonly Column<DayFigures>[] = [
  { name: '日期', cell: ({ date }) => date },
  { name: '提问', cell: ({ questionCount }) => questionCount },
  { name: '看问答解决', cell: ({ deflectedCount }) => deflectedCount },
  { name: '邻居解答', cell: ({ neighbourCount }) => neighbourCount },
  { name: '发给值班', cell: ({ askedCount }) => askedCount },
  { name: '首次答复', cell: ({ staffCount }) => staffCount },
];

/** The figures of the chart as a table that can be sorted and saved. */
export const DaysTable = ({ days }: { days: readonly DayFigures[] }) => (
  <DataTable
    title="每天的提问"
    columns={COLUMNS}
    rows={[...days].reverse()}
    keyOf={({ date }) => date}
    isComplete
  />
);
