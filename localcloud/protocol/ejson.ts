import { CloudError, unsupported } from './cloud-error';
import { isRecord } from './params';
import { isDoc, ObjectId, type Doc, type Value } from './values';

/**
 * Reads the SDK's extended JSON (canonical or relaxed) into values.
 * `now` resolves `db.serverDate()`; it is the instant of the request, so one request sees one time.
 */
export function decode(json: unknown, now: Date): Value {
  if (json === null || typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return json;
  if (Array.isArray(json)) return json.map((item) => decode(item, now));
  if (!isRecord(json)) throw new CloudError('INVALID_PARAM', 'a value must be JSON');
  const keys = Object.keys(json);
  const [first] = keys;
  if (first?.startsWith('$') && keys.length === 1) {
    const special = decodeSpecial(first, json[first], now);
    if (special !== undefined) return special;
  }
  const doc: Doc = {};
  for (const key of keys) {
    if (key === '__proto__') throw new CloudError('INVALID_PARAM', "a field may not be called '__proto__'");
    doc[key] = decode(json[key], now);
  }
  return doc;
}

function decodeSpecial(key: string, value: unknown, now: Date): Value | undefined {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return Number(value);
    case '$date':
      return decodeDate(value);
    case '$oid':
      return new ObjectId(String(value));
    case '$regularExpression':
      return decodeRegExp(value);
    case '$tcb_server_date':
      return new Date(now.getTime() + offsetOf(value, now));
    case '$undefined':
      return null;
    case '$binary':
    case '$timestamp':
    case '$numberDecimal':
    case '$minKey':
    case '$maxKey':
    case '$code':
    case '$symbol':
    case '$dbPointer':
      throw unsupported(`the value type ${key}`);
    default:
      return undefined;
  }
}

function decodeDate(value: unknown): Date {
  const inner =
    typeof value === 'object' && value !== null && '$numberLong' in value ? value.$numberLong : value;
  const date = new Date(
    typeof inner === 'string' && /^-?\d+$/.test(inner) ? Number(inner) : toDateInput(inner),
  );
  if (Number.isNaN(date.getTime())) throw new CloudError('INVALID_PARAM', 'a $date is not a date');
  return date;
}

function toDateInput(value: unknown): number | string {
  return typeof value === 'number' || typeof value === 'string' ? value : Number.NaN;
}

function decodeRegExp(value: unknown): RegExp {
  const field = (name: string): string => {
    const entry = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const found: unknown = entry.find(([key]) => key === name)?.[1];
    return typeof found === 'string' ? found : '';
  };
  return makeRegExp(field('pattern'), field('options'));
}

/** Builds a regular expression from Mongo's pattern and options; `g` and `y` mean nothing in a query. */
export function makeRegExp(pattern: string, options: string): RegExp {
  const flags = options.replace(/[gy]/g, '');
  if (/[^imsu]/.test(flags)) throw unsupported(`the regular expression option '${flags}'`);
  try {
    return new RegExp(pattern, flags);
  } catch {
    throw new CloudError('DATABASE_REQUEST_FAILED', `Regular expression is invalid: ${pattern}`);
  }
}

function offsetOf(value: unknown, now: Date): number {
  const decoded = decode(value ?? {}, now);
  const offset = typeof decoded === 'object' && decoded !== null && 'offset' in decoded ? decoded.offset : 0;
  return typeof offset === 'number' ? offset : 0;
}

/**
 * Writes values as the relaxed extended JSON the SDK reads: dates as `{"$date":<ms>}`.
 * By hand: making a copy for `JSON.stringify` to write costs as much again as writing it.
 */
export function encode(value: Value): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Number.isFinite(value) ? String(value) : `{"$numberDouble":"${value}"}`;
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return value === null ? 'null' : encodeObject(value);
  }
}

function encodeObject(value: Exclude<Value, string | number | boolean | null>): string {
  if (Array.isArray(value)) return `[${value.map((item) => encode(item ?? null)).join(',')}]`;
  // A date beyond what JavaScript can hold (an overflow in a pipeline) would make the whole answer unreadable.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'null' : `{"$date":${value.getTime()}}`;
  if (value instanceof ObjectId) return `{"$oid":${JSON.stringify(value.hex)}}`;
  if (value instanceof RegExp)
    return JSON.stringify({ $regularExpression: { pattern: value.source, options: value.flags } });
  let text = '';
  for (const key of Object.keys(value)) {
    const field = value[key];
    if (field !== undefined) text += `${text === '' ? '{' : ','}${quoted(key)}${encode(field)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

const MAX_KNOWN_NAMES = 4096;
const knownNames = new Map<string, string>();

/** A field's name as JSON text, with its colon. Names are few; most have been written before. */
function quoted(name: string): string {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const made = `${JSON.stringify(name)}:`;
  if (knownNames.size < MAX_KNOWN_NAMES) knownNames.set(name, made);
  return made;
}

const EPOCH = new Date(0);

/** Reads a stored document back. Documents without special values skip the second walk. */
export function decodeStored(text: string): Doc {
  const json: unknown = JSON.parse(text);
  // A JSON object without '{"$' holds no special values, so it already is the document.
  return (text.includes('{"$') ? decode(json, EPOCH) : json) as Doc;
}

/** Parses a request field that must be the JSON text of one object. */
export function decodeDocText(text: unknown, what: string, now: Date): Doc {
  const value = decodeText(text, what, now);
  if (isDoc(value)) return value;
  throw new CloudError('INVALID_PARAM', `${what} must be an object`);
}

/** Parses a request field that must be JSON text. */
export function decodeText(text: unknown, what: string, now: Date): Value {
  if (typeof text !== 'string') throw new CloudError('INVALID_PARAM', `${what} must be a JSON string`);
  try {
    const json: unknown = JSON.parse(text);
    // Without a '$' nothing in it stands for anything else. Whatever JSON.parse makes then is a Value.
    if (!text.includes('$') && !text.includes('__proto__')) return json as Value;
    return decode(json, now);
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw new CloudError('INVALID_PARAM', `${what} is not valid JSON`);
  }
}
