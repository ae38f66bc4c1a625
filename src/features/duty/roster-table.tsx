import { dayMarkAt } from '@domain/desk/duty-holidays';
import type { RosterShift } from '@domain/desk/duty.schema';
import { formatDay } from '@domain/kernel/time';
import { DataTable, type Column } from '@/components/data-table';

function arrangement({ swap, absences }: RosterShift): string {
  if (absences.some(({ coveredBy }) => coveredBy === null)) return '缺人';
  return swap ? '换班待答复' : '';
}

const COLUMNS: readonly Column<RosterShift>[] = [
  { name: '开始', cell: ({ startsAt }) => ({ at: startsAt }) },
  { name: '结束', cell: ({ endsAt }) => ({ at: endsAt }) },
  { name: '星期', cell: ({ startsAt }) => formatDay(startsAt).split(' ')[1] ?? '' },
  { name: '节假日', cell: ({ startsAt }) => dayMarkAt(startsAt).holiday ?? '' },
  { name: '安排', cell: arrangement },
  { name: '值班人', cell: ({ people }) => people.map(({ name }) => name).join('、'), isWide: true },
];

type Props = { shifts: readonly RosterShift[]; onOpen: (shift: RosterShift) => void };

/** The roster as a table; a row opens its shift. */
export const RosterTable = ({ shifts, onOpen }: Props) => (
  <DataTable
    title="值班表"
    columns={COLUMNS}
    rows={shifts}
    keyOf={({ shiftId }) => shiftId}
    onOpen={onOpen}
    isComplete
  />
);
