import type { BoardView } from '@domain/home/board.actions';

/** A number of the board and the list it opens, which shows as many. */
export type Figure = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly count: number;
  readonly path: string;
  readonly params: Record<string, string>;
  /** Anything above zero needs somebody at once. */
  readonly isUrgent: boolean;
};

const QUEUE = '/pages/staff/queue/index';

/** The numbers in the order in which they should be looked at. */
export const boardNumbers = (board: BoardView): readonly Figure[] => [
  {
    id: 'overdue',
    name: '超时未回复',
    unit: '件',
    count: board.overdueCount,
    path: QUEUE,
    params: { filter: 'overdue' },
    isUrgent: true,
  },
  {
    id: 'unclaimed',
    name: '等接单的居民',
    unit: '件',
    count: board.unclaimedCount,
    path: QUEUE,
    params: { filter: 'waiting' },
    isUrgent: false,
  },
  {
    id: 'wishes',
    name: '等审核的心愿',
    unit: '个',
    count: board.submittedWishCount,
    path: '/pages/staff/wish-review/index',
    params: {},
    isUrgent: false,
  },
  {
    id: 'bindings',
    name: '等确认的住户',
    unit: '户',
    count: board.bindingRequestCount,
    path: '/pages/staff/bindings/index',
    params: {},
    isUrgent: false,
  },
];

/** How far a notice has got: words with exact counts, and the share of households reached for the bar. */
export function reachLine(notice: BoardView['notices'][number]): { words: string; percent: number } {
  const { householdCount, notReachedCount, needsHelpCount } = notice;
  const reached = householdCount - notReachedCount;
  const help = needsHelpCount > 0 ? `，${needsHelpCount}户需要帮助` : '';
  return {
    words: `${notReachedCount}户没通知到，共${householdCount}户${help}`,
    percent: householdCount === 0 ? 0 : Math.round((reached / householdCount) * 1000) / 10,
  };
}
