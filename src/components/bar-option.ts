import type { BarSeriesOption, ComposeOption, GridComponentOption } from 'echarts';
import { emsOf, longestOf, type Bar } from './bars';
import type { ChartLook } from './chart-look';

type BarOption = ComposeOption<BarSeriesOption | GridComponentOption>;
export type BarShape = { readonly isUpright: boolean; readonly width: number };

/** Names never take more of a chart than this share. */
const NAMES_MAX = 0.4;
const CALM_MS = 320;

/** What ECharts is told to draw: bars with their names and exact counts, in the colours of the theme. */
export function barOption(bars: readonly Bar[], look: ChartLook, { isUpright, width }: BarShape): BarOption {
  const words = { color: look.ink, fontSize: look.fontPx, fontFamily: look.fontFamily };
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  const nameWidth = Math.min(width * NAMES_MAX, widest(bars, 'name') * look.fontPx + look.fontPx);
  const wordsWidth = widest(bars, 'words') * look.fontPx + look.fontPx;
  const lengths = { type: 'value', min: 0, max: longestOf(bars), show: false } as const;
  const names = {
    ...bare,
    type: 'category',
    data: bars.map(({ name }) => name),
    axisLabel: {
      ...words,
      color: look.inkSoft,
      interval: 0,
      ...(isUpright
        ? {}
        : ({ align: 'left', margin: nameWidth, width: nameWidth, overflow: 'truncate' } as const)),
    },
  } as const;
  const counts = {
    ...bare,
    type: 'category',
    data: bars.map((bar) => bar.words),
    axisLabel: { ...words, fontWeight: look.strong, interval: 0, align: 'right', margin: wordsWidth },
  } as const;
  const motion = {
    animation: !look.isStill,
    animationDuration: CALM_MS,
    animationDurationUpdate: CALM_MS,
  } as const;
  if (isUpright) {
    const line = look.fontPx * 2;
    return {
      ...motion,
      grid: { left: 0, right: 0, top: line, bottom: line },
      xAxis: names,
      yAxis: lengths,
      series: series(bars, look, true),
    };
  }
  return {
    ...motion,
    grid: { left: nameWidth, right: wordsWidth, top: 0, bottom: 0 },
    xAxis: lengths,
    yAxis: [
      { ...names, inverse: true },
      { ...counts, inverse: true, position: 'right' },
    ],
    series: series(bars, look, false),
  };
}

const widest = (bars: readonly Bar[], field: 'name' | 'words'): number =>
  Math.max(0, ...bars.map((bar) => emsOf(bar[field])));

/** The bars, and over them what is left of each whole. Stripes tell the first from the second without any colour. */
function series(bars: readonly Bar[], look: ChartLook, isUpright: boolean): BarSeriesOption[] {
  const hasWholes = bars.some(({ total }) => total !== undefined);
  const common = {
    type: 'bar',
    stack: 'whole',
    barWidth: isUpright ? '44%' : '40%',
    silent: true,
    cursor: 'default',
  } as const;
  const decal = { symbol: 'rect', color: look.card, dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: 0.8 };
  const shown: BarSeriesOption = {
    ...common,
    data: bars.map(({ count, tone }) => ({
      value: count,
      itemStyle: {
        color: look.tones[tone],
        borderRadius: hasWholes ? 0 : isUpright ? [6, 6, 2, 2] : [2, 6, 6, 2],
        ...(hasWholes ? { decal } : {}),
      },
    })),
    showBackground: !hasWholes && !isUpright,
    backgroundStyle: { color: look.track, borderRadius: 6 },
    label: {
      show: isUpright,
      position: 'top',
      color: look.ink,
      fontSize: look.fontPx,
      fontFamily: look.fontFamily,
      fontWeight: look.strong,
      formatter: ({ dataIndex }) => bars[dataIndex]?.words ?? '',
    },
  };
  if (!hasWholes) return [shown];
  const rest = { color: look.rest, opacity: 0.35 };
  return [shown, { ...common, data: bars.map(({ count, total = count }) => total - count), itemStyle: rest }];
}
