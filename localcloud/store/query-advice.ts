import { DATABASE_LIMITS } from '../limits';
import type { Log } from '../log';
import { CloudError } from '../protocol/cloud-error';
import { isDoc, isOperatorDoc } from '../protocol/values';
import type { Collection } from './collection';
import type { Cost, Selection } from './select';

/** Stands beside every query on a live collection. */
export type QueryAdvisor = {
  /** Called before a query runs; throws CloudError for one that may not run. `isIndexed`: an index leads to its documents. */
  admit(collection: Collection, query: Query, isIndexed: boolean): void;
  /** Told afterwards what it cost. */
  observe(collection: Collection, query: Query, cost: Cost): void;
};

export type Query = Pick<Selection, 'filter' | 'sort'>;

/** Says nothing and allows everything. */
export const noAdvice: QueryAdvisor = { admit: () => undefined, observe: () => undefined };

/**
 * Warns, once per collection and shape, of queries that read many documents because no index narrows them.
 * With `isStrict` such a query is refused as soon as its collection holds more than 1,000 documents.
 */
export function adviseOnIndexes(log: Log, { isStrict }: { isStrict: boolean }): QueryAdvisor {
  const told = new Set<string>();
  return {
    admit: (collection, query, isIndexed) => {
      if (!isStrict || isIndexed || !collection.holdsMoreThan(DATABASE_LIMITS.unindexedDocuments)) return;
      const keys = indexFor(query);
      if (keys.length > 0) throw unindexed(collection.name, keys);
    },
    observe: (collection, query, { examined, indexed }) => {
      if (indexed || examined <= DATABASE_LIMITS.unindexedDocuments) return;
      const keys = indexFor(query);
      const shape = `${collection.name}: ${keys.join(', ')}`;
      if (keys.length === 0 || told.has(shape)) return;
      told.add(shape);
      const message = 'a query reads many documents without an index';
      log({ level: 'warn', message, examined, declareIndex: shape });
    },
  };
}

function unindexed(collection: string, keys: readonly string[]): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `strict mode: ${collection} holds more than ${DATABASE_LIMITS.unindexedDocuments} documents and no index ` +
      `narrows this query; declare an index on ${collection}: ${keys.join(', ')}`,
  );
}

/** The index a query asks for: what is equal first, then the order, then the ranges. Empty for a query of everything. */
export function indexFor({ filter, sort }: Query): string[] {
  const fields = namedFields(filter);
  const equals = fields.filter(([, isEqual]) => isEqual).map(([field]) => field);
  const sorted = sort.map(([field]) => field).filter((field) => !equals.includes(field));
  const ranges = fields.map(([field]) => field).filter((field) => ![...equals, ...sorted].includes(field));
  const directions = new Map(sort);
  return [...new Set([...equals, ...sorted, ...ranges])].map(
    (field) => `${field} ${sorted.includes(field) ? directions.get(field) : 1}`,
  );
}

function namedFields(filter: Selection['filter']): [field: string, isEqual: boolean][] {
  return Object.entries(filter).flatMap(([key, condition]): [string, boolean][] => {
    if (!key.startsWith('$')) return [[key, !isOperatorDoc(condition)]];
    if (!Array.isArray(condition)) return [];
    return condition.flatMap((part) => (isDoc(part) ? namedFields(part) : []));
  });
}
