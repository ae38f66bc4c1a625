import type { HouseholdReach, ReachRow } from '@domain/notices/notice.schema';

export const REACH_FILTERS = ['all', 'needsHelp', 'notReached', 'acknowledged'] as const;
export type ReachFilter = (typeof REACH_FILTERS)[number];

export const REACH_WORDS: Readonly<Record<Exclude<ReachFilter, 'all'>, string>> = {
  needsHelp: '需要帮助',
  notReached: '没联系到',
  acknowledged: '已知晓',
};

export type ReachState = Exclude<ReachFilter, 'all'>;

export const stateOf = (household: Pick<HouseholdReach, 'answer'>): ReachState =>
  household.answer ?? 'notReached';

const URGENCY: Readonly<Record<ReachState, number>> = { needsHelp: 0, notReached: 1, acknowledged: 2 };

/** Households that need help first, then those nobody heard from; within each, in the order of the doors. */
export const byUrgency = (households: readonly HouseholdReach[]): HouseholdReach[] =>
  households
    .map((household, place) => ({ household, place }))
    .sort(
      (one, other) =>
        URGENCY[stateOf(one.household)] - URGENCY[stateOf(other.household)] || one.place - other.place,
    )
    .map(({ household }) => household);

/** Buildings where somebody needs help first, then where most are not reached. */
export const buildingsByUrgency = (rows: readonly ReachRow[]): ReachRow[] =>
  [...rows].sort(
    (one, other) => other.needsHelpCount - one.needsHelpCount || other.notReachedCount - one.notReachedCount,
  );

/** Those a filter and a typed room number or name leave, most urgent first. */
export function filtered(
  households: readonly HouseholdReach[],
  filter: ReachFilter,
  typed: string,
): HouseholdReach[] {
  const wanted = typed.trim();
  return byUrgency(households).filter(
    (household) =>
      (filter === 'all' || stateOf(household) === filter) &&
      (wanted === '' || household.homeLabel.includes(wanted)),
  );
}

export const countIn = (households: readonly HouseholdReach[], filter: ReachFilter): number =>
  filter === 'all'
    ? households.length
    : households.filter((household) => stateOf(household) === filter).length;

type Counts = Pick<ReachRow, 'householdCount' | 'acknowledgedCount' | 'needsHelpCount' | 'notReachedCount'>;

/**
 * Widths of a bar's parts in percent of all households. Not rounded up to look better: what is missing is drawn
 * missing. An empty building has no bar.
 */
export function reachShares(counts: Counts): Readonly<Record<ReachState, number>> {
  const share = (count: number) =>
    counts.householdCount === 0 ? 0 : Math.round((count / counts.householdCount) * 10_000) / 100;
  return {
    needsHelp: share(counts.needsHelpCount),
    acknowledged: share(counts.acknowledgedCount),
    notReached: share(counts.notReachedCount),
  };
}

/** Households that answered either way, of all: `已联系到 120 / 320 户`. */
export const reachedWords = (counts: Counts): string =>
  `已联系到 ${counts.acknowledgedCount + counts.needsHelpCount} / ${counts.householdCount} 户`;
