import { CloudError } from '../protocol/cloud-error';
import { encode } from '../protocol/ejson';
import type { Doc } from '../protocol/values';
import type { CollectionDeclaration, IndexDeclaration } from './declaration';
import { valueAt } from './paths';
import { messageOf } from '../error-facts';

/** Production's words for a duplicate: callers look for `E11000` and the index name. */
export function duplicateKey(
  collection: CollectionDeclaration,
  index: Pick<IndexDeclaration, 'name' | 'keys'>,
  doc: Doc,
): CloudError {
  const keys = index.keys.map(({ field }) => `${field}: ${encode(valueAt(doc, field.split('.')) ?? null)}`);
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error collection: ${collection.name} index: ${index.name} dup key: { ${keys.join(', ')} }`,
  );
}

const ID_INDEX = { name: '_id_', keys: [{ field: '_id', direction: 1 }] } as const;

/** Turns SQLite's unique-constraint error into production's; any other error is passed on as it is. */
export function explainConstraint(error: unknown, collection: CollectionDeclaration, doc: Doc): unknown {
  const [, columns] = /^UNIQUE constraint failed: (.*)$/s.exec(messageOf(error)) ?? [];
  if (columns === undefined) return error;
  const prefix = `doc:${collection.name}.`;
  const fields = columns.split(', ').map((column) => column.replace(prefix, '').replace(/^k:/, ''));
  if (fields.length === 1 && fields[0] === '_id') return duplicateKey(collection, ID_INDEX, doc);
  const index = collection.indexes.find(
    ({ unique, keys }) => unique && keys.map((key) => key.field).join() === fields.join(),
  );
  return index ? duplicateKey(collection, index, doc) : error;
}
