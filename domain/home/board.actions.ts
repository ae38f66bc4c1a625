import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { STAFF } from '../kernel/roles';

/** So many safety notices in force are counted, those that end soonest first. */
export const BOARD_LIMITS = { notices: 10, dueToday: 50 } as const;

const due = z.object({ id: z.string(), title: z.string(), at: z.number() });

/**
 * What needs somebody this moment. Each number is counted where its list is read: what it opens shows as many.
 * `overdue`: neighbours whose promised answer is late. `unclaimed`: neighbours nobody has taken. `openWish`: wishes on
 * the wall that nobody has claimed.
 */
export const boardView = z.object({
  overdueCount: z.number(),
  unclaimedCount: z.number(),
  submittedWishCount: z.number(),
  openWishCount: z.number(),
  bindingRequestCount: z.number(),
  /** Households each safety notice in force has not reached. */
  notices: z.array(
    z.object({
      noticeId: z.string(),
      title: z.string(),
      endsAt: z.number(),
      householdCount: z.number(),
      notReachedCount: z.number(),
      needsHelpCount: z.number(),
    }),
  ),
  activitiesToday: z.array(due),
  noticesEndingToday: z.array(due),
});
export type BoardView = z.output<typeof boardView>;

export const getBoard = defineAction({
  name: 'home.board',
  zh: '此刻看板',
  audience: 'staff',
  by: STAFF,
  kind: 'read',
  input: z.object({}),
  output: boardView,
  errors: [],
});

/** How many there are from one instant (included) to another (left out); the list behind takes the same two. */
const band = z.object({ from: z.number(), to: z.number(), count: z.number() });
export type Band = z.output<typeof band>;

/**
 * What the board's charts are drawn from. `matters`: what the desk has not finished, by how long ago it was asked;
 * `wishes`: those nobody has claimed, by how long ago they were wished; both with the longest wait first.
 * `questions`: everything asked, by day, today last.
 */
export const boardCharts = z.object({
  matters: z.array(band),
  wishes: z.array(band),
  questions: z.array(band),
});
export type BoardCharts = z.output<typeof boardCharts>;

export const getBoardCharts = defineAction({
  name: 'home.charts',
  zh: '看板图表',
  audience: 'staff',
  by: STAFF,
  kind: 'read',
  input: z.object({}),
  output: boardCharts,
  errors: [],
});

export const boardActions = { getBoard, getBoardCharts } as const;
