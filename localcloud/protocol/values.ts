/** A BSON ObjectId as localcloud keeps it: its 24 hex digits. */
export class ObjectId {
  constructor(readonly hex: string) {}
}

/** Everything a document can hold. */
export type Value = null | boolean | number | string | Date | RegExp | ObjectId | Value[] | Doc;
export interface Doc {
  [field: string]: Value;
}

export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date) && !(value instanceof RegExp) && !(value instanceof ObjectId);
}

/** True for `{ $gt: … }`-like objects: at least one key, and the first starts with `$`. */
export function isOperatorDoc(value: unknown): value is Doc {
  return isDoc(value) && Object.keys(value)[0]?.startsWith('$') === true;
}

/** A copy whose documents and arrays may be changed in place; dates and the like are never changed, and shared. */
export function copyDoc(doc: Doc): Doc {
  const copy: Doc = {};
  for (const key of Object.keys(doc)) {
    const value = doc[key];
    if (value !== undefined) copy[key] = copyValue(value);
  }
  return copy;
}

function copyValue(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyValue);
  return isDoc(value) ? copyDoc(value) : value;
}
