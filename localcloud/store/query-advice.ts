import { DATABASE_LIMITS } from '../limits';
import type { Log } from '../log';
import { isOperatorDoc } from '../protocol/values';
import type { CostListener } from './documents';

/** Warns, once per collection and shape, of queries that read many documents because no index narrows them. */
export function adviseOnIndexes(log: Log): CostListener {
  const told = new Set<string>();
  return (collection, { filter, sort }, { examined, indexed }) => {
    if (indexed || examined <= DATABASE_LIMITS.unindexedExaminedWarning) return;
    const equals = Object.keys(filter).filter((key) => !key.startsWith('$') && !isOperatorDoc(filter[key]));
    const ranges = Object.keys(filter).filter((key) => !key.startsWith('$') && isOperatorDoc(filter[key]));
    const keys = [
      ...equals.map((field) => `${field} 1`),
      ...sort.map(([field, direction]) => `${field} ${direction}`),
      ...ranges.filter((field) => !sort.some(([sorted]) => sorted === field)).map((field) => `${field} 1`),
    ];
    const shape = `${collection.name}: ${keys.join(', ')}`;
    if (keys.length === 0 || told.has(shape)) return;
    told.add(shape);
    log({
      level: 'warn',
      message: 'a query reads many documents without an index',
      examined,
      declareIndex: shape,
    });
  };
}
