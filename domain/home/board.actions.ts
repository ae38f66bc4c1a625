import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { STAFF } from '../kernel/roles';

/** So many safety notices in force are counted, those that end soonest first. */
export const BOARD_LIMITS = { notices: 10, dueToday: 50 } as const;

const due = z.object({ id: z.string(), title: z.string(), at: z.number() });

/**
 * What needs somebody this moment. Each number is counted where its list is read: what it opens shows as many.
 * `overdue`: neighbours whose promised answer is late. `unclaimed`: neighbours nobody has taken.
 */
export const boardView = z.object({
  overdueCount: z.number(),
  unclaimedCount: z.number(),
  submittedWishCount: z.number(),
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
