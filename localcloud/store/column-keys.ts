import type { Doc } from '../protocol/values';
import { geoKeys } from './geo/geo-keys';
import { fieldKeys, type FieldKeys } from './keys';

/** A field some index names: its key column, and the side table that holds one row per array element. */
export type IndexedField = {
  readonly field: string;
  readonly isGeo: boolean;
  readonly path: readonly string[];
  readonly column: string;
  readonly arrayTable: string;
  /** True once any document has held an array there; then a key column alone no longer tells the whole story. */
  hasArrays: boolean;
};

/** Key-column text of a field that holds an array: unique per document, so a unique index never trips on it. */
const arrayMark = (idKey: string): string => `A${idKey}`;

export function keysOf({ isGeo, path }: IndexedField, doc: Doc): FieldKeys {
  return isGeo ? geoKeys(doc, path) : fieldKeys(doc, path);
}

export function columnKey(keys: FieldKeys | undefined, idKey: string): string {
  if (!keys || keys.isArray) return arrayMark(idKey);
  return keys.keys[0] ?? arrayMark(idKey);
}

export function sameKeys(a: FieldKeys | undefined, b: FieldKeys | undefined): boolean {
  if (!a || !b || a.isArray !== b.isArray || a.keys.length !== b.keys.length) return false;
  return a.keys.every((key, i) => key === b.keys[i]);
}
