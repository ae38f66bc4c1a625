import { CloudError } from '../../protocol/cloud-error';
import { isDoc, isOperatorDoc, type Doc, type Value } from '../../protocol/values';
import { reach } from '../paths';
import { metresTo, parseNear } from './conditions';
import type { Position } from './sphere';

/** "Nearest first": the field with the places, and from where. */
export type NearOrder = { readonly path: readonly string[]; readonly position: Position };

/** The order a `$nearSphere` of this filter asks for. Throws when it stands where Mongo does not take it. */
export function nearOrderOf(filter: Doc): NearOrder | undefined {
  const found = findNear(filter, true);
  if (found.length > 1) throw misplaced();
  return found[0];
}

function findNear(filter: Doc, isTopLevel: boolean): NearOrder[] {
  return Object.entries(filter).flatMap(([key, condition]): NearOrder[] => {
    if (key.startsWith('$')) return findBelow(condition, isTopLevel && key === '$and');
    if (!isOperatorDoc(condition)) return [];
    const operand = condition['$nearSphere'] ?? condition['$near'];
    if (operand === undefined) return [];
    if (!isTopLevel) throw misplaced();
    if (!isDoc(operand)) throw new CloudError('DATABASE_REQUEST_FAILED', '$nearSphere needs an object');
    return [{ path: key.split('.'), position: parseNear(operand).position }];
  });
}

function findBelow(conditions: Value, isTopLevel: boolean): NearOrder[] {
  if (!Array.isArray(conditions)) return [];
  return conditions.flatMap((item) => (isDoc(item) ? findNear(item, isTopLevel) : []));
}

function misplaced(): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', 'geo $near must be top-level expr, and there only once');
}

/** Sorts by distance, nearest first; equal distances keep their order. */
export function sortByDistance<T>(
  items: readonly T[],
  { path, position }: NearOrder,
  docOf: (item: T) => Doc,
): T[] {
  const measured = items.map((item) => ({ item, metres: metresTo(position, reach(docOf(item), path)) }));
  return measured.sort((a, b) => a.metres - b.metres).map(({ item }) => item);
}
