import type { Clock } from '../../clock';
import { DATABASE_LIMITS } from '../../limits';
import type { Log } from '../../log';
import { optionalText, type Params } from '../../protocol/params';

const SILENTLY_OUTSIDE = new Map([
  ['database.modifyDocument', 'update'],
  ['database.removeDocument', 'remove'],
  ['database.calculateDocument', 'count'],
]);
const ENDS = new Set(['database.commitTransaction', 'database.abortTransaction']);

/**
 * Warns of what the SDK does in silence: `transaction.collection(c).where(…).update()`, `.remove()` and `.count()`
 * are sent without the transaction, and so outlive its rollback. On the wire such a request looks like anybody's,
 * so it is suspected when an open transaction has touched the same collection, and said once a collection.
 */
export class OutsideTransaction {
  private readonly open = new Map<string, { since: number; collections: Set<string> }>();
  private readonly warned = new Set<string>();

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Looks at a database request before it is carried out. */
  see(action: string, params: Params): void {
    const collection = optionalText(params, 'collectionName');
    const transactionId = optionalText(params, 'transactionId');
    if (transactionId !== undefined) this.follow(action, transactionId, collection);
    else if (collection !== undefined && params['queryType'] === 'WHERE' && this.open.size > 0)
      this.suspect(SILENTLY_OUTSIDE.get(action), collection);
  }

  private follow(action: string, transactionId: string, collection: string | undefined): void {
    if (collection === undefined) {
      if (ENDS.has(action)) this.open.delete(transactionId);
      return;
    }
    const known = this.open.get(transactionId);
    if (known) known.collections.add(collection);
    else
      this.open.set(transactionId, {
        since: this.clock.now().getTime(),
        collections: new Set([collection]),
      });
  }

  private suspect(operation: string | undefined, collection: string): void {
    if (operation === undefined || this.warned.has(collection) || !this.isTouched(collection)) return;
    this.warned.add(collection);
    this.log({
      level: 'warn',
      message:
        `where().${operation}() on ${collection} while a transaction that uses ${collection} is open: ` +
        'if it was meant to be part of the transaction, it is outside of it (the SDK does not send the ' +
        'transaction with it). Use doc(id) instead. See docs/LOCALCLOUD.md',
      collection,
    });
  }

  private isTouched(collection: string): boolean {
    const oldest = this.clock.now().getTime() - DATABASE_LIMITS.transactionSeconds * 1000;
    for (const [transactionId, { since, collections }] of this.open) {
      if (since < oldest) this.open.delete(transactionId);
      else if (collections.has(collection)) return true;
    }
    return false;
  }
}
