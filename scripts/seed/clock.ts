import { DAY, HOUR, MINUTE, startOfDay } from '@domain/kernel/time';

/** A time of day in China, so many days from today; negative days are past. */
export type DayTime = { readonly days: number; readonly hour: number; readonly minute?: number };

export const instantOf = (now: number, { days, hour, minute = 0 }: DayTime): number =>
  startOfDay(now) + days * DAY + hour * HOUR + minute * MINUTE;

/** The same instant, or nine in the morning when it falls into the night: for what people do by daylight. */
export function byDaylight(instant: number): number {
  const hour = (instant - startOfDay(instant)) / HOUR;
  if (hour < 8) return startOfDay(instant) + 9 * HOUR;
  return hour < 21 ? instant : startOfDay(instant) + DAY + 9 * HOUR;
}
