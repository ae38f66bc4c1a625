import { BarChart } from '@/components/bar-chart';
import { BarRows } from '@/components/bar-rows';
import type { Bar, BarTone } from '@/components/bars';
import { entry, nothing, type Entry } from './entry';

const bar = (name: string, count: number, tone: BarTone, total?: number): Bar => ({
  id: name,
  name,
  count,
  total,
  words: total === undefined ? `${count} 件` : `${count}/${total} 户`,
  label: `${name}，${count}`,
  tone,
});

const WAITS: readonly Bar[] = [
  bar('超过3天', 1, 'danger'),
  bar('4到24小时', 3, 'waiting'),
  bar('不到1小时', 12, 'active'),
];
const BUILDINGS: readonly Bar[] = [bar('1号楼', 96, 'waiting', 144), bar('2号楼', 12, 'waiting', 144)];
const DAYS: readonly Bar[] = [bar('周五', 4, 'active'), bar('周六', 0, 'active'), bar('今天', 9, 'active')];

/** Exact counts as pictures, and the same as words. */
export const CHARTS: readonly Entry[] = [
  entry('bar-chart', '条形图', {
    等了多久: () => <BarChart title="等了多久" bars={WAITS} onOpen={nothing} />,
    几天里的: () => <BarChart title="几天里的" bars={DAYS} isUpright onOpen={nothing} />,
    一部分: () => <BarChart title="每栋楼没通知到的" bars={BUILDINGS} onOpen={nothing} />,
  }),
  entry('bar-rows', '条形图的文字', {
    等了多久: () => <BarRows bars={WAITS} onOpen={nothing} />,
    一部分: () => <BarRows bars={BUILDINGS} onOpen={nothing} />,
  }),
];
