import { unsupported } from '../protocol/cloud-error';
import { isDoc, ObjectId, type Value } from '../protocol/values';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  '1': 'double',
  '2': 'string',
  '3': 'object',
  '4': 'array',
  '7': 'objectId',
  '8': 'bool',
  '9': 'date',
  '10': 'null',
  '11': 'regex',
  '16': 'int',
  '18': 'long',
};

/** Compiles the operand of `$type`: a name, a number, or a list of them. */
export function compileType(operand: Value): (value: Value | undefined) => boolean {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map(
    (item) => TYPE_NAMES[String(item)] ?? String(item),
  );
  for (const name of wanted) if (!KNOWN_TYPES.has(name)) throw unsupported(`the $type '${name}'`);
  return (value) => value !== undefined && wanted.some((name) => isOfType(value, name));
}

const KNOWN_TYPES = new Set([...Object.values(TYPE_NAMES), 'number']);

// Numbers come back from storage as JavaScript numbers, so int, long and double are told apart by value.
function isOfType(value: Value, name: string): boolean {
  switch (name) {
    case 'number':
      return typeof value === 'number';
    case 'int':
      return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
    case 'long':
      return Number.isInteger(value) && Math.abs(Number(value)) >= 2 ** 31;
    case 'double':
      return typeof value === 'number' && !Number.isInteger(value);
    case 'string':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'date':
      return value instanceof Date;
    case 'objectId':
      return value instanceof ObjectId;
    case 'regex':
      return value instanceof RegExp;
    default:
      return isDoc(value);
  }
}
