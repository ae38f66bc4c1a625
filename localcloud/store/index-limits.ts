import { DATABASE_LIMITS } from '../limits';
import { CloudError } from '../protocol/cloud-error';
import type { CollectionDeclaration, IndexDeclaration } from './declaration';
import type { FieldKeys } from './keys';

/** Refuses indexes CloudBase would not make. Throws an Error that names the collection and the index. */
export function refuseIndexes({ name: collection, indexes }: CollectionDeclaration): void {
  const { maxIndexesPerCollection } = DATABASE_LIMITS;
  if (indexes.length > maxIndexesPerCollection)
    throw new Error(
      `${collection} declares ${indexes.length} indexes; a collection may have ${maxIndexesPerCollection}`,
    );
  const names = new Set<string>();
  for (const index of indexes) {
    const fault = faultOf(index) ?? (names.has(index.name) ? 'is declared twice' : undefined);
    if (fault !== undefined) throw new Error(`index ${index.name} of ${collection} ${fault}`);
    names.add(index.name);
  }
}

function faultOf({ keys }: IndexDeclaration): string | undefined {
  const { maxFieldsPerIndex } = DATABASE_LIMITS;
  if (keys.length === 0) return 'has no fields';
  if (keys.length > maxFieldsPerIndex)
    return `has ${keys.length} fields; an index may have ${maxFieldsPerIndex}`;
  const fields = keys.map(({ field }) => field);
  if (new Set(fields).size < fields.length) return 'names a field twice';
  return fields.some((field) => field.split('.').includes(''))
    ? 'names a field with an empty part'
    : undefined;
}

/** Refuses a document whose indexed values are longer than production takes, in production's words. */
export function refuseLongKeys(collection: string, keys: readonly FieldKeys[]): void {
  const { maxIndexedValueBytes } = DATABASE_LIMITS;
  for (const { keys: values } of keys)
    for (const key of values) {
      // A key is its value and one character before it; three bytes are the most a UTF-16 unit takes.
      if (key.length * 3 <= maxIndexedValueBytes) continue;
      const size = Buffer.byteLength(key) - 1;
      if (size > maxIndexedValueBytes)
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `key too large to index, failing ${collection} ${size} bytes: the limit is ${maxIndexedValueBytes}`,
        );
    }
}
