import type { ShiftView } from '@domain/desk/duty.schema';
import { formatAt, formatWhen } from '@domain/kernel/time';
import { DataTable, type Column } from '@/components/data-table';

const COLUMNS: readonly Column<ShiftView>[] = [
  {
    name: '开始',
    cell: ({ startsAt }) => `${formatAt(startsAt, 'YYYY年')}${formatWhen(startsAt)}`,
    order: ({ startsAt }) => startsAt,
    isWide: true,
  },
  { name: '结束', cell: ({ endsAt }) => formatWhen(endsAt), order: ({ endsAt }) => endsAt, isWide: true },
  { name: '值班人', cell: ({ people }) => people.map(({ name }) => name).join('、'), isWide: true },
];

/** The roster as a table. */
export const RosterTable = ({ shifts }: { shifts: readonly ShiftView[] }) => (
  <DataTable title="值班表" columns={COLUMNS} rows={shifts} keyOf={({ shiftId }) => shiftId} isComplete />
);
