import { CloudError } from '../protocol/cloud-error';
import { isDoc, ObjectId, type Doc, type Value } from '../protocol/values';
import { typeRank } from './compare';

/** Key of null and of a missing field: Mongo's indexes do not tell them apart. */
export const NULL_KEY = '1';
/** Key of an empty array, which sorts below null. */
const EMPTY_ARRAY_KEY = '0';

// With the flag `u` a pair counts as one character, so this finds halves alone.
const LONE_SURROGATE = /[\ud800-\udfff]/u;

const view = new DataView(new ArrayBuffer(8));

/**
 * Encodes a value as text whose byte order is BSON's order, with a leading type tag.
 * Equal values have equal keys; a range over one tag is Mongo's type-bracketed comparison.
 * Throws DATABASE_REQUEST_FAILED for text UTF-8 cannot hold (half an emoji): Mongo has no such text, and on disk two
 * of them would be one key.
 */
export function keyOf(value: Value | undefined): string {
  const key = rawKey(value);
  if (typeof value === 'number' || !LONE_SURROGATE.test(key)) return key;
  throw new CloudError(
    'DATABASE_REQUEST_FAILED',
    `text contains invalid UTF-8 (half of a surrogate pair); an _id or an indexed value cannot: ${JSON.stringify(key.slice(1, 100))}`,
  );
}

function rawKey(value: Value | undefined): string {
  if (value === null || value === undefined) return NULL_KEY;
  if (typeof value === 'string') return `3${value}`;
  if (typeof value === 'number') return `2${numberKey(value)}`;
  if (typeof value === 'boolean') return value ? '81' : '80';
  if (value instanceof Date) return `9${numberKey(value.getTime())}`;
  if (value instanceof ObjectId) return `7${value.hex}`;
  if (value instanceof RegExp) return `:${String(value)}`;
  if (Array.isArray(value)) return `5${value.map((item) => `${rawKey(item)}\u0001`).join('')}`;
  return `4${docKey(value)}`;
}

/** The smallest text above every key of the same type. */
export function endOfType(key: string): string {
  return String.fromCharCode(key.charCodeAt(0) + 1);
}

function docKey(doc: Doc): string {
  return Object.entries(doc)
    .map(([name, value]) => `${typeRank(value).toString(16)}${name}\u0001${rawKey(value)}\u0001`)
    .join('');
}

// Flipping the sign bit (or every bit, for negatives) makes a double's bits sort as the number does.
function numberKey(value: number): string {
  if (Number.isNaN(value)) return '';
  view.setFloat64(0, value === 0 ? 0 : value);
  const high = view.getUint32(0);
  const low = view.getUint32(4);
  if (high >= 0x80000000) return hex(~high >>> 0) + hex(~low >>> 0);
  return hex((high | 0x80000000) >>> 0) + hex(low);
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}

/** What one document contributes to an indexed field: one key, or one per array element. */
export type FieldKeys = { readonly isArray: boolean; readonly keys: readonly string[] };

/** The keys of `path` in `doc`, following arrays as a multikey index does. */
export function fieldKeys(doc: Doc, path: readonly string[]): FieldKeys {
  const [name] = path;
  const simple = name === undefined || path.length > 1 ? undefined : doc[name];
  if (simple !== undefined && !Array.isArray(simple)) return { isArray: false, keys: [keyOf(simple)] };
  const keys = new Set<string>();
  const isArray = collect(doc, path, 0, keys);
  return { isArray, keys: [...keys] };
}

function collect(value: Value | undefined, path: readonly string[], at: number, keys: Set<string>): boolean {
  const part = path[at];
  if (part === undefined) return collectLeaf(value, keys);
  if (isDoc(value)) return collect(value[part], path, at + 1, keys);
  if (!Array.isArray(value)) {
    keys.add(NULL_KEY);
    return false;
  }
  if (/^\d+$/.test(part) && Number(part) < value.length) collect(value[Number(part)], path, at + 1, keys);
  for (const element of value) if (isDoc(element)) collect(element, path, at, keys);
  if (keys.size === 0) keys.add(NULL_KEY);
  return true;
}

function collectLeaf(value: Value | undefined, keys: Set<string>): boolean {
  if (!Array.isArray(value)) {
    keys.add(keyOf(value));
    return false;
  }
  if (value.length === 0) keys.add(EMPTY_ARRAY_KEY);
  for (const element of value) keys.add(keyOf(element));
  return true;
}
