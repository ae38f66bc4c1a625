import { DAY, formatAt, formatWhen, MINUTE, startOfDay } from '@domain/kernel/time';
import type { Option } from './chips';

const DAYS_BACK = 1;
const DAYS_AHEAD = 90;
const STEP = 15 * MINUTE;

const NEAR_DAYS: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };

/** The days around now by their start (epoch ms as text), and the chosen one even where it lies outside. */
export function dayOptions(now: number, chosenDay: number): Option[] {
  const today = startOfDay(now);
  const days = Array.from(
    { length: DAYS_BACK + DAYS_AHEAD + 1 },
    (_, index) => today + (index - DAYS_BACK) * DAY,
  );
  const all = days.includes(chosenDay) ? days : [...days, chosenDay].sort((a, b) => a - b);
  return all.map((day) => ({ value: String(day), text: dayWords(day, today) }));
}

function dayWords(day: number, today: number): string {
  const [date = '', weekday = ''] = formatWhen(day).split(' ');
  return `${date} ${NEAR_DAYS[Math.round((day - today) / DAY)] ?? weekday}`;
}

/** Every quarter of an hour by its distance from midnight (ms as text), and the chosen minute where it is another. */
export function timeOptions(chosen: number): Option[] {
  const midnight = startOfDay(chosen);
  const steps = Array.from({ length: DAY / STEP }, (_, index) => index * STEP);
  const offset = chosen - midnight;
  const all = steps.includes(offset) ? steps : [...steps, offset].sort((a, b) => a - b);
  return all.map((step) => ({ value: String(step), text: formatAt(midnight + step, 'HH:mm') }));
}
