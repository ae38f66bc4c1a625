import { systemClock } from '@localcloud/clock';
import { encode } from '@localcloud/protocol/ejson';
import { isRecord, type Params } from '@localcloud/protocol/params';
import type { Doc } from '@localcloud/protocol/values';
import { DatabaseService } from '@localcloud/services/database/database-service';
import { OperationsLog } from '@localcloud/services/database/operations-log';
import { QueryMeter } from '@localcloud/services/database/query-meter';
import { noAdvice } from '@localcloud/store/query-advice';
import type { Store } from '@localcloud/store/store';

/** The database's wire without the SDK in front, which takes longer to load than a writer lives. */
export class Client {
  private readonly service: DatabaseService;

  constructor(store: Store) {
    this.service = new DatabaseService(store, systemClock, new OperationsLog(new QueryMeter(noAdvice)));
  }

  async add(collection: string, docs: readonly Doc[], transactionId?: string): Promise<void> {
    await this.send('insertDocument', { collectionName: collection, data: docs.map(encode), transactionId });
  }

  /** Updates one, or with `multi` all, of those that match; returns how many changed. */
  async update(
    collection: string,
    filter: Doc,
    update: Doc,
    { multi = false, transactionId }: { multi?: boolean; transactionId?: string } = {},
  ): Promise<number> {
    const data = await this.send('modifyDocument', {
      collectionName: collection,
      query: encode(filter),
      data: encode(update),
      multi,
      merge: true,
      transactionId,
    });
    return Number(data['updated']);
  }

  async find(collection: string, filter: Doc): Promise<unknown[]> {
    const query = encode(filter);
    const { list } = await this.send('getDocument', { collectionName: collection, query, limit: 1000 });
    return Array.isArray(list) ? list.map((text): unknown => JSON.parse(String(text))) : [];
  }

  /** Carries out `work` in a transaction and commits it. */
  async transact(work: (transactionId: string) => Promise<void>): Promise<void> {
    const { transactionId } = await this.service.handle('database.startTransaction', {});
    await work(String(transactionId));
    await this.service.handle('database.commitTransaction', { transactionId });
  }

  private async send(action: string, params: Params): Promise<Params> {
    const { data } = await this.service.handle(`database.${action}`, params);
    return isRecord(data) ? data : {};
  }
}
