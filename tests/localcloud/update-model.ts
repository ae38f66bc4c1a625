import { isDoc, type Doc, type Value } from '@localcloud/protocol/values';

/*
 * What an update does, written again from MongoDB's manual in the plainest way: values are never changed, every
 * step gives a new document. It shares nothing with localcloud/store; speed does not matter here.
 */

/** Thrown where the manual says an update is refused. */
export class Refused extends Error {}

type Change = (value: Value | undefined) => Value | undefined;

const NOT_THERE = undefined;

/** The document after the update. Throws Refused. */
export function applyModel(doc: Doc, update: Doc): Doc {
  const steps = Object.entries(update).flatMap(([operator, fields]) =>
    Object.entries(isDoc(fields) ? fields : {}).map(([path, operand]) => ({ operator, path, operand })),
  );
  refuseOverlaps(
    steps.flatMap(({ operator, path, operand }) =>
      operator === '$rename' ? [path, String(operand)] : [path],
    ),
  );
  return steps.reduce((result, { operator, path, operand }) => step(result, operator, path, operand), doc);
}

function refuseOverlaps(paths: readonly string[]): void {
  paths.forEach((one, i) =>
    paths.forEach((other, j) => {
      if (i !== j && `${other}.`.startsWith(`${one}.`)) throw new Refused(`conflict at ${one}`);
    }),
  );
}

function step(doc: Doc, operator: string, path: string, operand: Value): Doc {
  const parts = path.split('.');
  if (operator === '$rename') return rename(doc, parts, String(operand).split('.'));
  const change = CHANGES[operator];
  if (!change) throw new Error(`the model does not know ${operator}`);
  const before = at(doc, parts);
  if (before === NOT_THERE && LEAVES_MISSING.has(operator)) return doc;
  const after = change(operand)(before);
  return after === NOT_THERE ? without(doc, parts) : put(doc, parts, after);
}

const LEAVES_MISSING = new Set(['$unset', '$pop', '$pull', '$pullAll']);

const CHANGES: Readonly<Record<string, (operand: Value) => Change>> = {
  $set: (operand) => () => operand,
  $unset: () => () => NOT_THERE,
  $inc: (operand) => (value) => number(value ?? missing(value, 0)) + number(operand),
  $mul: (operand) => (value) => number(value ?? missing(value, 0)) * number(operand),
  $min: (operand) => (value) => (value === NOT_THERE || order(operand, value) < 0 ? operand : value),
  $max: (operand) => (value) => (value === NOT_THERE || order(operand, value) > 0 ? operand : value),
  $bit: (operand) => (value) => bit(whole(value ?? missing(value, 0)), entryOf(operand)),
  $push: (operand) => (value) => push(array(value ?? missing(value, [])), operand),
  $addToSet: (operand) => (value) => {
    const added = isDoc(operand) && '$each' in operand ? array(operand['$each']) : [operand];
    return added.reduce<Value[]>(
      (set, each) => (set.some((held) => same(held, each)) ? set : [...set, each]),
      array(value ?? missing(value, [])),
    );
  },
  $pop: (operand) => (value) => (operand === 1 ? array(value).slice(0, -1) : array(value).slice(1)),
  $pull: (operand) => (value) => array(value).filter((each) => !isPulled(each, operand)),
  $pullAll: (operand) => (value) =>
    array(value).filter((each) => !array(operand).some((other) => same(each, other))),
};

// `??` also catches null, which is a value of its own.
function missing<T>(value: Value | undefined, fallback: T): T | null {
  return value === null ? null : fallback;
}

function number(value: Value | undefined): number {
  if (typeof value === 'number') return value;
  throw new Refused('not a number');
}

function whole(value: Value | undefined): number {
  if (Number.isInteger(number(value))) return number(value);
  throw new Refused('not a whole number');
}

function array(value: Value | undefined): Value[] {
  if (Array.isArray(value)) return value;
  throw new Refused('not an array');
}

function entryOf(operand: Value): [string, number] {
  const [name, mask] = Object.entries(isDoc(operand) ? operand : {})[0] ?? ['', 0];
  return [name, number(mask)];
}

// Small numbers only, so 32 bits do.
function bit(value: number, [name, mask]: [string, number]): number {
  if (name === 'and') return value & mask;
  return name === 'or' ? value | mask : value ^ mask;
}

function push(values: Value[], operand: Value): Value[] {
  if (!isDoc(operand) || !('$each' in operand)) return [...values, operand];
  const { $each, $position = values.length, $sort, $slice } = operand;
  const place = Number($position) < 0 ? Math.max(values.length + Number($position), 0) : Number($position);
  const pushed = [...values.slice(0, place), ...array($each), ...values.slice(place)];
  const sorted = $sort === undefined ? pushed : sort(pushed, $sort);
  if ($slice === undefined) return sorted;
  if ($slice === 0) return [];
  return Number($slice) > 0 ? sorted.slice(0, Number($slice)) : sorted.slice(Number($slice));
}

