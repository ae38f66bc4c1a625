import type { Doc } from '../protocol/values';
import { Row, type Collection } from './collection';
import type { Engine, SqlValue } from './engine';
import { nearOrderOf, sortByDistance } from './geo/near';
import { compileFilter, type Matcher } from './matcher';
import { planFilter, planSort, type Plan } from './planner';
import { sortBy, type Sort } from './sort';

export type Selection = { filter: Doc; sort: Sort; skip: number; limit: number };

/** What a query cost: documents read, and whether an index narrowed them. */
export type Cost = { examined: number; indexed: boolean };

/** How a query will run: the filter over key columns, and the order where key columns can give it. */
export type QueryPlan = {
  readonly filter: Plan;
  readonly orderBy: string | undefined;
  /** An index leads to the documents: by the filter, or by the order where nothing is filtered. */
  readonly isIndexed: boolean;
};

export function planQuery(
  collection: Collection,
  { filter, sort }: Pick<Selection, 'filter' | 'sort'>,
): QueryPlan {
  const plan = planFilter(filter, collection);
  const orderBy = sort.length === 0 && nearOrderOf(filter) ? undefined : planSort(sort, collection);
  const [first] = sort;
  const isOrdered = first !== undefined && (first[0] === '_id' || collection.leadingFields.has(first[0]));
  const isWalk = Object.keys(filter).length === 0 && isOrdered && orderBy !== undefined;
  return { filter: plan, orderBy, isIndexed: plan.indexed || isWalk };
}

const CHUNK = 128;

/** Fewer documents than this come in one row; more could grow beyond what SQLite gives at once. */
const MAX_JOINED = 100;
/** Cannot stand in JSON text, where control characters are escaped. */
const SEPARATOR = '\u001e';

/** Like `selectRows`, for readers that only pass the documents on. Crossing into SQLite once for all of them is cheaper. */
export function selectTexts(
  engine: Engine,
  collection: Collection,
  selection: Selection,
  plan: QueryPlan,
): { found: string[]; cost: Cost } {
  const { skip, limit } = selection;
  const { filter, orderBy } = plan;
  if (!filter.exact || orderBy === undefined || limit < 2 || limit > MAX_JOINED) {
    const { found, cost } = selectRows(engine, collection, selection, plan);
    return { found: found.map(({ text }) => text), cost };
  }
  const sql = `SELECT group_concat(d, char(30)) FROM (${selectSql('d', collection, filter, orderBy)})`;
  const [joined] = engine.get<[string | null]>(sql, [...filter.params, limit, skip]) ?? [null];
  const found = joined === null ? [] : joined.split(SEPARATOR);
  return { found, cost: { examined: found.length + skip, indexed: filter.indexed } };
}

/** Finds the documents a selection names, in order. Infinity as `limit` means all. */
export function selectRows(
  engine: Engine,
  collection: Collection,
  { filter, sort, skip, limit }: Selection,
  { filter: plan, orderBy }: QueryPlan,
): { found: Row[]; cost: Cost } {
  const sql = selectSql('n, d', collection, plan, orderBy ?? 'n');
  const { indexed } = plan;
  if (plan.exact && orderBy !== undefined) {
    const found = fetch(engine, sql, plan, Number.isFinite(limit) ? limit : -1, skip);
    return { found, cost: { examined: found.length + skip, indexed } };
  }
  const matches = plan.exact ? () => true : compileFilter(filter);
  if (orderBy !== undefined) return selectMatching(engine, sql, plan, matches, skip, limit);
  const candidates = fetch(engine, sql, plan, -1, 0);
  const matching = candidates.filter((row) => matches(row.doc));
  const found = inOrder(matching, { filter, sort }).slice(skip, skip + limit);
  return { found, cost: { examined: candidates.length, indexed } };
}

/** Sorts matching rows as the query asks: by its order, or nearest first, or as they came. */
export function inOrder(rows: readonly Row[], { filter, sort }: Pick<Selection, 'filter' | 'sort'>): Row[] {
  const near = sort.length === 0 ? nearOrderOf(filter) : undefined;
  return near ? sortByDistance(rows, near, (row) => row.doc) : sortBy(rows, sort, (row) => row.doc);
}

// Reads in growing pages until enough documents match, so that a residual test does not read the whole collection.
function selectMatching(
  engine: Engine,
  sql: string,
  plan: Plan,
  matches: Matcher,
  skip: number,
  limit: number,
): { found: Row[]; cost: Cost } {
  const found: Row[] = [];
  let examined = 0;
  for (let size = Number.isFinite(limit) ? CHUNK : -1; ; size *= 4) {
    const page = fetch(engine, sql, plan, size, examined);
    examined += page.length;
    for (const row of page) {
      if (matches(row.doc)) found.push(row);
      if (found.length >= skip + limit) break;
    }
    if (size < 0 || page.length < size || found.length >= skip + limit) break;
  }
  return { found: found.slice(skip, skip + limit), cost: { examined, indexed: plan.indexed } };
}

/** Counts matching documents; without reading them when key columns decide. */
export function countRows(
  engine: Engine,
  collection: Collection,
  filter: Doc,
  { filter: plan }: QueryPlan,
): { total: number; cost: Cost } {
  if (plan.exact) {
    const where = plan.where === '' ? '' : ` WHERE ${plan.where}`;
    const [total] = engine.get<[number]>(`SELECT count(*) FROM ${collection.table}${where}`, plan.params) ?? [
      0,
    ];
    return { total, cost: { examined: plan.where === '' ? 0 : total, indexed: plan.indexed } };
  }
  const matches = compileFilter(filter);
  const candidates = fetch(engine, selectSql('n, d', collection, plan, 'n'), plan, -1, 0);
  const total = candidates.filter((row) => matches(row.doc)).length;
  return { total, cost: { examined: candidates.length, indexed: plan.indexed } };
}

function selectSql(columns: string, collection: Collection, plan: Plan, orderBy: string): string {
  const where = plan.where === '' ? '' : ` WHERE ${plan.where}`;
  return `SELECT ${columns} FROM ${collection.table}${where} ORDER BY ${orderBy} LIMIT ? OFFSET ?`;
}

function fetch(engine: Engine, sql: string, plan: Plan, limit: number, offset: number): Row[] {
  const params: SqlValue[] = [...plan.params, limit, offset];
  if (limit === 1) {
    const row = engine.get<[number, string]>(sql, params);
    return row ? [new Row(row[0], row[1])] : [];
  }
  return engine.all<[number, string]>(sql, params).map(([n, text]) => new Row(n, text));
}
