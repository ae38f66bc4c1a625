import { DAY, formatAt, startOfDay } from '@domain/kernel/time';

const GREETINGS: readonly { from: number; words: string }[] = [
  { from: 23, words: '夜深了' },
  { from: 18, words: '晚上好' },
  { from: 13, words: '下午好' },
  { from: 11, words: '中午好' },
  { from: 5, words: '早上好' },
  { from: 0, words: '夜深了' },
];

const hourOf = (now: number): number => Number(formatAt(now, 'H'));

/** What one says at this hour in China. */
export const greetingAt = (now: number): string =>
  GREETINGS.find(({ from }) => hourOf(now) >= from)?.words ?? '您好';

/** The promise of the desk, in words that fit the hour: at night the point is that somebody is awake. */
export const promiseAt = (now: number, replyWithinMinutes: number): string => {
  const isNight = hourOf(now) >= 22 || hourOf(now) < 6;
  return `${isNight ? '这会儿也有人守着' : '社区日夜有人应'}，${replyWithinMinutes}分钟内回您`;
};

/** `20:00` today, `明天 08:00`, `11月24日 08:00` further off. */
export function clockWords(at: number, now: number): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (days === 0) return formatAt(at, 'HH:mm');
  if (days === 1) return `明天 ${formatAt(at, 'HH:mm')}`;
  return formatAt(at, 'M月D日 HH:mm');
}
