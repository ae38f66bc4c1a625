import { CloudError } from '../protocol/cloud-error';
import type { Doc, Value } from '../protocol/values';
import { compare } from './compare';
import { reach } from './paths';

/** Fields to sort by, first one first. */
export type Sort = readonly (readonly [field: string, direction: 1 | -1])[];

/** Reads `{ field: 1 | -1, … }`. */
export function parseSort(order: Doc): Sort {
  return Object.entries(order).map(([field, direction]) => {
    if (direction === 1 || direction === -1) return [field, direction] as const;
    throw new CloudError('DATABASE_REQUEST_FAILED', `bad sort specification for ${field}: 1 or -1`);
  });
}

/** Sorts as Mongo does: an array counts as its smallest element going up and its largest going down. Stable. */
export function sortBy<T>(items: readonly T[], sort: Sort, docOf: (item: T) => Doc): T[] {
  const parsed = sort.map(([field, direction]) => ({ path: field.split('.'), direction }));
  const keyed = items.map((item) => ({
    item,
    keys: parsed.map(({ path, direction }) => sortKey(docOf(item), path, direction)),
  }));
  keyed.sort((a, b) => {
    for (let i = 0; i < parsed.length; i++) {
      const order = compareSortKeys(a.keys[i], b.keys[i]);
      if (order !== 0) return order * (parsed[i]?.direction ?? 1);
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}

/** An empty array sorts below null. */
const BELOW_NULL = Symbol('below null');
type SortKey = Value | undefined | typeof BELOW_NULL;

function sortKey(doc: Doc, path: readonly string[], direction: 1 | -1): SortKey {
  const candidates = reach(doc, path).flatMap((value): SortKey[] => {
    if (!Array.isArray(value)) return [value];
    return value.length === 0 ? [BELOW_NULL] : value;
  });
  let best: SortKey = candidates[0];
  for (const candidate of candidates) if (compareSortKeys(candidate, best) * direction < 0) best = candidate;
  return best;
}

function compareSortKeys(a: SortKey, b: SortKey): number {
  if (a === BELOW_NULL || b === BELOW_NULL) return Number(b === BELOW_NULL) - Number(a === BELOW_NULL);
  return compare(a, b);
}
