import type { CallLog } from '../functions/call-log';
import { isRecord } from '../../protocol/params';
import type { QueryLog } from './query-log';
import type { Measured, QueryMeter } from './query-meter';
import { filterShape, sortShape } from './query-shape';

/** One database operation served. */
export type Operation = {
  readonly action: string;
  readonly collection: string;
  readonly durationMs: number;
  readonly code?: string;
  /** Documents its queries read. Absent for inserts, and where a change reached its document by id. */
  readonly examined?: number;
  /** Whether an index, or the id, led to every document. Absent where none was named: everything was asked for. */
  readonly indexed?: boolean;
  /** Documents given back, counted, inserted, changed or removed. */
  readonly returned?: number;
  /** The query's shape, where developers look on; see `query-shape.ts`. */
  readonly query?: string;
};

/** An operation on its way. */
export type RunningOperation = {
  readonly action: string;
  readonly collection: string;
  readonly callId: string | undefined;
  readonly startedAt: number;
  measured: Measured | undefined;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Who looks on beside tests: the calls operations belong to, and the queries worth a look. */
export type Onlookers = { readonly calls: CallLog; readonly queries: QueryLog };

const KEPT = 200;
/** Actions that look for documents; one of these that measured nothing went by the id. */
const LOOKS = /get|calculate|modify|remove/;

/** Counts the database operations served and remembers the last ones, so a test can state what a call costs. */
export class OperationsLog {
  private total = 0;
  private kept: Operation[] = [];

  constructor(
    private readonly meter: QueryMeter,
    private readonly onlookers?: Onlookers,
  ) {}

  /** To be called right before the operation is carried out, and `measure` right after, before anything is awaited. */
  begin(action: string, collection: unknown, callId: string | undefined): RunningOperation {
    this.meter.clear();
    return {
      action,
      collection: typeof collection === 'string' ? collection : '',
      callId,
      startedAt: performance.now(),
      measured: undefined,
    };
  }

  measure(operation: RunningOperation): void {
    operation.measured = this.meter.take();
  }

  end(operation: RunningOperation, answer: object): void {
    this.finish(operation, returnedBy(answer));
  }

  fail(operation: RunningOperation, code: string): void {
    this.finish(operation, undefined, code);
  }

  /** Notes an operation that was carried out; what it wrote is on disk, and it has not been answered yet. */
  record(operation: Operation): void {
    this.total++;
    this.kept.push(operation);
    if (this.kept.length > KEPT * 2) this.kept = this.kept.slice(-KEPT);
  }

  count(): number {
    return this.total;
  }

  recent(): readonly Operation[] {
    return this.kept.slice(-KEPT);
  }

  reset(): void {
    this.total = 0;
    this.kept = [];
  }

  private finish(running: RunningOperation, returned: number | undefined, code?: string): void {
    const { action, collection, startedAt, measured, callId } = running;
    const durationMs = performance.now() - startedAt;
    // Built field by field: this runs for every operation, and spreading costs several times as much.
    const operation: Writable<Operation> = { action, collection, durationMs };
    if (code !== undefined) operation.code = code;
    if (returned !== undefined) operation.returned = returned;
    if (measured) {
      operation.examined = measured.examined;
      // Reading everything is no fault of an index.
      if (Object.keys(measured.query.filter).length > 0) operation.indexed = measured.indexed;
      if (this.onlookers) operation.query = shapeOf(measured);
    } else if (returned !== undefined && LOOKS.test(action)) {
      operation.indexed = true;
      if (action === 'database.getDocument') operation.examined = returned;
    }
    this.record(operation);
    if (!this.onlookers) return;
    this.onlookers.calls.record(callId, operation);
    if (measured) this.onlookers.queries.note(measured, returned ?? 0, durationMs);
  }
}

function returnedBy(answer: object): number | undefined {
  const data: unknown = 'data' in answer ? answer.data : undefined;
  if (!isRecord(data)) return undefined;
  const { list, insertedIds, total, updated, deleted } = data;
  if (Array.isArray(list)) return list.length;
  if (Array.isArray(insertedIds)) return insertedIds.length;
  const number = total ?? updated ?? deleted;
  return typeof number === 'number' ? number : undefined;
}

function shapeOf({ query }: Measured): string {
  const sort = sortShape(query);
  return `${filterShape(query)}${sort === '' ? '' : ` by ${sort}`}`;
}
