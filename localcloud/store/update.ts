import { CloudError, unsupported } from '../protocol/cloud-error';
import { encode } from '../protocol/ejson';
import { copyDoc, isDoc, type Doc, type Value } from '../protocol/values';
import { compare } from './compare';
import { setAt, unsetAt, valueAt } from './paths';
import { isPositional, resolvePath } from './positional';
import { addToSet, pop, pull, pullAll, push } from './update-arrays';

/** Applies one operator at one path of a document that may be changed in place. */
type FieldUpdate = (doc: Doc, path: readonly string[], operand: Value, field: string) => void;

const OPERATORS: Readonly<Record<string, FieldUpdate>> = {
  $set: (doc, path, operand) => setAt(doc, path, operand),
  $unset: (doc, path) => unsetAt(doc, path),
  $inc: (doc, path, operand, field) =>
    setAt(doc, path, numberAt(doc, path, '$inc', field) + numeric('$inc', operand)),
  $mul: (doc, path, operand, field) =>
    setAt(doc, path, numberAt(doc, path, '$mul', field) * numeric('$mul', operand)),
  $min: (doc, path, operand) => keepExtreme(doc, path, operand, -1),
  $max: (doc, path, operand) => keepExtreme(doc, path, operand, 1),
  $bit: (doc, path, operand, field) =>
    setAt(doc, path, bits(numberAt(doc, path, '$bit', field), operand, field)),
  $rename: rename,
  $push: (doc, path, operand, field) =>
    changeArray(doc, path, field, '$push', (array) => push(array, operand)),
  $addToSet: (doc, path, operand, field) =>
    changeArray(doc, path, field, '$addToSet', (array) => addToSet(array, operand)),
  $pop: (doc, path, operand, field) =>
    changeExistingArray(doc, path, field, '$pop', (array) => pop(array, operand)),
  $pull: (doc, path, operand, field) =>
    changeExistingArray(doc, path, field, '$pull', (array) => pull(array, operand)),
  $pullAll: (doc, path, operand, field) =>
    changeExistingArray(doc, path, field, '$pullAll', (array) => pullAll(array, operand)),
};

/** An update checked once and applied to any number of documents. Returns a changed copy. */
export type Update = (doc: Doc) => Doc;

/**
 * Compiles `{ $set: …, $inc: … }`. `filter` is the query that finds the documents, for `list.$`.
 * Throws DATABASE_REQUEST_FAILED for unknown operators, conflicting paths and changes of `_id`.
 */
export function compileUpdate(update: Doc, filter: Doc = {}): Update {
  const steps = stepsOf(update);
  return (doc) => {
    const copy = copyDoc(doc);
    for (const { apply, path, operand, field } of steps)
      for (const resolved of resolvePath(doc, path, filter)) apply(copy, resolved, operand, field);
    return copy;
  };
}

type Step = { apply: FieldUpdate; path: readonly string[]; operand: Value; field: string };

function stepsOf(update: Doc): Step[] {
  const operators = Object.entries(update);
  if (operators.length === 0) throw bad('update document must not be empty');
  const steps = operators.flatMap(([name, fields]) => {
    const apply = OPERATORS[name];
    if (!name.startsWith('$')) throw bad(`the update must hold operators only, found the field '${name}'`);
    if (!apply) throw unsupported(`the update operator ${name}`);
    if (!isDoc(fields)) throw bad(`Modifiers operate on fields but we found another type for ${name}`);
    return Object.entries(fields).map(([field, operand]): Step => {
      const path = field.split('.');
      refusePath(path, field);
      return { apply, path, operand, field };
    });
  });
  refuseConflicts(steps);
  return steps;
}

function refusePath(path: readonly string[], field: string): void {
  if (path.includes('')) throw bad(`The update path '${field}' contains an empty field name`);
  const [first = ''] = path;
  if (first.startsWith('$') || path.some((part) => part.startsWith('$') && !isPositional(part)))
    throw unsupported(`the positional path '${field}'`);
  if (path.includes('__proto__')) throw bad(`the update path '${field}' is not allowed`);
  if (path[0] === '_id')
    throw bad("Performing an update on the path '_id' would modify the immutable field '_id'");
}

