import type { BarTone } from './bars';

/** What a chart is drawn with, taken from the theme around it. */
export type ChartLook = {
  readonly ink: string;
  readonly inkSoft: string;
  readonly card: string;
  readonly track: string;
  readonly rest: string;
  readonly tones: Readonly<Record<BarTone, string>>;
  readonly fontFamily: string;
  /** CSS px. */
  readonly fontPx: number;
  readonly strong: number;
  /** The person asked the system for less motion. */
  readonly isStill: boolean;
};

/** Reads the tokens where an element stands: the same chart is another one by night and in 长辈版. Browsers only. */
export function lookAt(element: Element): ChartLook {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--hy-${name}`).trim();
  return {
    ink: token('ink'),
    inkSoft: token('ink-soft'),
    card: token('card'),
    track: token('paper-deep'),
    rest: token('done'),
    tones: {
      danger: token('danger'),
      waiting: token('waiting-ink'),
      active: token('active-ink'),
      done: token('done'),
    },
    fontFamily: style.fontFamily,
    fontPx: parseFloat(style.fontSize) || 0,
    strong: Number(token('weight-strong')),
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}
