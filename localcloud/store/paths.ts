import { CloudError } from '../protocol/cloud-error';
import { isDoc, type Doc, type Value } from '../protocol/values';

/** Every value `path` reaches in `value`, walking into arrays as Mongo's queries do. `undefined` is "missing". */
export function reach(value: Value | undefined, path: readonly string[], at = 0): (Value | undefined)[] {
  const part = path[at];
  if (part === undefined) return [value];
  if (isDoc(value)) return reach(value[part], path, at + 1);
  if (!Array.isArray(value)) return [undefined];
  const found: (Value | undefined)[] = [];
  if (isIndex(part) && Number(part) < value.length) found.push(...reach(value[Number(part)], path, at + 1));
  for (const element of value) if (isDoc(element)) found.push(...reach(element, path, at));
  return found;
}

/** The value exactly at `path`, without spreading over array elements. */
export function valueAt(doc: Doc, path: readonly string[]): Value | undefined {
  let value: Value | undefined = doc;
  for (const part of path) {
    if (isDoc(value)) value = value[part];
    else if (Array.isArray(value) && isIndex(part)) value = value[Number(part)];
    else return undefined;
  }
  return value;
}

export function isIndex(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part);
}

/** Puts a value at `path`, making the objects on the way. Throws as Mongo does when something else is in the way. */
export function setAt(doc: Doc, path: readonly string[], value: Value): void {
  const last = path.length - 1;
  let holder: Value = doc;
  for (let i = 0; i < last; i++) holder = step(holder, path, i);
  const name = path[last] ?? '';
  if (isDoc(holder)) holder[name] = value;
  else if (Array.isArray(holder) && isIndex(name)) setElement(holder, Number(name), value);
  else throw cannotCreate(path, last);
}

function step(holder: Value, path: readonly string[], i: number): Value {
  const name = path[i] ?? '';
  if (isDoc(holder)) {
    const next = holder[name];
    if (next !== undefined) return next;
    const made: Doc = {};
    holder[name] = made;
    return made;
  }
  if (!Array.isArray(holder) || !isIndex(name)) throw cannotCreate(path, i);
  const next = holder[Number(name)];
  if (next !== undefined) return next;
  const made: Doc = {};
  setElement(holder, Number(name), made);
  return made;
}

const MAX_ARRAY_PADDING = 1500;

function setElement(array: Value[], index: number, value: Value): void {
  if (index > array.length + MAX_ARRAY_PADDING)
    throw new CloudError('DATABASE_REQUEST_FAILED', `can't backfill more than ${MAX_ARRAY_PADDING} elements`);
  while (array.length < index) array.push(null);
  array[index] = value;
}

function cannotCreate(path: readonly string[], i: number): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `Cannot create field '${path[i]}' in element {${path.slice(0, i).join('.')}}`,
  );
}

/** Removes the value at `path`; an array element becomes null, as in Mongo. */
export function unsetAt(doc: Doc, path: readonly string[]): void {
  const holder = valueAt(doc, path.slice(0, -1));
  const name = path[path.length - 1] ?? '';
  if (isDoc(holder)) delete holder[name];
  else if (Array.isArray(holder) && isIndex(name) && Number(name) < holder.length)
    holder[Number(name)] = null;
}
