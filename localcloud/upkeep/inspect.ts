import type { Store } from '../store/store';

export type CollectionFacts = { name: string; documents: number; bytes: number; indexes: string[] };

/** What is stored: collections with their documents, the size of those, and their indexes. */
export function inspectStore(store: Store): CollectionFacts[] {
  return store.names().map((name): CollectionFacts => {
    const { table, declaration } = store.collection(name);
    const sql = `SELECT count(*), coalesce(sum(length(CAST(d AS BLOB))), 0) FROM ${table}`;
    const [documents, bytes] = store.engine.get<[number, number]>(sql) ?? [0, 0];
    const indexes = declaration.indexes.map(
      ({ name: index, keys, unique }) =>
        `${index} (${keys.map(({ field, direction }) => `${field} ${direction}`).join(', ')})${unique ? ' unique' : ''}`,
    );
    return { name, documents, bytes, indexes };
  });
}
