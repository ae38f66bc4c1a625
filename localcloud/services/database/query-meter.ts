import type { Collection } from '../../store/collection';
import type { Query, QueryAdvisor } from '../../store/query-advice';
import type { Cost } from '../../store/select';

/** What the queries of one operation cost together; `collection` and `query` are the first one's. */
export type Measured = {
  readonly collection: Collection;
  readonly query: Query;
  examined: number;
  indexed: boolean;
  isRefused: boolean;
};

/**
 * Adds up what queries cost, one operation at a time. An operation does all its reading before it first waits for
 * anything, so nobody else's queries come between `clear` and `take`.
 */
export class QueryMeter implements QueryAdvisor {
  private measured: Measured | undefined;

  constructor(private readonly advisor: QueryAdvisor) {}

  clear(): void {
    this.measured = undefined;
  }

  take(): Measured | undefined {
    return this.measured;
  }

  admit(collection: Collection, query: Query, isIndexed: boolean): void {
    try {
      this.advisor.admit(collection, query, isIndexed);
    } catch (error) {
      this.measured = { collection, query, examined: 0, indexed: false, isRefused: true };
      throw error;
    }
  }

  observe(collection: Collection, query: Query, cost: Cost): void {
    const { measured } = this;
    if (measured) {
      measured.examined += cost.examined;
      measured.indexed &&= cost.indexed;
    } else {
      const { examined, indexed } = cost;
      this.measured = { collection, query, examined, indexed, isRefused: false };
    }
    this.advisor.observe(collection, query, cost);
  }
}
