import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import { DATABASE_LIMITS } from '../limits';
import { CloudError } from '../protocol/cloud-error';
import { encode } from '../protocol/ejson';
import type { Doc, Value } from '../protocol/values';
import { applyWrites } from './apply-writes';
import { Row } from './collection';
import type { Documents } from './documents';
import { duplicateKey } from './duplicates';
import { keyOf } from './keys';
import { compileFilter } from './matcher';
import { inOrder, type Selection } from './select';
import type { Store } from './store';

/** A document's state in a transaction; null where there is none. */
type Overlay = Map<string, Map<string, Row | null>>;

/**
 * One transaction: a snapshot and the writes made on top of it.
 * The snapshot is kept backwards: `past` holds what others have changed since, as it was before they did.
 */
class Transaction {
  readonly past: Overlay = new Map();
  readonly writes: Overlay = new Map();
  readonly startedAt: number;
  stopWatching: (() => void) | undefined;

  constructor(
    readonly id: string,
    readonly generation: number,
    now: Date,
  ) {
    this.startedAt = now.getTime();
  }
}

/** Open transactions: snapshot isolation, and the first to commit a document wins. */
export class Transactions {
  private readonly open = new Map<string, Transaction>();

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  start(): string {
    for (const transaction of this.open.values()) if (this.isExpired(transaction)) this.close(transaction);
    const id = randomBytes(12).toString('hex');
    this.open.set(id, new Transaction(id, this.store.generation, this.clock.now()));
    return id;
  }

  /** The collection as this transaction sees it. The snapshot begins with the first call, as in Mongo. */
  documents(id: string, name: string): Documents {
    const transaction = this.find(id);
    transaction.stopWatching ??= this.store.watch((collection, idKey, before) => {
      // One nobody ends must not go on collecting what others change.
      if (this.isExpired(transaction)) return this.close(transaction);
      const past = layer(transaction.past, collection);
      if (!past.has(idKey)) past.set(idKey, before);
    });
    return new TransactionDocuments(transaction, this.store, name, () => this.close(transaction));
  }

  /** Applies the writes together, or none: a document somebody else changed since the snapshot is a conflict. */
  async commit(id: string): Promise<void> {
    const transaction = this.find(id);
    // Closed first: its own writes must not count as somebody else's.
    this.close(transaction);
    if (transaction.writes.size === 0) return;
    await this.store.engine.write(() => {
      for (const [collection, writes] of transaction.writes) {
        for (const idKey of writes.keys()) if (transaction.past.get(collection)?.has(idKey)) throw conflict();
        applyWrites(this.store.collection(collection), writes);
      }
    });
  }

  abort(id: string): void {
    this.close(this.find(id));
  }

  private find(id: string): Transaction {
    const transaction = this.open.get(id);
    if (transaction && !this.isExpired(transaction)) return transaction;
    if (transaction) this.close(transaction);
    throw new CloudError(
      'DATABASE_TRANSACTION_FAIL',
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds',
    );
  }

  private isExpired({ startedAt, generation }: Transaction): boolean {
    if (generation !== this.store.generation) return true;
    return this.clock.now().getTime() - startedAt > DATABASE_LIMITS.transactionSeconds * 1000;
  }

  private close(transaction: Transaction): void {
    transaction.stopWatching?.();
    this.open.delete(transaction.id);
  }
}

function conflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please retry later',
  );
}

function layer(overlay: Overlay, collection: string): Map<string, Row | null> {
  const known = overlay.get(collection);
  if (known) return known;
  const made = new Map<string, Row | null>();
  overlay.set(collection, made);
  return made;
}

class TransactionDocuments implements Documents {
  constructor(
    private readonly transaction: Transaction,
    private readonly store: Store,
    readonly name: string,
    private readonly abort: () => void,
  ) {
    store.collection(name);
  }

  get geoFields(): readonly string[] {
    return this.store.collection(this.name).geoFields;
  }

  byId(id: Value): Row | undefined {
    const idKey = keyOf(id);
    for (const overlay of [this.transaction.writes, this.transaction.past]) {
      const known = overlay.get(this.name)?.get(idKey);
      if (known !== undefined) return known ?? undefined;
    }
    return this.store.collection(this.name).byId(id);
  }

  select(selection: Selection): Row[] {
    const overlay = this.differences();
    const live = this.store.documents(this.name);
    if (overlay.size === 0) return live.select(selection);
    const matches = compileFilter(selection.filter);
    const unchanged = live
      .select({ filter: selection.filter, sort: [], skip: 0, limit: Infinity })
      .filter((row) => !overlay.has(keyOf(row.doc['_id'])));
    const changed = [...overlay.values()].filter((row): row is Row => row !== null && matches(row.doc));
    const natural = [...unchanged, ...changed].sort((a, b) => a.n - b.n);
    return inOrder(natural, selection).slice(selection.skip, selection.skip + selection.limit);
  }

  texts(selection: Selection): string[] {
    return this.select(selection).map(({ text }) => text);
  }

  // A transaction's writes are always made together.
  together(): void {}

  count(filter: Doc): number {
    return this.select({ filter, sort: [], skip: 0, limit: Infinity }).length;
  }

  insert(doc: Doc): void {
    if (this.byId(doc['_id'] ?? null)) {
      const { declaration } = this.store.collection(this.name);
      throw duplicateKey(declaration, { name: '_id_', keys: [{ field: '_id', direction: 1 }] }, doc);
    }
    this.write(doc['_id'] ?? null, new Row(Number.MAX_SAFE_INTEGER, encode(doc)));
  }

  replace(row: Row, doc: Doc): boolean {
    const text = encode(doc);
    if (text === row.text) return false;
    this.write(doc['_id'] ?? null, new Row(row.n, text));
    return true;
  }

  remove(row: Row): void {
    this.write(row.doc['_id'] ?? null, null);
  }

  // Whoever is late to a document learns it at once, not only at the commit; Mongo aborts the transaction too.
  private write(id: Value, row: Row | null): void {
    const idKey = keyOf(id);
    if (this.transaction.past.get(this.name)?.has(idKey)) {
      this.abort();
      throw conflict();
    }
    layer(this.transaction.writes, this.name).set(idKey, row);
  }

  private differences(): Map<string, Row | null> {
    const past = this.transaction.past.get(this.name);
    const writes = this.transaction.writes.get(this.name);
    return new Map([...(past ?? []), ...(writes ?? [])]);
  }
}
