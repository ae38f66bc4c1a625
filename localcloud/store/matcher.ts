import { Query } from 'mingo/query';
import { CloudError, unsupported } from '../protocol/cloud-error';
import { isOperatorDoc, isDoc, type Doc, type Value } from '../protocol/values';
import { equal } from './compare';
import { compileOperator, type LeafTest } from './matcher-operators';
import { operators } from './expression-operators';
import { compileJsonSchema } from './json-schema';
import { reach } from './paths';

/** Answers whether a document matches. */
export type Matcher = (doc: Doc) => boolean;

/** Compiles a Mongo filter. Throws for an operator localcloud does not have, naming it. */
export function compileFilter(filter: Doc): Matcher {
  const tests = Object.entries(filter).map(([key, condition]) => compileEntry(key, condition));
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (doc) => tests.every((test) => test(doc));
}

function compileEntry(key: string, condition: Value): Matcher {
  if (!key.startsWith('$')) return compileField(key, condition);
  switch (key) {
    case '$and': {
      const all = compileList(key, condition);
      return (doc) => all.every((test) => test(doc));
    }
    case '$or': {
      const some = compileList(key, condition);
      return (doc) => some.some((test) => test(doc));
    }
    case '$nor': {
      const none = compileList(key, condition);
      return (doc) => !none.some((test) => test(doc));
    }
    case '$expr': {
      const query = new Query({ $expr: condition }, { context: operators });
      return (doc) => query.test(doc);
    }
    case '$jsonSchema':
      return compileJsonSchema(condition);
    case '$comment':
      return () => true;
    default:
      throw unsupported(`the query operator ${key}`);
  }
}

function compileList(operator: string, condition: Value): Matcher[] {
  if (!Array.isArray(condition) || condition.length === 0)
    throw new CloudError('DATABASE_REQUEST_FAILED', `${operator} must be a nonempty array`);
  return condition.map((item) => {
    if (isDoc(item)) return compileFilter(item);
    throw new CloudError('DATABASE_REQUEST_FAILED', `${operator} entries must be objects`);
  });
}

function compileField(field: string, condition: Value): Matcher {
  const path = field.split('.');
  const test = compileCondition(condition);
  const [single] = path;
  if (single !== undefined && path.length === 1) return (doc) => test([doc[single]]);
  return (doc) => test(reach(doc, path));
}

/** Compiles what stands after a field name: a value, a regular expression or an object of operators. */
export function compileCondition(condition: Value): LeafTest {
  if (condition instanceof RegExp) return compileOperator('$regex', condition, {}, compilers);
  if (!isOperatorDoc(condition)) return compileOperator('$eq', condition, {}, compilers);
  const tests = Object.entries(condition).map(([name, operand]) =>
    compileOperator(name, operand, condition, compilers),
  );
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (values) => tests.every((test) => test(values));
}

/** Operators hold conditions and filters in turn; they get the compilers handed in, so the two files need no cycle. */
const compilers = { condition: compileCondition, filter: compileFilter };

/** True when a stored element equals, or matches, what `$pull` was given. */
export function compilePull(condition: Value): (element: Value) => boolean {
  if (isOperatorDoc(condition) || condition instanceof RegExp) {
    const test = compileCondition(condition);
    return (element) => test([element]);
  }
  if (!isDoc(condition)) return (element) => equal(element, condition);
  const matches = compileFilter(condition);
  return (element) => isDoc(element) && matches(element);
}
