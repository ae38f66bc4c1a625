import type { Days } from '@domain/desk/figures.schema';
import { dateOn, DAY, formatAt, formatDay, startOn } from '@domain/kernel/time';

/** So many days back a first or last day can be chosen. */
const CHOICES = 400;

/** The month a day is in, as whole days; of the running month the days so far. @param today `2026-11-22`. */
export function monthOf(date: string, today: string): Days {
  const fromOn = `${date.slice(0, 7)}-01`;
  const lastOn = dateOn(startOn(monthAfter(fromOn)) - DAY);
  return { fromOn, untilOn: lastOn > today ? today : lastOn };
}

/** The first day of the month after the one this first day begins. */
function monthAfter(firstOn: string): string {
  return `${dateOn(startOn(firstOn) + 31 * DAY).slice(0, 7)}-01`;
}

export const monthBefore = ({ fromOn }: Days, today: string): Days =>
  monthOf(dateOn(startOn(fromOn) - DAY), today);

/** The month after; null when it has not begun. */
export function monthFollowing({ fromOn }: Days, today: string): Days | null {
  const next = monthAfter(`${fromOn.slice(0, 7)}-01`);
  return next > today ? null : monthOf(next, today);
}

const isWholeMonth = (days: Days, today: string): boolean => {
  const month = monthOf(days.fromOn, today);
  return month.fromOn === days.fromOn && month.untilOn === days.untilOn;
};

/** `2026年11月`, or `11月3日 周二 到 11月9日 周一`. */
export const daysWords = (days: Days, today: string): string =>
  isWholeMonth(days, today)
    ? formatAt(startOn(days.fromOn), 'YYYY年M月')
    : `${formatDay(startOn(days.fromOn))} 到 ${formatDay(startOn(days.untilOn))}`;

/** The name of the file the figures are saved as. */
export const sheetTitle = (days: Days, today: string): string =>
  isWholeMonth(days, today)
    ? `服务台月报-${days.fromOn.slice(0, 7)}`
    : `服务台统计-${days.fromOn}至${days.untilOn}`;

/** Days to choose from, the newest first. */
export const dayChoices = (today: string): { value: string; text: string }[] =>
  Array.from({ length: CHOICES }, (_, back) => {
    const start = startOn(today) - back * DAY;
    return { value: dateOn(start), text: formatAt(start, 'YYYY年M月D日') };
  });
