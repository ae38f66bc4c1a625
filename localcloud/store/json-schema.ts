import { CloudError, unsupported } from '../protocol/cloud-error';
import { isDoc, type Value } from '../protocol/values';
import { equal } from './compare';
import { compileType } from './value-types';

type Test = (value: Value) => boolean;

/** Compiles `$jsonSchema`. A keyword it does not know is refused by name. */
export function compileJsonSchema(schema: Value): Test {
  if (!isDoc(schema)) throw new CloudError('DATABASE_REQUEST_FAILED', '$jsonSchema must be an object');
  const tests = Object.entries(schema).map(([keyword, operand]) => compileKeyword(keyword, operand));
  return (value) => tests.every((test) => test(value));
}

function compileKeyword(keyword: string, operand: Value): Test {
  switch (keyword) {
    case 'bsonType':
      return compileType(operand);
    case 'type':
      return compileType(Array.isArray(operand) ? operand.map(bsonName) : bsonName(operand));
    case 'enum':
      return (value) => Array.isArray(operand) && operand.some((item) => equal(item, value));
    case 'required':
      return (value) => !isDoc(value) || fieldsOf(operand).every((field) => value[field] !== undefined);
    case 'properties':
      return compileProperties(operand);
    case 'items':
      return (
        (test: Test): Test =>
        (value) =>
          !Array.isArray(value) || value.every(test)
      )(compileJsonSchema(operand));
    case 'pattern':
      return (
        (pattern: RegExp): Test =>
        (value) =>
          typeof value !== 'string' || pattern.test(value)
      )(new RegExp(String(operand), 'u'));
    case 'title':
    case 'description':
      return () => true;
    default:
      return compileBound(keyword, operand);
  }
}

const BOUNDS: Readonly<Record<string, (value: Value, bound: number) => boolean>> = {
  minimum: (value, bound) => typeof value !== 'number' || value >= bound,
  maximum: (value, bound) => typeof value !== 'number' || value <= bound,
  minLength: (value, bound) => typeof value !== 'string' || [...value].length >= bound,
  maxLength: (value, bound) => typeof value !== 'string' || [...value].length <= bound,
  minItems: (value, bound) => !Array.isArray(value) || value.length >= bound,
  maxItems: (value, bound) => !Array.isArray(value) || value.length <= bound,
};

function compileBound(keyword: string, operand: Value): Test {
  const holds = Object.hasOwn(BOUNDS, keyword) ? BOUNDS[keyword] : undefined;
  if (!holds) throw unsupported(`the $jsonSchema keyword '${keyword}'`);
  if (typeof operand !== 'number')
    throw new CloudError('DATABASE_REQUEST_FAILED', `${keyword} must be a number`);
  return (value) => holds(value, operand);
}

function compileProperties(operand: Value): Test {
  const tests = Object.entries(isDoc(operand) ? operand : {}).map(
    ([field, schema]) => [field, compileJsonSchema(schema)] as const,
  );
  return (value) => {
    if (!isDoc(value)) return true;
    return tests.every(([field, test]) => {
      const held = value[field];
      return held === undefined || test(held);
    });
  };
}

function fieldsOf(operand: Value): string[] {
  return Array.isArray(operand) ? operand.map(String) : [];
}

/** JSON's type names as BSON's. */
function bsonName(name: Value): Value {
  return name === 'boolean' ? 'bool' : name;
}
