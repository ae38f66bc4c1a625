import { randomUUID } from 'node:crypto';
import type { Doc, Value } from '../protocol/values';
import type { Collection, Row } from './collection';
import { keysOf, sameKeys } from './column-keys';
import { keyFieldOf } from './declaration';
import { setAt, valueAt } from './paths';

type Change = { idKey: string; current: Row | undefined; next: Row | null };
type Replacement = { idKey: string; current: Row; next: Row };

/**
 * Brings a collection to the state a transaction leaves it in: by id key, a document or null for none. Refused (E11000)
 * only when that state itself holds a value twice, whatever the way there. Documents that stay keep their natural
 * place, new ones follow in the order of `writes`. Call inside `Engine.write`.
 */
export function applyWrites(collection: Collection, writes: ReadonlyMap<string, Row | null>): void {
  const changes = [...writes].map(([idKey, next]): Change => ({
    idKey,
    current: collection.byIdKey(idKey),
    next,
  }));
  for (const { current, next } of changes) if (current && !next) collection.remove(current);
  const replaced = changes.flatMap(({ idKey, current, next }): Replacement[] =>
    current && next ? [{ idKey, current, next }] : [],
  );
  park(collection, replaced);
  for (const { idKey, next } of replaced) {
    const row = collection.byIdKey(idKey);
    if (row) collection.replace(row, next.doc);
  }
  for (const { current, next } of changes) if (!current && next) collection.insert(next.doc);
}

// Two documents that exchange unique values would each be refused the other's. So all that give one up do so first.
function park(collection: Collection, replaced: readonly Replacement[]): void {
  const unique = collection.declaration.indexes.filter((index) => index.unique);
  const uniqueFields = new Set(unique.flatMap(({ keys }) => keys.map(keyFieldOf)));
  const fields = collection.fields.filter(({ field }) => uniqueFields.has(field));
  const moving = replaced.filter(({ current, next }) =>
    fields.some((field) => !sameKeys(keysOf(field, current.doc), keysOf(field, next.doc))),
  );
  if (moving.length < 2) return;
  const paths = unique.map(({ keys }) => (keys[0]?.field ?? '_id').split('.'));
  for (const { current } of moving) collection.replace(current, parked(current.doc['_id'] ?? null, paths));
}

/** A document that has at each of these paths a value no other document has. */
function parked(id: Value, paths: readonly (readonly string[])[]): Doc {
  const doc: Doc = { _id: id };
  // The deepest first: then what lies above holds an object, which no other document has either.
  for (const path of [...paths].sort((a, b) => b.length - a.length))
    if (valueAt(doc, path) === undefined) setAt(doc, path, `parked ${randomUUID()}`);
  return doc;
}
