import { DAY, formatAt, formatWhen, HOUR, MINUTE, startOfDay } from '@domain/kernel/time';
import type { NoticeView } from '@domain/notices/notice.schema';

const NEAR_DAYS: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };

const daysBetween = (now: number, instant: number): number =>
  Math.round((startOfDay(instant) - startOfDay(now)) / DAY);

const dayWord = (instant: number, now: number): string | undefined => NEAR_DAYS[daysBetween(now, instant)];

/** The whole of a notice as one would read it to somebody. */
export const spokenWords = (
  { title, body, whatToDo, issuer, startsAt, endsAt }: NoticeView,
  now: number,
): string => `${title}。时间：${spanWords(startsAt, endsAt, now)}。${body}要怎么做：${whatToDo}${issuer}。`;

/** `明天 09:00`, or `11月22日 周日 09:00` where no everyday word names the day. Instants in epoch ms. */
export function momentWords(instant: number, now: number): string {
  const day = dayWord(instant, now);
  return day ? `${day} ${formatAt(instant, 'HH:mm')}` : formatWhen(instant);
}

/** When a notice holds, as people say it: `今天 09:00–17:00`, `今天 22:00 到 明天 06:00`. Instants in epoch ms. */
export function spanWords(startsAt: number, endsAt: number, now: number): string {
  const isMidnight = startOfDay(endsAt) === endsAt;
  // Midnight belongs to the evening before it: "until 24:00 today", not "until tomorrow 00:00".
  const lastDay = isMidnight ? endsAt - 1 : endsAt;
  const clock = isMidnight ? '24:00' : formatAt(endsAt, 'HH:mm');
  if (startOfDay(startsAt) === startOfDay(lastDay)) return `${momentWords(startsAt, now)}–${clock}`;
  const endWords = `${momentWords(lastDay, now).slice(0, -'00:00'.length)}${clock}`;
  return `${momentWords(startsAt, now)} 到 ${endWords}`;
}

export type NoticePhase = 'upcoming' | 'ongoing' | 'over' | 'cancelled';
type Timed = Pick<NoticeView, 'status' | 'startsAt' | 'endsAt'>;

export function phaseOf(notice: Timed, now: number): NoticePhase {
  if (notice.status === 'cancelled') return 'cancelled';
  if (notice.status === 'ended' || now >= notice.endsAt) return 'over';
  return now < notice.startsAt ? 'upcoming' : 'ongoing';
}

/** `3小时后开始`, `明天开始`, `正在进行`, `已结束`, `已取消`. The exact time stands elsewhere; this is for a glance. */
export function phaseWords(notice: Timed, now: number): string {
  const phase = phaseOf(notice, now);
  if (phase === 'cancelled') return '已取消';
  if (phase === 'over') return '已结束';
  return phase === 'ongoing' ? '正在进行' : startWords(notice.startsAt, now);
}

function startWords(startsAt: number, now: number): string {
  const left = startsAt - now;
  const days = daysBetween(now, startsAt);
  if (days > 2) return `${days}天后开始`;
  if (days > 0) return `${NEAR_DAYS[days] ?? ''}开始`;
  if (left < MINUTE) return '马上开始';
  return left < HOUR ? `${Math.floor(left / MINUTE)}分钟后开始` : `${Math.floor(left / HOUR)}小时后开始`;
}
