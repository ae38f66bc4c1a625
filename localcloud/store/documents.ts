import type { Doc, Value } from '../protocol/values';
import { type Row, type Collection } from './collection';
import type { Engine } from './engine';
import { countRows, selectRows, type Cost, type Selection } from './select';

/** What the database operations need of a collection. The live store and a transaction's view both offer it. */
export interface Documents {
  readonly name: string;
  byId(id: Value): Row | undefined;
  select(selection: Selection): Row[];
  count(filter: Doc): number;
  insert(doc: Doc): void;
  /** Returns false when the document would not change. */
  replace(row: Row, doc: Doc): boolean;
  remove(row: Row): void;
}

/** Told what each query cost. */
export type CostListener = (
  collection: Collection,
  selection: Pick<Selection, 'filter' | 'sort'>,
  cost: Cost,
) => void;

/** The live collection. Call its writes inside `Engine.write`. */
export class LiveDocuments implements Documents {
  constructor(
    private readonly collection: Collection,
    private readonly engine: Engine,
    private readonly onCost: CostListener,
  ) {}

  get name(): string {
    return this.collection.name;
  }

  byId(id: Value): Row | undefined {
    return this.collection.byId(id);
  }

  select(selection: Selection): Row[] {
    const { rows, cost } = selectRows(this.engine, this.collection, selection);
    this.onCost(this.collection, selection, cost);
    return rows;
  }

  count(filter: Doc): number {
    const { total, cost } = countRows(this.engine, this.collection, filter);
    this.onCost(this.collection, { filter, sort: [] }, cost);
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
}
