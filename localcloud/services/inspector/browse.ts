import { CloudError } from '../../protocol/cloud-error';
import { decodeDocText } from '../../protocol/ejson';
import { countParam, optionalText, textParam, type Params } from '../../protocol/params';
import { planQuery, selectRows, type QueryPlan } from '../../store/select';
import { parseSort } from '../../store/sort';
import type { Collection } from '../../store/collection';
import type { Store } from '../../store/store';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 100;

/** A page of documents, as their stored text, and what finding it cost. */
export type DocumentsPage = {
  readonly documents: readonly string[];
  readonly hasMore: boolean;
  readonly examined: number;
  readonly indexed: boolean;
  readonly durationMs: number;
  readonly plan: PlanFacts;
};

/** How the query ran. `steps` is SQLite's own account; `residual` says whether documents were compared one by one. */
export type PlanFacts = {
  readonly where: string;
  readonly residual: boolean;
  readonly sortedBy: 'index or scan order' | 'memory';
  readonly steps: readonly string[];
};

/**
 * Looks documents up with a filter and an order in the wire's own terms: extended JSON and Mongo's operators.
 * Such a look counts for no statistics, and strict mode does not refuse it.
 */
export function browseDocuments(store: Store, asked: Params, now: Date): DocumentsPage {
  const collection = store.collection(textParam(asked, 'collection'));
  const filter = decodeDocText(optionalText(asked, 'filter') ?? '{}', 'the filter', now);
  const sort = parseSort(decodeDocText(optionalText(asked, 'sort') ?? '{}', 'the order', now));
  const skip = countParam(asked, 'skip', 0);
  const limit = Math.min(countParam(asked, 'limit', DEFAULT_PAGE), MAX_PAGE);
  if (limit === 0) throw new CloudError('INVALID_PARAM', 'limit must be at least 1');
  const startedAt = performance.now();
  const plan = planQuery(collection, { filter, sort });
  const { found, cost } = selectRows(
    store.engine,
    collection,
    { filter, sort, skip, limit: limit + 1 },
    plan,
  );
  const durationMs = performance.now() - startedAt;
  return {
    documents: found.slice(0, limit).map((row) => row.text),
    hasMore: found.length > limit,
    examined: cost.examined,
    indexed: plan.isIndexed,
    durationMs,
    plan: planFacts(store, collection, plan),
  };
}

function planFacts(store: Store, collection: Collection, { filter, orderBy }: QueryPlan): PlanFacts {
  const where = filter.where === '' ? '' : ` WHERE ${filter.where}`;
  const sql = `EXPLAIN QUERY PLAN SELECT n, d FROM ${collection.table}${where} ORDER BY ${orderBy ?? 'n'}`;
  const steps = store.engine.all<[number, number, number, string]>(sql, filter.params);
  return {
    where: filter.where,
    residual: !filter.exact,
    sortedBy: orderBy === undefined ? 'memory' : 'index or scan order',
    steps: steps.map(([, , , detail]) => detail),
  };
}
