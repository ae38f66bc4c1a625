import { isDoc, isOperatorDoc, type Doc, type Value } from '../protocol/values';
import { CloudError } from '../protocol/cloud-error';
import type { Collection } from './collection';
import type { IndexedField } from './column-keys';
import { compileGeo, GEO_OPERATORS } from './geo/conditions';
import { geoCandidates } from './geo/geo-keys';
import { endOfType, keyOf } from './keys';

/**
 * A filter as SQL over key columns. `exact`: the SQL alone decides, no document needs parsing.
 * `indexed`: at least one condition narrows by the first field of an index (or by `_id`).
 */
export type Plan = {
  readonly where: string;
  readonly params: readonly string[];
  readonly exact: boolean;
  readonly indexed: boolean;
};

const NOTHING: Plan = { where: '', params: [], exact: false, indexed: false };
const NEVER: Plan = { where: '0', params: [], exact: true, indexed: true };

/** Translates what key columns can decide; the rest is left to the matcher (`exact: false`). */
export function planFilter(filter: Doc, collection: Collection): Plan {
  return both(Object.entries(filter).map(([key, condition]) => planEntry(key, condition, collection)));
}

function planEntry(key: string, condition: Value, collection: Collection): Plan {
  if (key === '$and') return both(subPlans(condition, collection));
  if (key === '$or') return either(subPlans(condition, collection));
  if (key === '$nor') {
    // "None of these" narrows nothing; it is planned for what planning refuses: places without an index.
    subPlans(condition, collection);
    return NOTHING;
  }
  if (key.startsWith('$')) return NOTHING;
  const column = columnOf(key, collection);
  const plain = column ? planCondition(column, condition) : NOTHING;
  const places = isOperatorDoc(condition) ? planPlaces(key, condition, collection) : [];
  return places.length > 0 ? both([...places, plain]) : plain;
}

// As in production, a query by place needs an index of places.
function planPlaces(field: string, condition: Doc, collection: Collection): Plan[] {
  return Object.entries(condition)
    .filter(([name]) => GEO_OPERATORS.has(name))
    .map(([name, operand]): Plan => {
      const column = collection.fields.find(({ isGeo, path }) => isGeo && path.join('.') === field);
      if (!column)
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `unable to find index for ${name} query: declare an index on ${collection.name}: ${field} 2dsphere`,
        );
      const { within } = compileGeo(name, operand);
      return { ...geoCandidates(column.column, within), exact: false, indexed: true };
    });
}

/** Whether a filter may ask for a place, which needs an index of its own: directly, or out of sight in an operator. */
export function namesPlaces(filter: Doc): boolean {
  return Object.entries(filter).some(
    ([key, condition]) =>
      key.startsWith('$') ||
      (isOperatorDoc(condition) && Object.keys(condition).some((name) => GEO_OPERATORS.has(name))),
  );
}

function subPlans(condition: Value, collection: Collection): Plan[] {
  // An empty list is no condition: the matcher refuses it.
  if (!Array.isArray(condition) || condition.length === 0) return [NOTHING];
  return condition.map((item) => (isDoc(item) ? planFilter(item, collection) : NOTHING));
}

function both(plans: readonly Plan[]): Plan {
  const useful = plans.filter(({ where }) => where !== '');
  return {
    where: useful.map(({ where }) => where).join(' AND '),
    params: useful.flatMap(({ params }) => params),
    exact: plans.every(({ exact }) => exact),
    indexed: plans.some(({ indexed }) => indexed),
  };
}

function either(plans: readonly Plan[]): Plan {
  if (plans.length === 0 || plans.some(({ where }) => where === '')) return NOTHING;
  return {
    where: `(${plans.map(({ where }) => `(${where})`).join(' OR ')})`,
    params: plans.flatMap(({ params }) => params),
    exact: plans.every(({ exact }) => exact),
    indexed: plans.every(({ indexed }) => indexed),
  };
}

/** A column conditions may be put on; `_id` has its own. */
type Column = Pick<IndexedField, 'column' | 'arrayTable' | 'hasArrays'> & { leads: boolean };

const ID_COLUMN: Column = { column: '_id', arrayTable: '', hasArrays: false, leads: true };

function columnOf(field: string, collection: Collection): Column | undefined {
  if (field === '_id') return ID_COLUMN;
  const found = collection.fields.find((candidate) => candidate.field === field);
  return found && { ...found, leads: collection.leadingFields.has(field) };
}

