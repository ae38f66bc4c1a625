/** `2dsphere` makes the index one of places: what geo queries need. */
export type IndexKey = { field: string; direction: 1 | -1 | '2dsphere' };
export type IndexDeclaration = { name: string; keys: readonly IndexKey[]; unique?: boolean };

/** A collection and its indexes, as the project's manifest declares them. */
export type CollectionDeclaration = { name: string; indexes: readonly IndexDeclaration[] };

/** What a key's column is called: the field, or the field as a place. */
export function keyFieldOf({ field, direction }: IndexKey): string {
  return direction === '2dsphere' ? `2dsphere:${field}` : field;
}

/** SQL identifiers of a collection. Every name is quoted, so any collection or field name is safe. */
export const sqlNames = {
  table: (collection: string): string => quote(`doc:${collection}`),
  column: (field: string): string => quote(`k:${field}`),
  arrayTable: (collection: string, field: string): string => quote(`array:${collection}:${field}`),
  index: (collection: string, index: string): string => quote(`index:${collection}:${index}`),
};

function quote(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}
