import type { ACTIVITY_FILTERS } from '@domain/activities/activity.actions';
import {
  ACTIVITY_CATEGORIES,
  ACTIVITY_CATEGORY_LABELS,
  ACTIVITY_LIMITS,
  type ActivityView,
} from '@domain/activities/activity.schema';
import { DAY, dateOn, formatAt, formatWhen, startOfDay } from '@domain/kernel/time';

export type ActivityFilter = (typeof ACTIVITY_FILTERS)[number];

export const ACTIVITY_TABS: { value: ActivityFilter; text: string }[] = [
  { value: 'upcoming', text: '近期活动' },
  { value: 'past', text: '往期回顾' },
];

export const CATEGORY_OPTIONS = ACTIVITY_CATEGORIES.map((value) => ({
  value,
  text: ACTIVITY_CATEGORY_LABELS[value],
}));

/** `11月22日 周日 09:30–11:00`; both days where it ends on another. */
export function whenItIs({ startsAt, endsAt }: Pick<ActivityView, 'startsAt' | 'endsAt'>): string {
  const isSameDay = dateOn(startsAt) === dateOn(endsAt);
  return `${formatWhen(startsAt)}–${isSameDay ? formatAt(endsAt, 'HH:mm') : formatWhen(endsAt)}`;
}

/** `今天`, `明天`, `后天`, or null when it is further away or over. */
export function nearDay(startsAt: number, now: number): string | null {
  const days = Math.round((startOfDay(startsAt) - startOfDay(now)) / DAY);
  return ['今天', '明天', '后天'][days] ?? null;
}

export type Standing = { readonly words: string; readonly tone: 'active' | 'waiting' | 'muted' | 'danger' };

/** How the places of an activity stand, in words. */
export function standingOf(activity: ActivityView, now: number): Standing {
  if (activity.status === 'cancelled') return { words: '活动已取消', tone: 'danger' };
  if (activity.status === 'finished' || now >= activity.endsAt) return { words: '活动已结束', tone: 'muted' };
  if (now >= activity.startsAt) return { words: '正在进行', tone: 'active' };
  if (now >= activity.enrolUntil) return { words: '报名已截止', tone: 'muted' };
  if (activity.seatsLeft > 0) return { words: `还剩${activity.seatsLeft}个名额`, tone: 'active' };
  if (activity.mine) return { words: '名额已满', tone: 'muted' };
  if (activity.waitingCount >= ACTIVITY_LIMITS.waitlistMax)
    return { words: '名额和候补都满了', tone: 'muted' };
  return { words: '名额已满，可候补', tone: 'waiting' };
}

/** The reader's own place in words, or null for somebody who has not signed up. */
export function ownPlace(activity: ActivityView): Standing | null {
  const { mine } = activity;
  if (!mine) return null;
  if (mine.status === 'attended') return { words: '已签到', tone: 'muted' };
  if (mine.status === 'confirmed') return { words: '我已报名', tone: 'active' };
  return { words: mine.position === null ? '候补中' : `候补第${mine.position}位`, tone: 'waiting' };
}

export const isOver = (activity: ActivityView, now: number): boolean =>
  activity.status !== 'published' || now >= activity.endsAt;

/** The whole card as one sentence, for somebody who listens to the list. */
export const spokenCard = (activity: ActivityView, now: number): string =>
  [
    activity.title,
    whenItIs(activity),
    activity.place,
    standingOf(activity, now).words,
    ownPlace(activity)?.words ?? null,
  ]
    .filter((part) => part !== null)
    .join('，');
