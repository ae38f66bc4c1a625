import { CloudError, unsupported } from '../protocol/cloud-error';
import { isDoc, type Doc, type Value } from '../protocol/values';
import { compileFilter } from './matcher';

type Tree = { [part: string]: Tree | Leaf };
type Leaf = (value: Value) => Value | undefined;

/** Compiles `{ field: 1 }`, `{ field: 0 }`, `{ field: { $slice | $elemMatch } }` into a function over documents. */
export function compileProjection(spec: Doc): (doc: Doc) => Doc {
  const { _id: idSetting, ...fields } = spec;
  const flags = Object.values(fields).filter((setting) => !isDoc(setting));
  const including = flags.some(Boolean) || (flags.length === 0 && Boolean(idSetting));
  if (including && flags.some((setting) => !setting))
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      'Projection cannot have a mix of inclusion and exclusion.',
    );
  const hasElemMatch = Object.values(fields).some((setting) => isDoc(setting) && '$elemMatch' in setting);
  const keepsOnlyNamed = including || hasElemMatch;
  const tree: Tree = {};
  for (const [field, setting] of Object.entries(fields)) plant(tree, field, leafOf(field, setting));
  const withId = idSetting === undefined || Boolean(idSetting);
  return (doc) => {
    const { _id, ...rest } = doc;
    const projected = keepsOnlyNamed ? include(rest, tree) : exclude(rest, tree);
    return withId && _id !== undefined ? { _id, ...projected } : projected;
  };
}

function leafOf(field: string, setting: Value): Leaf {
  if (!isDoc(setting)) return setting ? (value) => value : () => undefined;
  const [[operator, operand] = ['', null]] = Object.entries(setting);
  if (operator === '$slice') return (value) => (Array.isArray(value) ? slice(value, operand) : value);
  if (operator === '$elemMatch' && isDoc(operand)) {
    const matches = compileFilter({ element: { $elemMatch: operand } });
    return (value) => {
      if (!Array.isArray(value)) return undefined;
      const found = value.find((element) => matches({ element: [element] }));
      return found === undefined ? undefined : [found];
    };
  }
  throw unsupported(`the projection ${operator || 'object'} on ${field}`);
}

function slice(array: Value[], operand: Value): Value[] {
  if (typeof operand === 'number') return operand < 0 ? array.slice(operand) : array.slice(0, operand);
  const [skip, count] = Array.isArray(operand) ? operand : [];
  if (typeof skip !== 'number' || typeof count !== 'number' || count <= 0)
    throw new CloudError('DATABASE_REQUEST_FAILED', '$slice needs a number or [skip, positive limit]');
  const start = skip < 0 ? Math.max(array.length + skip, 0) : skip;
  return array.slice(start, start + count);
}

function plant(tree: Tree, field: string, leaf: Leaf): void {
  const path = field.split('.');
  const last = path.pop() ?? '';
  let node = tree;
  for (const part of path) {
    const next = node[part] ?? {};
    if (typeof next === 'function')
      throw new CloudError('DATABASE_REQUEST_FAILED', `Path collision at ${field}`);
    node[part] = next;
    node = next;
  }
  if (node[last]) throw new CloudError('DATABASE_REQUEST_FAILED', `Path collision at ${field}`);
  node[last] = leaf;
}

function include(doc: Doc, tree: Tree): Doc {
  const out: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const node = tree[name];
    if (!node) continue;
    const kept = typeof node === 'function' ? node(value) : includeBelow(value, node);
    if (kept !== undefined) out[name] = kept;
  }
  return out;
}

function includeBelow(value: Value, tree: Tree): Value | undefined {
  if (isDoc(value)) return include(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value.map((element) => includeBelow(element, tree)).filter((element) => element !== undefined);
}

function exclude(doc: Doc, tree: Tree): Doc {
  const out: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const node = tree[name];
    const kept = !node ? value : typeof node === 'function' ? node(value) : excludeBelow(value, node);
    if (kept !== undefined) out[name] = kept;
  }
  return out;
}

function excludeBelow(value: Value, tree: Tree): Value {
  if (isDoc(value)) return exclude(value, tree);
  return Array.isArray(value) ? value.map((element) => excludeBelow(element, tree)) : value;
}
