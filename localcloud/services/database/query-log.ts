import type { Clock } from '../../clock';
import { indexFor } from '../../store/query-advice';
import type { Measured } from './query-meter';
import { filterShape, sortShape } from './query-shape';

/** Why a query is worth looking at; the gravest reason it was ever noted for. */
export type QueryProblem = 'refused' | 'unindexed' | 'wasteful' | 'slow';

/** Queries of one shape. Figures are the last query's, `most…` the largest ones. */
export type NotedQuery = {
  readonly collection: string;
  readonly filter: string;
  readonly sort: string;
  /** What an index for it would hold, key by key; empty when there is one already, or none would help. */
  readonly declareIndex: readonly string[];
  problem: QueryProblem;
  times: number;
  examined: number;
  mostExamined: number;
  returned: number;
  durationMs: number;
  longestMs: number;
  lastAt: string;
};

/** From so many milliseconds on an operation counts as slow. */
const SLOW_MS = 100;
/** A query is wasteful when it reads at least so many documents, and this many times as many as it returns. */
const WASTEFUL_DOCUMENTS = 100;
const WASTEFUL_TIMES = 10;
const SHAPES_KEPT = 200;
const GRAVITY: readonly QueryProblem[] = ['slow', 'wasteful', 'unindexed', 'refused'];

/** Slow, unindexed, wasteful and refused queries by shape; the 200 shapes seen last. */
export class QueryLog {
  private readonly shapes = new Map<string, NotedQuery>();
  private changes = 0;

  constructor(private readonly clock: Clock) {}

  /** Grows with every query that is noted. */
  get version(): number {
    return this.changes;
  }

  note(measured: Measured, returned: number, durationMs: number): void {
    const problem = problemOf(measured, returned, durationMs);
    if (problem === undefined) return;
    this.changes++;
    const { collection, query, examined } = measured;
    const [filter, sort] = [filterShape(query), sortShape(query)];
    const key = `${collection.name}\n${filter}\n${sort}`;
    const known = this.shapes.get(key);
    const noted: NotedQuery = known ?? {
      ...{ collection: collection.name, filter, sort, declareIndex: missingIndex(measured), problem },
      ...{ times: 0, examined, mostExamined: 0, returned, durationMs, longestMs: 0, lastAt: '' },
    };
    noted.times++;
    Object.assign(noted, { examined, returned, durationMs, lastAt: this.clock.now().toISOString() });
    noted.mostExamined = Math.max(noted.mostExamined, examined);
    noted.longestMs = Math.max(noted.longestMs, durationMs);
    if (GRAVITY.indexOf(problem) > GRAVITY.indexOf(noted.problem)) noted.problem = problem;
    this.shapes.delete(key);
    this.shapes.set(key, noted);
    const [oldest] = this.shapes.keys();
    if (oldest !== undefined && this.shapes.size > SHAPES_KEPT) this.shapes.delete(oldest);
  }

  /** The gravest first, then those that read most. */
  list(): NotedQuery[] {
    return [...this.shapes.values()].sort(
      (a, b) =>
        GRAVITY.indexOf(b.problem) - GRAVITY.indexOf(a.problem) ||
        b.mostExamined * b.times - a.mostExamined * a.times,
    );
  }

  clear(): void {
    this.changes++;
    this.shapes.clear();
  }
}

function problemOf(
  { isRefused, indexed, examined, query }: Measured,
  returned: number,
  durationMs: number,
): QueryProblem | undefined {
  if (isRefused) return 'refused';
  // Reading a whole collection is no fault of an index.
  if (!indexed && Object.keys(query.filter).length > 0) return 'unindexed';
  const isWasteful = examined >= WASTEFUL_DOCUMENTS && examined >= WASTEFUL_TIMES * Math.max(returned, 1);
  if (isWasteful) return 'wasteful';
  return durationMs >= SLOW_MS ? 'slow' : undefined;
}

function missingIndex({ collection, query }: Measured): string[] {
  const wanted = indexFor(query);
  const declared = collection.declaration.indexes.map(({ keys }) =>
    keys.map(({ field, direction }) => `${field} ${direction}`).join(),
  );
  return declared.includes(wanted.join()) ? [] : wanted;
}
