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
    path: '/pages/casework/record/index',
    icon: 'phone',
    name: '代录',
    hint: '来电、上门、群消息，几秒记下',
  },
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
  {
    path: '/pages/answers/list/index',
    icon: 'search',
    name: '问答管理',
    hint: '常见问题谁负责、何时核对、帮了多少',
  },
  {
    path: '/pages/answers/public/index',
    icon: 'people',
    name: '公开答复',
    hint: '匿名公开的问题，核对政策小达人的解答',
  },
  {
    path: '/pages/figures/month/index',
    icon: 'activity',
    name: '三率统计',
    hint: '答复、解决、满意，按月看、存月报',
  },
  { path: '/pages/staff/roster/index', icon: 'calendar', name: '值班表', hint: '谁值班、排班、换班、请假' },
  { path: '/pages/staff/handovers/index', icon: 'list', name: '交接班', hint: '要交的事写一句，接班签字' },
  { path: '/pages/staff/promises/index', icon: 'bell', name: '承诺', hint: '答应居民的事，到时提醒' },
  { path: '/pages/staff/follow-ups/index', icon: 'phone', name: '电话回访', hint: '没确认的居民，问一声' },
  {
    path: '/pages/staff/desk-times/index',
    icon: 'clock',
    name: '服务台设置',
    hint: '多久提醒谁，紧急情况的词',
  },
];
