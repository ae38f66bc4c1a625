import type { CollectionDeclaration, IndexDeclaration } from '@localcloud/index';
import { CloudError } from '@localcloud/protocol/cloud-error';
import { encode } from '@localcloud/protocol/ejson';
import type { Doc, Value } from '@localcloud/protocol/values';
import { Row } from '@localcloud/store/collection';
import type { Documents } from '@localcloud/store/documents';
import { keyOf } from '@localcloud/store/keys';
import { compileFilter } from '@localcloud/store/matcher';
import { noAdvice } from '@localcloud/store/query-advice';
import { inOrder, type Selection } from '@localcloud/store/select';
import { Store } from '@localcloud/store/store';

export type Pair = {
  indexes: readonly IndexDeclaration[];
  store: Store;
  indexed: Documents;
  docs: () => Doc[];
  close(): void;
};

const keysOf = (each: Doc, path: string): string[] => {
  const value = path === '_id' ? each['_id'] : each[path];
  if (!Array.isArray(value)) return [keyOf(value)];
  return value.length === 0 ? ['an empty array'] : value.map(keyOf);
};

/** Would a unique index refuse `next` beside `held`? Two documents clash when they share a key in every field. */
export function clashes(indexes: readonly IndexDeclaration[], held: readonly Doc[], next: Doc): boolean {
  return indexes.some(
    (declared) =>
      declared.unique === true &&
      held.some((other) =>
        declared.keys.every(({ field }) =>
          keysOf(other, field).some((key) => keysOf(next, field).includes(key)),
        ),
      ),
  );
}

/** A collection with indexes, and the documents it took: exactly those no unique index should refuse. */
export function openIndexed(indexes: readonly IndexDeclaration[], docs: readonly Doc[]): Pair {
  const collections: CollectionDeclaration[] = [{ name: 'indexed', indexes }];
  const store = new Store({ file: ':memory:', durable: false, collections }, noAdvice);
  const kept = new Map<string, Doc>();
  store.engine.setUp(() => {
    docs.forEach((each, i) => {
      const whole = { _id: `d${i}`, ...each };
      const isTaken = wasTaken(() => store.collection('indexed').insert(whole));
      expect(isTaken).toBe(!clashes(indexes, [...kept.values()], whole));
      if (isTaken) kept.set(`d${i}`, whole);
    });
  });
  const indexed = store.documents('indexed');
  return { indexes, store, indexed, docs: () => [...kept.values()], close: () => store.close() };
}

export function wasTaken(insert: () => void): boolean {
  try {
    insert();
    return true;
  } catch (error) {
    if (error instanceof CloudError && error.message.startsWith('E11000')) return false;
    throw error;
  }
}

export const ids = (found: readonly Doc[]): Value[] => found.map((each) => each['_id'] ?? null);
export const everything = { sort: [], skip: 0, limit: Infinity };

/** What a query finds by looking at every document, in order: no index, no SQL. */
export function scan(docs: readonly Doc[], { filter: wanted, sort, skip, limit }: Selection): Value[] {
  const matches = compileFilter(wanted);
  const rows = docs.filter(matches).map((each, n) => new Row(n, encode(each)));
  return ids(inOrder(rows, { filter: wanted, sort }).map((row) => row.doc)).slice(skip, skip + limit);
}

export const find = (documents: Documents, selection: Selection): Value[] =>
  ids(documents.select(selection).map((row) => row.doc));
