import type { IconName } from '@/components/icon';
import type { HomeView } from '@domain/home/home.actions';

export type StaffCounts = NonNullable<HomeView['staff']>;

/** A thing that waits for somebody now. `count` is exact. */
export type Waiting = {
  readonly id: 'queue' | 'wishes' | 'bindings';
  readonly path: string;
  readonly icon: IconName;
  readonly name: string;
  readonly unit: string;
  readonly count: number;
};

/** What waits now, in the order it should be looked at: a person waiting for an answer comes first. */
export const waitingNow = (counts: StaffCounts): Waiting[] => [
  {
    id: 'queue',
    path: '/pages/staff/queue/index',
    icon: 'chat',
    name: '等回复的居民',
    unit: '件',
    count: counts.waitingCount,
  },
  {
    id: 'wishes',
    path: '/pages/staff/wish-review/index',
    icon: 'wish',
    name: '等审核的心愿',
    unit: '个',
    count: counts.submittedWishCount,
  },
  {
    id: 'bindings',
    path: '/pages/staff/bindings/index',
    icon: 'key',
    name: '等确认的住户',
    unit: '户',
    count: counts.bindingRequestCount,
  },
];

export type Tool = {
  readonly path: string;
  readonly icon: IconName;
  readonly name: string;
  readonly hint: string;
};

/** What staff start by themselves. */
export const TOOLS: readonly Tool[] = [
  {
    path: '/pages/staff/notices/index',
    icon: 'shield',
    name: '安全提示',
    hint: '停水、消防、汛情，看谁还不知道',
  },
  {
    path: '/pages/staff/wish-record/index',
    icon: 'heart',
    name: '代录心愿',
    hint: '替不用手机的老人写心愿卡',
  },
  {
    path: '/pages/staff/activities/index',
    icon: 'activity',
    name: '活动管理',
    hint: '发活动、看报名、点名签到',
  },
  { path: '/pages/staff/roster/index', icon: 'calendar', name: '值班表', hint: '今天谁值班，后面怎么排' },
];
