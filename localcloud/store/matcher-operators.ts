import { CloudError, unsupported } from '../protocol/cloud-error';
import { makeRegExp } from '../protocol/ejson';
import { isDoc, isOperatorDoc, type Doc, type Value } from '../protocol/values';
import { compare, equal, typeRank } from './compare';
import { compileGeoTest } from './geo/conditions';
import { compileType } from './value-types';

/** Tests the values a path reached; `undefined` stands for a missing field. */
export type LeafTest = (values: readonly (Value | undefined)[]) => boolean;
type ValueTest = (value: Value | undefined) => boolean;
export type Compilers = {
  condition: (condition: Value) => LeafTest;
  filter: (filter: Doc) => (doc: Doc) => boolean;
};

/** Compiles one operator of a condition. `siblings` is the whole condition, for `$regex` with `$options`. */
export function compileOperator(name: string, operand: Value, siblings: Doc, compilers: Compilers): LeafTest {
  switch (name) {
    case '$eq':
      return anyElement(equalTo(operand));
    case '$ne':
      return not(anyElement(equalTo(operand)));
    case '$gt':
      return anyElement(ordered(operand, (order) => order > 0));
    case '$gte':
      return anyElement(ordered(operand, (order) => order >= 0));
    case '$lt':
      return anyElement(ordered(operand, (order) => order < 0));
    case '$lte':
      return anyElement(ordered(operand, (order) => order <= 0));
    case '$in':
      return anyElement(isIn(name, operand));
    case '$nin':
      return not(anyElement(isIn(name, operand)));
    case '$exists':
      return operand
        ? someValue((value) => value !== undefined)
        : not(someValue((value) => value !== undefined));
    case '$not':
      return compileNot(operand, compilers);
    case '$size':
      return compileSize(operand);
    case '$all':
      return compileAll(operand, compilers);
    case '$elemMatch':
      return compileElemMatch(operand, compilers);
    case '$mod':
      return compileMod(operand);
    case '$regex':
      return compileRegex(operand, siblings['$options']);
    case '$options':
      if (siblings['$regex'] === undefined) throw bad('$options needs a $regex');
      return () => true;
    case '$near':
    case '$nearSphere':
    case '$geoWithin':
    case '$geoIntersects':
      return compileGeoTest(name, operand);
    case '$type':
      return anyElement(compileType(operand));
    default:
      throw unsupported(`the query operator ${name}`);
  }
}

function bad(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}

// Mongo tests an array as a whole and element by element.
function anyElement(test: ValueTest): LeafTest {
  return (values) => values.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

function someValue(test: ValueTest): LeafTest {
  return (values) => values.some(test);
}

function not(test: LeafTest): LeafTest {
  return (values) => !test(values);
}

function equalTo(operand: Value): ValueTest {
  if (operand !== null && typeof operand !== 'object')
    return (value) => value === operand || equal(value, operand);
  return (value) => equal(value, operand);
}

// Comparison is type-bracketed: a number is never less than a date. NaN compares with nothing but itself.
function ordered(operand: Value, accepts: (order: number) => boolean): ValueTest {
  const rank = typeRank(operand);
  const isNaNOperand = Number.isNaN(operand);
  return (value) => {
    if (typeRank(value) !== rank) return false;
    if (Number.isNaN(value) !== isNaNOperand) return false;
    return accepts(compare(value, operand));
  };
}

function isIn(name: string, operand: Value): ValueTest {
  if (!Array.isArray(operand)) throw bad(`${name} needs an array`);
  const tests = operand.map((item) => (item instanceof RegExp ? textMatches(item) : equalTo(item)));
  return (value) => tests.some((test) => test(value));
}

function textMatches(pattern: RegExp): ValueTest {
  return (value) => typeof value === 'string' && pattern.test(value);
}

function compileRegex(operand: Value, options: Value | undefined): LeafTest {
  const given = typeof options === 'string' ? options : undefined;
  if (operand instanceof RegExp)
    return anyElement(textMatches(given === undefined ? operand : makeRegExp(operand.source, given)));
  if (typeof operand !== 'string') throw bad('$regex has to be a string');
  return anyElement(textMatches(makeRegExp(operand, given ?? '')));
}

function compileNot(operand: Value, compilers: Compilers): LeafTest {
  if (!isOperatorDoc(operand) && !(operand instanceof RegExp)) throw bad('$not needs a regex or a document');
  return not(compilers.condition(operand));
}

function compileSize(operand: Value): LeafTest {
  if (typeof operand !== 'number') throw bad('$size needs a number');
  return someValue((value) => Array.isArray(value) && value.length === operand);
}

function compileAll(operand: Value, compilers: Compilers): LeafTest {
  if (!Array.isArray(operand)) throw bad('$all needs an array');
  const tests = operand.map((item) =>
    isOperatorDoc(item) || item instanceof RegExp ? compilers.condition(item) : anyElement(equalTo(item)),
  );
  return (values) => tests.length > 0 && tests.every((test) => test(values));
}

const LOGIC = new Set(['$and', '$or', '$nor']);

function compileElemMatch(operand: Value, compilers: Compilers): LeafTest {
  if (!isDoc(operand)) throw bad('$elemMatch needs an Object');
  const [first] = Object.keys(operand);
  if (first?.startsWith('$') && !LOGIC.has(first)) {
    const test = compilers.condition(operand);
    return someValue((value) => Array.isArray(value) && value.some((element) => test([element])));
  }
  const matches = compilers.filter(operand);
  return someValue(
    (value) => Array.isArray(value) && value.some((element) => isDoc(element) && matches(element)),
  );
}

function compileMod(operand: Value): LeafTest {
  const [divisor, remainder] = Array.isArray(operand) ? operand : [];
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || Math.trunc(divisor) === 0)
    throw bad('malformed mod, needs to be [divisor, remainder]');
  return anyElement(
    (value) => typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder),
  );
}
