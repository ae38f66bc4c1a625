import type { Doc, Value } from '../protocol/values';
import { type Row, type Collection } from './collection';
import type { Engine } from './engine';
import type { QueryAdvisor } from './query-advice';
import { namesPlaces } from './planner';
import { compileFilter } from './matcher';
import { countRows, planQuery, selectRows, selectTexts, type QueryPlan, type Selection } from './select';

/** What the database operations need of a collection. The live store and a transaction's view both offer it. */
export interface Documents {
  readonly name: string;
  /** The paths a 2dsphere index is declared on. */
  readonly geoFields: readonly string[];
  byId(id: Value): Row | undefined;
  select(selection: Selection): Row[];
  /** The same as `select`, as wire text alone. */
  texts(selection: Selection): string[];
  count(filter: Doc): number;
  insert(doc: Doc): void;
  /** Returns false when the document would not change. */
  replace(row: Row, doc: Doc): boolean;
  remove(row: Row): void;
  /** Call before the first of several writes, which then happen together or not at all. */
  together(): void;
}

/** The live collection. Call its writes inside `Engine.write`. */
export class LiveDocuments implements Documents {
  constructor(
    private readonly collection: Collection,
    private readonly engine: Engine,
    private readonly advisor: QueryAdvisor,
  ) {}

  get name(): string {
    return this.collection.name;
  }

  get geoFields(): readonly string[] {
    return this.collection.geoFields;
  }

  byId(id: Value): Row | undefined {
    return this.collection.byId(id);
  }

  select(selection: Selection): Row[] {
    const named = this.byOwnId(selection);
    if (named) return named;
    const plan = this.plan(selection);
    const { found, cost } = selectRows(this.engine, this.collection, selection, plan);
    this.advisor.observe(this.collection, selection, cost);
    return found;
  }

  texts(selection: Selection): string[] {
    const named = this.byOwnId(selection);
    if (named) return named.map(({ text }) => text);
    const plan = this.plan(selection);
    const { found, cost } = selectTexts(this.engine, this.collection, selection, plan);
    this.advisor.observe(this.collection, selection, cost);
    return found;
  }

  private plan(selection: Selection): QueryPlan {
    const plan = planQuery(this.collection, selection);
    this.advisor.admit(this.collection, selection, plan.isIndexed);
    return plan;
  }

  // The commonest query of all names one document by its id: nothing to plan, at most one document to look at.
  private byOwnId({ filter, skip, limit }: Selection): Row[] | undefined {
    const { _id: id, ...others } = filter;
    if ((typeof id !== 'string' && typeof id !== 'number') || namesPlaces(others)) return undefined;
    const matches = Object.keys(others).length === 0 ? undefined : compileFilter(others);
    const row = skip === 0 && limit > 0 ? this.collection.byId(id) : undefined;
    return row && (!matches || matches(row.doc)) ? [row] : [];
  }

  count(filter: Doc): number {
    const query = { filter, sort: [] };
    const plan = planQuery(this.collection, query);
    this.advisor.admit(this.collection, query, plan.isIndexed);
    const { total, cost } = countRows(this.engine, this.collection, filter, plan);
    this.advisor.observe(this.collection, query, cost);
    return total;
  }

  insert(doc: Doc): void {
    this.collection.insert(doc);
  }

  replace(row: Row, doc: Doc): boolean {
    return this.collection.replace(row, doc);
  }

  remove(row: Row): void {
    this.collection.remove(row);
  }

  together(): void {
    this.engine.several();
  }
}