function refuseConflicts(steps: readonly Step[]): void {
  const seen: string[] = [];
  for (const field of steps.flatMap(changedFields)) {
    const clash = seen.find(
      (other) => other === field || other.startsWith(`${field}.`) || field.startsWith(`${other}.`),
    );
    if (clash !== undefined) throw bad(`Updating the path '${field}' would create a conflict at '${clash}'`);
    seen.push(field);
  }
}

// A rename changes two places.
function changedFields({ apply, field, operand }: Step): string[] {
  return apply === rename && typeof operand === 'string' ? [field, operand] : [field];
}

function bad(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}

function numeric(operator: string, operand: Value): number {
  if (typeof operand === 'number') return operand;
  throw bad(`Cannot ${operator.slice(1)} with non-numeric argument: ${encode(operand)}`);
}

function numberAt(doc: Doc, path: readonly string[], operator: string, field: string): number {
  const value = valueAt(doc, path);
  if (value === undefined) return 0;
  if (typeof value === 'number') return value;
  const id = encode(doc['_id'] ?? null);
  throw bad(
    `Cannot apply ${operator} to a value of non-numeric type. {_id: ${id}} has the field '${field}' of non-numeric type`,
  );
}

const BIT_OPERATIONS: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

function bits(value: number, operand: Value, field: string): number {
  if (!Number.isInteger(value)) throw bad(`Cannot apply $bit to a value of non-integral type at '${field}'`);
  const operations = isDoc(operand) ? Object.entries(operand) : [];
  if (operations.length === 0) throw bad("The $bit modifier needs one of 'and', 'or' and 'xor'");
  return operations.reduce((result, [name, mask]) => {
    const operation = Object.hasOwn(BIT_OPERATIONS, name) ? BIT_OPERATIONS[name] : undefined;
    if (!operation) throw bad(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    if (typeof mask !== 'number' || !Number.isInteger(mask))
      throw bad('The $bit modifier needs whole numbers');
    return Number(operation(BigInt(result), BigInt(mask)));
  }, value);
}

function keepExtreme(doc: Doc, path: readonly string[], operand: Value, direction: 1 | -1): void {
  const value = valueAt(doc, path);
  if (value === undefined || compare(operand, value) * direction > 0) setAt(doc, path, operand);
}

function rename(doc: Doc, path: readonly string[], operand: Value): void {
  if (typeof operand !== 'string') throw bad("The 'to' field for $rename must be a string");
  const target = operand.split('.');
  refusePath(target, operand);
  if ([...path, ...target].some(isPositional)) throw bad('$rename may not be used with positional paths');
  const value = valueAt(doc, path);
  if (value === undefined) return;
  refuseArrayOnTheWay(doc, path, 'source');
  refuseArrayOnTheWay(doc, target, 'destination');
  unsetAt(doc, path);
  setAt(doc, target, value);
}

function refuseArrayOnTheWay(doc: Doc, path: readonly string[], end: 'source' | 'destination'): void {
  const inArray = path.some((_, i) => i > 0 && Array.isArray(valueAt(doc, path.slice(0, i))));
  if (inArray) throw bad(`The ${end} field cannot be an array element, '${path.join('.')}'`);
}

function changeArray(
  doc: Doc,
  path: readonly string[],
  field: string,
  operator: string,
  change: (array: readonly Value[]) => Value[],
): void {
  const value = valueAt(doc, path) ?? (valueAt(doc, path) === null ? null : []);
  if (!Array.isArray(value)) throw notAnArray(doc, field, operator);
  setAt(doc, path, change(value));
}

function changeExistingArray(
  doc: Doc,
  path: readonly string[],
  field: string,
  operator: string,
  change: (array: readonly Value[]) => Value[],
): void {
  if (valueAt(doc, path) !== undefined) changeArray(doc, path, field, operator, change);
}

function notAnArray(doc: Doc, field: string, operator: string): CloudError {
  const id = encode(doc['_id'] ?? null);
  return bad(`The field '${field}' must be an array for ${operator} but is not in document {_id: ${id}}`);
}
