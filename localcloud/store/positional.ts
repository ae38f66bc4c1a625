import { CloudError } from '../protocol/cloud-error';
import { isDoc, type Doc, type Value } from '../protocol/values';
import { compileCondition, compileFilter } from './matcher';
import { valueAt } from './paths';

const MATCHED = '$';
const EVERY = '$[]';

export function isPositional(part: string): boolean {
  return part === MATCHED || part === EVERY;
}

/**
 * The paths a positional path means in one document: `list.$` is the element the query found, `list.$[]` every
 * element. A path without either is itself.
 */
export function resolvePath(doc: Doc, path: readonly string[], filter: Doc): (readonly string[])[] {
  const at = path.findIndex(isPositional);
  if (at < 0) return [path];
  const before = path.slice(0, at);
  const array = valueAt(doc, before);
  if (!Array.isArray(array))
    throw bad(`The path '${before.join('.')}' must exist and be an array to update elements`);
  const indexes = path[at] === EVERY ? [...array.keys()] : [matchedIndex(array, before.join('.'), filter)];
  return indexes.flatMap((i) => resolvePath(doc, [...before, String(i), ...path.slice(at + 1)], filter));
}

function matchedIndex(array: readonly Value[], field: string, filter: Doc): number {
  const tests = elementTests(field, filter);
  // As in Mongo, the last condition on the array says which element was meant.
  const test = tests[tests.length - 1];
  const index = test ? array.findIndex(test) : -1;
  if (index < 0) throw bad('The positional operator did not find the match needed from the query.');
  return index;
}

function elementTests(field: string, filter: Doc): ((element: Value) => boolean)[] {
  return Object.entries(filter).flatMap(([key, condition]): ((element: Value) => boolean)[] => {
    if (key === '$and' && Array.isArray(condition))
      return condition.flatMap((part) => (isDoc(part) ? elementTests(field, part) : []));
    if (key === field) return [elementTest(condition)];
    if (!key.startsWith(`${field}.`)) return [];
    const matches = compileFilter({ [key.slice(field.length + 1)]: condition });
    return [(element) => isDoc(element) && matches(element)];
  });
}

function elementTest(condition: Value): (element: Value) => boolean {
  const test = compileCondition(condition);
  // `$elemMatch` is about a whole array: here one of a single element.
  const isWhole = isDoc(condition) && condition['$elemMatch'] !== undefined;
  return (element) => test([isWhole ? [element] : element]);
}

function bad(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}
