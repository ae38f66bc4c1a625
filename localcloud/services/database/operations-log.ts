/** One database operation served. `examined` documents and whether an index narrowed them, where it was a query. */
export type Operation = {
  readonly action: string;
  readonly collection: string;
  readonly durationMs: number;
  readonly code?: string;
};

const KEPT = 200;

/** Counts the database operations served and remembers the last ones, so a test can state what a call costs. */
export class OperationsLog {
  private total = 0;
  private kept: Operation[] = [];

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
}
