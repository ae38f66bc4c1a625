export type IndexKey = { field: string; direction: 1 | -1 };
export type IndexDeclaration = { name: string; keys: readonly IndexKey[]; unique?: boolean };

/** A collection and its indexes, as the project's manifest declares them. */
export type CollectionDeclaration = { name: string; indexes: readonly IndexDeclaration[] };

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
