import { termsOf } from './faq-terms';

/** From here on two people asked the same thing in their own words. */
const SAME = 0.5;

const weightOf = (terms: ReadonlyMap<number, number>): number =>
  [...terms.values()].reduce((sum, weight) => sum + weight, 0);

/** How much of two texts is the same, 0 to 1: what they share twice over what both say. */
function likeness(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let shared = 0;
  for (const [code, weight] of a) if (b.has(code)) shared += weight;
  return (2 * shared) / (weightOf(a) + weightOf(b) || 1);
}

/** The entry that asks the very same as a text, as far as words tell; null when none does. */
export function sameQuestion<E extends { readonly question: string }>(
  text: string,
  entries: readonly E[],
): E | null {
  const terms = termsOf(text, true);
  const [closest] = entries
    .map((entry) => ({ entry, score: likeness(terms, termsOf(entry.question, true)) }))
    .sort((a, b) => b.score - a.score);
  return closest && closest.score >= SAME ? closest.entry : null;
}
