import { CloudError, unsupported } from '../protocol/cloud-error';
import { isDoc, isOperatorDoc, type Doc, type Value } from '../protocol/values';
import { compare, equal } from './compare';
import { compilePull } from './matcher';
import { parseSort, sortBy } from './sort';

const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

/** `$push`: one value, or `{ $each, $position?, $sort?, $slice? }`. */
export function push(array: readonly Value[], operand: Value): Value[] {
  if (!isOperatorDoc(operand)) return [...array, operand];
  for (const name of Object.keys(operand))
    if (!PUSH_MODIFIERS.has(name)) throw unsupported(`$push with ${name}`);
  const added = eachOf('$push', operand);
  const position = operand['$position'] ?? array.length;
  if (typeof position !== 'number') throw bad('$position must be a number');
  const pushed = [...array];
  pushed.splice(position, 0, ...added);
  return sliced(sorted(pushed, operand['$sort']), operand['$slice']);
}

/** `$addToSet`: values the array does not hold yet, in order. */
export function addToSet(array: readonly Value[], operand: Value): Value[] {
  const added = isOperatorDoc(operand) ? eachOf('$addToSet', operand) : [operand];
  const result = [...array];
  for (const value of added) if (!result.some((held) => equal(held, value))) result.push(value);
  return result;
}

/** `$pop`: 1 takes the last element, -1 the first. */
export function pop(array: readonly Value[], operand: Value): Value[] {
  if (operand !== 1 && operand !== -1) throw bad('$pop expects 1 or -1');
  return operand === 1 ? array.slice(0, -1) : array.slice(1);
}

/** `$pull`: drops every element that equals the value or matches the condition. */
export function pull(array: readonly Value[], operand: Value): Value[] {
  const matches = compilePull(operand);
  return array.filter((element) => !matches(element));
}

/** `$pullAll`: drops every element equal to one of the values. */
export function pullAll(array: readonly Value[], operand: Value): Value[] {
  if (!Array.isArray(operand)) throw bad('$pullAll requires an array argument');
  return array.filter((element) => !operand.some((value) => equal(element, value)));
}

function eachOf(operator: string, operand: Doc): Value[] {
  const each = operand['$each'];
  if (Array.isArray(each)) return each;
  throw bad(`The argument to $each in ${operator} must be an array`);
}

function sorted(array: Value[], order: Value | undefined): Value[] {
  if (order === undefined) return array;
  if (order === 1 || order === -1) return [...array].sort((a, b) => compare(a, b) * order);
  if (!isDoc(order)) throw bad('$sort must be 1, -1 or an object');
  return sortBy(array, parseSort(order), (element) => (isDoc(element) ? element : {}));
}

function sliced(array: Value[], count: Value | undefined): Value[] {
  if (count === undefined) return array;
  if (typeof count !== 'number' || !Number.isInteger(count)) throw bad('$slice must be a whole number');
  if (count === 0) return [];
  return count > 0 ? array.slice(0, count) : array.slice(count);
}

function bad(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}
