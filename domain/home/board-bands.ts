import { LATEST_INSTANT } from '../kernel/input';
import { DAY, HOUR, startOfDay } from '../kernel/time';

/** From one instant (included) to another (left out), epoch ms. */
type Span = { readonly from: number; readonly to: number };

/** How long somebody waits, ms: a matter is told apart by hours, a wish by days. The newest band has no limit below. */
export const MATTER_AGES = [HOUR, 4 * HOUR, DAY, 3 * DAY] as const;
export const WISH_AGES = [3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY] as const;
/** The board shows so many days of questions, today the last of them. */
export const QUESTION_DAYS = 7;

/** Spans that lie next to one another, from the edges between them. */
const spansBetween = (edges: readonly number[]): Span[] =>
  edges.slice(1).map((to, index) => ({ from: edges[index] ?? to, to }));

/** Bands by age, who has waited longest first; together they hold every instant. @param ages ms, growing. */
export const spansByAge = (now: number, ages: readonly number[]): Span[] =>
  spansBetween([0, ...[...ages].reverse().map((age) => now - age), LATEST_INSTANT]);

/** The last days in China, the oldest first, today the last. */
export function lastDays(now: number, days: number = QUESTION_DAYS): Span[] {
  const today = startOfDay(now);
  return spansBetween(Array.from({ length: days + 1 }, (_, index) => today + (index - days + 1) * DAY));
}
