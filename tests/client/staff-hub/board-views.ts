import type { Band, BoardCharts, BoardView } from '@domain/home/board.actions';
import { DAY, HOUR, startOfDay } from '@domain/kernel/time';
import type { ReachRow, ReachView } from '@domain/notices/notice.schema';

/** 2026-11-22 09:30 in China. */
export const MORNING = Date.UTC(2026, 10, 22, 1, 30);

const bands = (edges: readonly number[], counts: readonly number[]): Band[] =>
  counts.map((count, index) => ({ from: edges[index] ?? 0, to: edges[index + 1] ?? MORNING + DAY, count }));

const noticeLine = (part: Partial<BoardView['notices'][number]> = {}) => ({
  noticeId: 'n1',
  title: '停水两小时',
  endsAt: MORNING + HOUR,
  householdCount: 1000,
  notReachedCount: 999,
  needsHelpCount: 1,
  ...part,
});

export const theBoard = (part: Partial<BoardView> = {}): BoardView => ({
  overdueCount: 2,
  unclaimedCount: 128,
  submittedWishCount: 0,
  openWishCount: 4,
  bindingRequestCount: 3,
  notices: [noticeLine()],
  activitiesToday: [{ id: 'a1', title: '义诊', at: MORNING }],
  noticesEndingToday: [{ id: 'n1', title: '停水两小时', at: MORNING + HOUR }],
  ...part,
});

/** Nothing waits, nothing is due, nobody has to be told. */
export const aQuietBoard: BoardView = {
  overdueCount: 0,
  unclaimedCount: 0,
  submittedWishCount: 0,
  openWishCount: 0,
  bindingRequestCount: 0,
  notices: [],
  activitiesToday: [],
  noticesEndingToday: [],
};

const today = startOfDay(MORNING);

export const theCharts = (isQuiet = false): BoardCharts => ({
  matters: bands([0, 100, 200, 300, 400], isQuiet ? [0, 0, 0, 0, 0] : [1, 0, 4, 20, 105]),
  wishes: bands([0, 10, 20, 30, 40], isQuiet ? [0, 0, 0, 0, 0] : [1, 0, 0, 2, 1]),
  questions: bands(
    [6, 5, 4, 3, 2, 1, 0].map((days) => today - days * DAY),
    isQuiet ? [0, 0, 0, 0, 0, 0, 0] : [3, 2, 8, 1, 0, 7, 12],
  ),
});

const building = (number: number, notReachedCount: number): ReachRow => ({
  buildingId: `b${number}`,
  name: `${number}号楼`,
  householdCount: 100,
  onAppCount: 40,
  acknowledgedCount: 100 - notReachedCount,
  needsHelpCount: 0,
  notReachedCount,
});

/** Ten buildings of which one has been reached wholly. */
export const theReach = (notice: ReachView['notice']): ReachView => {
  const buildings = Array.from({ length: 10 }, (_, index) => building(index + 1, index * 10));
  return {
    notice,
    buildings,
    total: {
      householdCount: 1000,
      onAppCount: 400,
      acknowledgedCount: 550,
      needsHelpCount: 0,
      notReachedCount: 450,
    },
  };
};
