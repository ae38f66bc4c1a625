import type { ThreadCard } from '@domain/desk/thread.schema';
import { formatAt, formatDuration, formatWhen, HOUR, MINUTE, startOfDay } from '@domain/kernel/time';

type Clocked = Pick<ThreadCard, 'askedAt' | 'replyDueAt' | 'firstRepliedAt'>;

/** The state of a promised answer: words for a person, and how far the promised time has run (0 to 1). */
export type ReplyClock = {
  readonly isLate: boolean;
  readonly words: string;
  readonly promise: string;
  readonly share: number | null;
};

/** A first reply promised within this is told as a length of time, a later one as a time of day. */
const SHORT_PROMISE = HOUR;

/** What the desk owes on a thread at an instant; null while it owes nothing. */
export function replyClock(thread: Clocked, now: number): ReplyClock | null {
  const { replyDueAt, askedAt } = thread;
  if (replyDueAt === null) return null;
  const promised = replyDueAt - askedAt;
  const isFirst = thread.firstRepliedAt === null && promised > 0 && promised <= SHORT_PROMISE;
  if (now >= replyDueAt) {
    const late = now - replyDueAt;
    return {
      isLate: true,
      words: isFirst ? `已等待 ${formatDuration(now - askedAt)}` : '等待回应',
      promise: late < MINUTE ? '刚过承诺时间' : `超过承诺 ${formatDuration(late)}`,
      share: isFirst ? 1 : null,
    };
  }
  if (!isFirst) {
    return {
      isLate: false,
      words: '等待回应',
      promise: `承诺 ${timeOf(replyDueAt, now)} 前回复`,
      share: null,
    };
  }
  return {
    isLate: false,
    words: now - askedAt < MINUTE ? '刚刚送达' : `已等待 ${formatDuration(now - askedAt)}`,
    promise: `承诺 ${formatDuration(promised)}内回复`,
    share: Math.max(0, now - askedAt) / promised,
  };
}

/** `02:13`: a stopwatch of minutes and seconds, hours in front when there are any. @param duration ms, never below zero. */
export function stopwatch(duration: number): string {
  const seconds = Math.max(0, Math.floor(duration / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  return [...(hours > 0 ? [hours] : []), ...parts].map((part) => String(part).padStart(2, '0')).join(':');
}

/** `08:00`, `明天 08:00`, `11月24日 08:00`: when a shift or a promise ends, seen from now. */
export function timeOf(instant: number, now: number): string {
  const days = Math.round((startOfDay(instant) - startOfDay(now)) / (24 * HOUR));
  if (days === 0) return formatAt(instant, 'HH:mm');
  if (days === 1) return `明天 ${formatAt(instant, 'HH:mm')}`;
  return formatAt(instant, 'M月D日 HH:mm');
}

/** `今天 02:10` as a line between messages. The day is told once a day has passed, as chats do. */
export function separatorWords(instant: number, today: number): string {
  const days = Math.round((today - startOfDay(instant)) / (24 * HOUR));
  const time = formatAt(instant, 'HH:mm');
  if (days === 0) return time;
  if (days === 1) return `昨天 ${time}`;
  return formatAt(
    instant,
    formatAt(instant, 'YYYY') === formatAt(today, 'YYYY') ? 'M月D日 HH:mm' : 'YYYY年M月D日 HH:mm',
  );
}

/** `今天 02:10`, `昨天 02:10`, `11月19日 周四 02:10`: the line under which the messages of a day begin. */
export function dayWords(instant: number, today: number): string {
  const days = Math.round((today - startOfDay(instant)) / (24 * HOUR));
  if (days === 0) return `今天 ${formatAt(instant, 'HH:mm')}`;
  const isThisYear = formatAt(instant, 'YYYY') === formatAt(today, 'YYYY');
  return days === 1 || !isThisYear ? separatorWords(instant, today) : formatWhen(instant);
}