function sort(values: readonly Value[], by: Value): Value[] {
  const [field, direction] = isDoc(by) ? (Object.entries(by)[0] ?? ['', 1]) : ['', by];
  const key = (value: Value): Value | undefined => (field === '' || !isDoc(value) ? value : value[field]);
  return [...values].sort((a, b) => order(key(a), key(b)) * Number(direction));
}

function isPulled(each: Value, condition: Value): boolean {
  if (!isDoc(condition)) return same(each, condition);
  if (Object.keys(condition)[0]?.startsWith('$')) return meets(each, condition);
  return (
    isDoc(each) &&
    Object.entries(condition).every(([name, wanted]) => {
      const value = each[name];
      if (isDoc(wanted) && Object.keys(wanted)[0]?.startsWith('$')) return meets(value, wanted);
      return same(value ?? null, wanted) || (Array.isArray(value) && value.some((one) => same(one, wanted)));
    })
  );
}

function meets(value: Value | undefined, condition: Doc): boolean {
  const { $gte, $in } = condition;
  const isOne = (one: Value | undefined): boolean =>
    $in === undefined
      ? typeof one === typeof $gte && one !== null && order(one, $gte) >= 0
      : array($in).some((wanted) => same(one ?? null, wanted));
  return isOne(value) || (Array.isArray(value) && value.some(isOne));
}

function at(value: Value | undefined, parts: readonly string[]): Value | undefined {
  const [first, ...rest] = parts;
  if (first === undefined) return value;
  if (isDoc(value)) return at(value[first], rest);
  return Array.isArray(value) && /^\d+$/.test(first) ? at(value[Number(first)], rest) : NOT_THERE;
}

function put(doc: Doc, parts: readonly string[], value: Value): Doc {
  const changed = putIn(doc, parts, value);
  if (!isDoc(changed)) throw new Error('a document stays a document');
  return changed;
}

function putIn(holder: Value | undefined, parts: readonly string[], value: Value): Value {
  const [first, ...rest] = parts;
  if (first === undefined) return value;
  if (holder === NOT_THERE) return { [first]: putIn(NOT_THERE, rest, value) };
  if (isDoc(holder)) return { ...holder, [first]: putIn(holder[first], rest, value) };
  if (!Array.isArray(holder) || !/^\d+$/.test(first)) throw new Refused(`cannot create ${first}`);
  const index = Number(first);
  const padded = [...holder, ...Array.from({ length: Math.max(index - holder.length, 0) }, () => null)];
  padded[index] = putIn(holder[index], rest, value);
  return padded;
}

function without(doc: Doc, parts: readonly string[]): Doc {
  const [last = '', holderPath] = [parts.at(-1), parts.slice(0, -1)];
  const holder = at(doc, holderPath);
  if (Array.isArray(holder)) return put(doc, parts, null);
  if (!isDoc(holder)) return doc;
  const others = Object.fromEntries(Object.entries(holder).filter(([name]) => name !== last));
  return holderPath.length === 0 ? others : put(doc, holderPath, others);
}

// Neither end of a rename may be inside an array.
function rename(doc: Doc, from: readonly string[], to: readonly string[]): Doc {
  const value = at(doc, from);
  if (value === NOT_THERE) return doc;
  for (const path of [from, to])
    path.forEach((_, i) => {
      if (i > 0 && Array.isArray(at(doc, path.slice(0, i)))) throw new Refused('an array element');
    });
  return put(without(doc, from), to, value);
}

const TYPES = ['null', 'number', 'string', 'object', 'array', 'boolean', 'date'];

function typeOf(value: Value | undefined): number {
  if (value === null || value === undefined) return TYPES.indexOf('null');
  if (Array.isArray(value)) return TYPES.indexOf('array');
  return TYPES.indexOf(value instanceof Date ? 'date' : typeof value);
}

/** BSON's order of the types the test uses; text is ASCII there. */
function order(a: Value | undefined, b: Value | undefined): number {
  const types = typeOf(a) - typeOf(b);
  if (types !== 0 || a === null || a === undefined || b === null || b === undefined) return types;
  if (Array.isArray(a) && Array.isArray(b)) return orderEach(a, b);
  if (isDoc(a) && isDoc(b)) {
    const flat = (doc: Doc): Value[] =>
      Object.entries(doc).flatMap(([name, value]) => [typeOf(value), name, value]);
    return orderEach(flat(a), flat(b));
  }
  return a < b ? -1 : Number(a > b);
}

function orderEach(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const each = order(a[i], b[i]);
    if (each !== 0) return each;
  }
  return a.length - b.length;
}

function same(a: Value, b: Value): boolean {
  return order(a, b) === 0;
}
