import type { Band, BoardCharts } from '@domain/home/board.actions';
import { formatDay } from '@domain/kernel/time';
import type { ReachView } from '@domain/notices/notice.schema';
import type { Bar, BarTone } from '@/components/bars';

/** What the list behind a bar is of. */
export const BEHIND = ['matters', 'questions', 'wishes'] as const;
export type Behind = (typeof BEHIND)[number];
export type BehindParams = { of: Behind; from: string; to: string; name: string };

/** Names of the bands of `MATTER_AGES` and `WISH_AGES`, the longest wait first. */
const MATTER_WAITS: readonly Named[] = [
  ['超过3天', 'danger'],
  ['1到3天', 'danger'],
  ['4到24小时', 'waiting'],
  ['1到4小时', 'active'],
  ['不到1小时', 'active'],
];
const WISH_WAITS: readonly Named[] = [
  ['超过30天', 'danger'],
  ['14到30天', 'waiting'],
  ['7到14天', 'waiting'],
  ['3到7天', 'active'],
  ['不到3天', 'active'],
];
type Named = readonly [name: string, tone: BarTone];

/** A bar with the list it opens. */
export type BandBar = Bar & { readonly behind: BehindParams };

const toBar = (
  of: Behind,
  band: Band,
  name: string,
  title: string,
  unit: string,
  tone: BarTone,
): BandBar => ({
  id: `${of}-${name}`,
  name,
  count: band.count,
  words: `${band.count} ${unit}`,
  label: `${title}，${band.count}${unit}`,
  tone,
  behind: { of, from: String(band.from), to: String(band.to), name: title },
});

/** What is not finished, by how long ago it was asked. */
export const matterBars = ({ matters }: BoardCharts): BandBar[] =>
  matters.map((band, index) => {
    const [name, tone] = MATTER_WAITS[index] ?? ['', 'active'];
    return toBar('matters', band, name, `等了${name}的事`, '件', tone);
  });

/** Wishes nobody has claimed, by how long ago they were wished. */
export const wishBars = ({ wishes }: BoardCharts): BandBar[] =>
  wishes.map((band, index) => {
    const [name, tone] = WISH_WAITS[index] ?? ['', 'active'];
    return toBar('wishes', band, name, `等了${name}的心愿`, '个', tone);
  });

/** Questions by day; the last is today. */
export const questionBars = ({ questions }: BoardCharts): BandBar[] =>
  questions.map((band, index) => {
    const day = formatDay(band.from);
    const name = index === questions.length - 1 ? '今天' : (day.split(' ')[1] ?? day);
    return toBar('questions', band, name, `${day}的提问`, '件', 'active');
  });

/** So many buildings are drawn; the rest are on the page behind. */
const MOST_BUILDINGS = 8;

/** Buildings with households that have not heard, those with the most first, and how many buildings are left out. */
export function reachBars({ buildings }: ReachView): { bars: Bar[]; leftOut: number } {
  const open = buildings
    .filter(({ notReachedCount }) => notReachedCount > 0)
    .sort((a, b) => b.notReachedCount - a.notReachedCount);
  const bars = open
    .slice(0, MOST_BUILDINGS)
    .map(({ buildingId, name, notReachedCount, householdCount }): Bar => ({
      id: buildingId,
      name,
      count: notReachedCount,
      total: householdCount,
      words: `${notReachedCount}/${householdCount} 户`,
      label: `${name}，${notReachedCount}户没通知到，共${householdCount}户`,
      tone: 'waiting',
    }));
  return { bars, leftOut: open.length - bars.length };
}
