import type { BoardView } from '@domain/home/board.actions';
import type { IconName } from '@/components/icon';

/** Where a number leads: to the list it counts, or to the part of the board that is this list. */
type Leads = { readonly path: string; readonly params: Record<string, string> } | { readonly part: string };

/** A number of the board. What it leads to shows as many. */
export type Figure = {
  readonly id: string;
  readonly icon: IconName;
  readonly name: string;
  readonly unit: string;
  readonly count: number;
  readonly tone: 'danger' | 'waiting' | 'active';
  readonly leads: Leads;
};

/** Ids of the parts of the board that list what a number counts. */
export const PARTS = { reach: 'board-reach', today: 'board-today' } as const;
export const REACH_PAGE = '/pages/staff/notice-reach/index';
const QUEUE = '/pages/staff/queue/index';

/** Households no notice in force has reached; one that two notices have not reached counts twice, as in the list. */
const notReached = ({ notices }: BoardView): number =>
  notices.reduce((sum, { notReachedCount }) => sum + notReachedCount, 0);

/** What is asked first each morning, in the order in which it should be looked at. */
export const mainFigures = (board: BoardView): readonly Figure[] => [
  {
    id: 'overdue',
    icon: 'alert',
    name: '超时未回复',
    unit: '件',
    count: board.overdueCount,
    tone: 'danger',
    leads: { path: QUEUE, params: { filter: 'overdue' } },
  },
  {
    id: 'unclaimed',
    icon: 'chat',
    name: '等接单的居民',
    unit: '件',
    count: board.unclaimedCount,
    tone: 'waiting',
    leads: { path: QUEUE, params: { filter: 'waiting' } },
  },
  {
    id: 'notReached',
    icon: 'shield',
    name: '还没通知到',
    unit: board.notices.length > 1 ? '户次' : '户',
    count: notReached(board),
    tone: 'waiting',
    leads: { part: PARTS.reach },
  },
  {
    id: 'today',
    icon: 'calendar',
    name: '今天到期',
    unit: '件',
    count: board.activitiesToday.length + board.noticesEndingToday.length,
    tone: 'active',
    leads: { part: PARTS.today },
  },
];

/** What waits for a decision, less pressing. */
export const otherFigures = (board: BoardView): readonly Figure[] => [
  {
    id: 'wishes',
    icon: 'wish',
    name: '等审核的心愿',
    unit: '个',
    count: board.submittedWishCount,
    tone: 'waiting',
    leads: { path: '/pages/staff/wish-review/index', params: {} },
  },
  {
    id: 'openWishes',
    icon: 'heart',
    name: '没人认领的心愿',
    unit: '个',
    count: board.openWishCount,
    tone: 'active',
    leads: { path: '/pages/staff/wish-review/index', params: { filter: 'open' } },
  },
  {
    id: 'bindings',
    icon: 'key',
    name: '等确认的住户',
    unit: '户',
    count: board.bindingRequestCount,
    tone: 'waiting',
    leads: { path: '/pages/staff/bindings/index', params: {} },
  },
];

/** How far a notice has got, with exact counts. */
export function reachWords(notice: BoardView['notices'][number]): string {
  const { householdCount, notReachedCount, needsHelpCount } = notice;
  const help = needsHelpCount > 0 ? `，${needsHelpCount}户需要帮助` : '';
  return `${notReachedCount}户没通知到，共${householdCount}户${help}`;
}
