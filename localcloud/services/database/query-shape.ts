import { isDoc, type Value } from '../../protocol/values';
import type { Query } from '../../store/query-advice';

const MAX_CHARACTERS = 300;

/** A query without its values, e.g. `{ status: ?, at: { $gt: ? } }`: what queries have in common that differ in values only. */
export function filterShape({ filter }: Pick<Query, 'filter'>): string {
  return shortened(shapeOf(filter));
}

/** e.g. `at -1, _id 1`; empty for a query without an order. */
export function sortShape({ sort }: Pick<Query, 'sort'>): string {
  return shortened(sort.map(([field, direction]) => `${field} ${direction}`).join(', '));
}

function shapeOf(value: Value): string {
  if (Array.isArray(value)) return value.some(isDoc) ? `[${value.map(shapeOf).join(', ')}]` : '[?]';
  if (!isDoc(value)) return '?';
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${shapeOf(inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function shortened(text: string): string {
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}