function planCondition(column: Column, condition: Value): Plan {
  if (condition instanceof RegExp) return NOTHING;
  if (!isOperatorDoc(condition)) return planEqual(column, condition);
  return both(Object.entries(condition).map(([name, operand]) => planOperator(column, name, operand)));
}

function planOperator(column: Column, name: string, operand: Value): Plan {
  switch (name) {
    case '$eq':
      return planEqual(column, operand);
    case '$in':
      return planIn(column, operand);
    case '$gt':
      return planRange(column, operand, (key) => ['> ?', key, '< ?', endOfType(key)]);
    case '$gte':
      return planRange(column, operand, (key) => ['>= ?', key, '< ?', endOfType(key)]);
    case '$lt':
      return planRange(column, operand, (key) => ['> ?', lowest(key), '< ?', key]);
    case '$lte':
      return planRange(column, operand, (key) => ['> ?', lowest(key), '<= ?', key]);
    case '$ne':
      return planNot(column, [operand]);
    case '$nin':
      return Array.isArray(operand) ? planNot(column, operand) : NOTHING;
    default:
      return NOTHING;
  }
}

// NaN's key is the bare number tag: below every number, and outside every comparison. Text may be empty: '3' itself.
function lowest(key: string): string {
  return key.startsWith('2') ? '2' : String.fromCharCode(key.charCodeAt(0) - 1) + '\uffff';
}

/** Keys of arrays and objects are no substitute for comparing the values themselves. */
function isScalar(value: Value): boolean {
  return !Array.isArray(value) && !isDoc(value) && !(value instanceof RegExp) && !Number.isNaN(value);
}

function planEqual(column: Column, operand: Value): Plan {
  if (!isScalar(operand)) return NOTHING;
  return planTest(column, '= ?', [keyOf(operand)]);
}

const MAX_SPELLED_OUT = 20;

function planIn(column: Column, operand: Value): Plan {
  if (!Array.isArray(operand) || !operand.every(isScalar)) return NOTHING;
  const keys = [...new Set(operand.map(keyOf))];
  if (keys.length === 0) return NEVER;
  if (keys.length <= MAX_SPELLED_OUT) return planTest(column, `IN (${keys.map(() => '?').join(',')})`, keys);
  return planTest(column, 'IN (SELECT value FROM json_each(?))', [JSON.stringify(keys)]);
}

type Range = (key: string) => [string, string, string, string];

function planRange(column: Column, operand: Value, range: Range): Plan {
  if (!isScalar(operand)) return NOTHING;
  // Null, booleans and ids are compared by the matcher: rare, and each has rules of its own.
  const key = keyOf(operand);
  if (!/^[239]/.test(key)) return NOTHING;
  const [low, lowKey, high, highKey] = range(key);
  const scalar = `(${column.column} ${low} AND ${column.column} ${high})`;
  if (!column.hasArrays)
    return { where: scalar, params: [lowKey, highKey], exact: true, indexed: column.leads };
  return {
    where: `(${scalar} OR n IN (SELECT n FROM ${column.arrayTable} WHERE key ${low} AND key ${high}))`,
    params: [lowKey, highKey, lowKey, highKey],
    exact: false,
    indexed: column.leads,
  };
}

function planTest(column: Column, test: string, keys: readonly string[]): Plan {
  const scalar = `${column.column} ${test}`;
  if (!column.hasArrays) return { where: scalar, params: keys, exact: true, indexed: column.leads };
  return {
    where: `(${scalar} OR n IN (SELECT n FROM ${column.arrayTable} WHERE key ${test}))`,
    params: [...keys, ...keys],
    exact: false,
    indexed: column.leads,
  };
}

function planNot(column: Column, operands: readonly Value[]): Plan {
  if (column.hasArrays || operands.length > MAX_SPELLED_OUT || !operands.every(isScalar)) return NOTHING;
  const keys = operands.map(keyOf);
  if (keys.length === 0) return NOTHING;
  return {
    where: `${column.column} NOT IN (${keys.map(() => '?').join(',')})`,
    params: keys,
    exact: true,
    indexed: false,
  };
}

/** ORDER BY for a sort that key columns can decide; undefined when documents must be compared in memory. */
export function planSort(
  sort: readonly (readonly [string, 1 | -1])[],
  collection: Collection,
): string | undefined {
  if (sort.length === 0) return 'n';
  const terms: string[] = [];
  for (const [field, direction] of sort) {
    const column = columnOf(field, collection);
    if (!column || column.hasArrays) return undefined;
    terms.push(`${column.column} ${direction === 1 ? 'ASC' : 'DESC'}`);
  }
  return terms.join(', ');
}
