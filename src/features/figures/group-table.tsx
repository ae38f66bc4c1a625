import type { FigureGroup } from '@domain/desk/figures.schema';
import { DataTable, type Column } from '@/components/data-table';
import { COUNT_NAMES, percentCell, RATES } from './rates';

type Props = {
  /** What a row is: 时段, 主题 or 楼栋. */
  name: string;
  title: string;
  groups: readonly FigureGroup[];
  onOpen: (group: FigureGroup) => void;
};

const NUMBERS: readonly Column<FigureGroup>[] = [
  { name: COUNT_NAMES.asked, cell: ({ asked }) => asked },
  ...RATES.flatMap((rate): Column<FigureGroup>[] => [
    { name: COUNT_NAMES[rate.whole], cell: (group) => group[rate.whole] },
    { name: COUNT_NAMES[rate.part], cell: (group) => group[rate.part] },
    { name: rate.name, cell: (group) => percentCell(group, rate) },
  ]),
];

/** All three rates of a grouping as a table that can be sorted and saved. */
export const GroupTable = ({ name, title, groups, onOpen }: Props) => (
  <DataTable
    title={title}
    columns={[{ name, cell: (group: FigureGroup) => group.name }, ...NUMBERS]}
    rows={groups}
    keyOf={({ key }) => key}
    onOpen={onOpen}
    isComplete
  />
);
