import { BarRows } from '@/components/bar-rows';
import type { Bar } from '@/components/bars';
import type { FigureGroup } from '@domain/desk/figures.schema';
import { countWords, percentWords, type Rate } from './rates';

type Props = { groups: readonly FigureGroup[]; rate: Rate; onOpen: (group: FigureGroup) => void };

/** One rate, row by row, to scale, with the counts it is made of. Rows with nothing to count are left out. */
export function GroupRows({ groups, rate, onOpen }: Props) {
  const shown = groups.filter((group) => group[rate.whole] > 0);
  const bars = shown.map((group): Bar => ({
    id: group.key,
    name: group.name,
    count: (group[rate.part] / group[rate.whole]) * 100,
    total: 100,
    words: `${group[rate.part]}/${group[rate.whole]} · ${percentWords(group, rate)}`,
    label: `${group.name}，${rate.name}${percentWords(group, rate)}，${countWords(group, rate)}`,
    tone: 'done',
  }));
  return (
    <BarRows
      bars={bars}
      onOpen={({ id }) => {
        const group = shown.find(({ key }) => key === id);
        if (group) onOpen(group);
      }}
    />
  );
}
