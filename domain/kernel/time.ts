import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** China has one time zone and no summer time; every wall-clock time in the product is in it. */
const CHINA_OFFSET_MINUTES = 8 * 60;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const at = (instant: number) => dayjs(instant).utcOffset(CHINA_OFFSET_MINUTES);

/** The instant a day begins in China. @param instant epoch ms. @returns epoch ms. */
export const startOfDay = (instant: number): number => at(instant).startOf('day').valueOf();

/** `2026-11-22`: the date in China at an instant. */
export const dateOn = (instant: number): string => at(instant).format('YYYY-MM-DD');

/** The instant a date begins in China; NaN for what is no date. @param date `2026-11-22`. */
export const startOn = (date: string): number =>
  dayjs.utc(`${date}T00:00:00Z`).valueOf() - CHINA_OFFSET_MINUTES * MINUTE;

/** The hour of the day in China, 0 to 23. @param instant epoch ms. */
export const hourOn = (instant: number): number => at(instant).hour();

/** Renders an instant in China time with a dayjs pattern. */
export const formatAt = (instant: number, pattern: string): string => at(instant).format(pattern);

/** Days of 1970-01-01 by the count of spreadsheets, which begins in 1900. */
const SPREADSHEET_1970 = 25_569;

/** An instant as spreadsheets store one: days with a part of a day, by China's clock; they know no time zones. */
export const spreadsheetDays = (instant: number): number =>
  SPREADSHEET_1970 + (instant + CHINA_OFFSET_MINUTES * MINUTE) / DAY;

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** `11月22日 周日 09:30`: a time people can put on a calendar. */
export const formatWhen = (instant: number): string => `${formatDay(instant)} ${at(instant).format('HH:mm')}`;

/** `11月22日 周日`: a day as people say it. */
export const formatDay = (instant: number): string =>
  `${at(instant).format('M月D日')} ${WEEKDAYS[at(instant).day()] ?? ''}`;

/** `刚刚`, `5分钟前`, `今天 02:10`, `昨天 21:05`, `11月2日 08:00`: when something happened, as people say it. */
export function formatAgo(instant: number, now: number): string {
  const passed = now - instant;
  if (passed < MINUTE) return '刚刚';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)}分钟前`;
  const days = Math.round((startOfDay(now) - startOfDay(instant)) / DAY);
  if (days === 0) return `今天 ${at(instant).format('HH:mm')}`;
  if (days === 1) return `昨天 ${at(instant).format('HH:mm')}`;
  if (at(instant).year() === at(now).year()) return at(instant).format('M月D日 HH:mm');
  return at(instant).format('YYYY年M月D日');
}

/** `3小时20分`: a length of time, rounded down to minutes. @param duration ms, may be negative (its size is shown). */
export function formatDuration(duration: number): string {
  const minutes = Math.floor(Math.abs(duration) / MINUTE);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${days}天${hours > 0 ? `${hours}小时` : ''}`;
  if (hours > 0) return `${hours}小时${minutes % 60 > 0 ? `${minutes % 60}分` : ''}`;
  return `${minutes}分钟`;
}
