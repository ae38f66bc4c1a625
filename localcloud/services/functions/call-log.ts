import type { Clock } from '../../clock';
import { messageOf } from '../../error-facts';
import type { Operation } from '../database/operations-log';
import type { Caller } from './function-context';

/** One call of a function, as developers look back on it. Times are the environment's. */
export type CallRecord = {
  /** The request id. */
  readonly id: string;
  readonly functionName: string;
  readonly caller: Caller;
  readonly at: string;
  /** The start of the event, as JSON. */
  readonly event: string;
  /** Undefined while it runs. */
  durationMs: number | undefined;
  /** `OK`, or the code it failed with; undefined while it runs. */
  code: string | undefined;
  /** The start of the result as JSON, or the error's message. */
  outcome: string | undefined;
  operationCount: number;
  /** The first ones. */
  readonly operations: Operation[];
};

const CALLS_KEPT = 200;
const OPERATIONS_KEPT_PER_CALL = 100;
const OUTSIDE_KEPT = 200;
const EXCERPT_CHARACTERS = 2000;

/** The last 200 calls with the first 100 database operations of each, and the last 200 operations outside any call. */
export class CallLog {
  private readonly calls = new Map<string, CallRecord>();
  private outside: Operation[] = [];
  private outsideCount = 0;
  private changes = 0;

  constructor(private readonly clock: Clock) {}

  /** Grows with everything that is recorded. */
  get version(): number {
    return this.changes;
  }

  begin(id: string, functionName: string, caller: Caller, event: unknown): void {
    this.changes++;
    const at = this.clock.now().toISOString();
    const ending = { durationMs: undefined, code: undefined, outcome: undefined };
    const call = { id, functionName, caller, at, event: excerpt(event), ...ending };
    this.calls.set(id, { ...call, operationCount: 0, operations: [] });
    if (this.calls.size <= CALLS_KEPT) return;
    const [oldest] = this.calls.keys();
    if (oldest !== undefined) this.calls.delete(oldest);
  }

  end(id: string, durationMs: number, code: string, outcome: string): void {
    this.changes++;
    const call = this.calls.get(id);
    if (call) Object.assign(call, { durationMs, code, outcome });
  }

  /** Files an operation under the call it says it belongs to; one that names none, or one unknown, stands outside. */
  record(callId: string | undefined, operation: Operation): void {
    this.changes++;
    const call = callId === undefined ? undefined : this.calls.get(callId);
    if (call) {
      call.operationCount++;
      if (call.operations.length < OPERATIONS_KEPT_PER_CALL) call.operations.push(operation);
      return;
    }
    this.outsideCount++;
    this.outside.push(operation);
    if (this.outside.length > OUTSIDE_KEPT * 2) this.outside = this.outside.slice(-OUTSIDE_KEPT);
  }

  find(id: string): CallRecord | undefined {
    return this.calls.get(id);
  }

  /** Newest first. */
  recent(): CallRecord[] {
    return [...this.calls.values()].reverse();
  }

  /** Operations of seeds, scripts and tests: how many there were, and the last of them, newest first. */
  outsideCalls(): { count: number; operations: Operation[] } {
    return { count: this.outsideCount, operations: this.outside.slice(-OUTSIDE_KEPT).reverse() };
  }

  clear(): void {
    this.changes++;
    for (const [id, { code }] of this.calls) if (code !== undefined) this.calls.delete(id);
    this.outside = [];
    this.outsideCount = 0;
  }
}

/** The start of a value's JSON. */
export function excerpt(value: unknown): string {
  const text = jsonOf(value);
  return text.length > EXCERPT_CHARACTERS ? `${text.slice(0, EXCERPT_CHARACTERS)}…` : text;
}

// Events a test hands over in person may hold what JSON cannot.
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch (error) {
    return `not JSON: ${messageOf(error)}`;
  }
}
