import type { Clock } from '../../clock';
import { DATABASE_LIMITS } from '../../limits';
import { callIdOf } from '../../protocol/call-id';
import { CloudError } from '../../protocol/cloud-error';
import { decodeDocText, decodeText } from '../../protocol/ejson';
import { countParam, isRecord, listParam, optionalText, textParam, type Params } from '../../protocol/params';
import type { Doc } from '../../protocol/values';
import { aggregate, type Stage } from '../../store/aggregate';
import type { Documents } from '../../store/documents';
import { parseSort } from '../../store/sort';
import type { Store } from '../../store/store';
import { Transactions } from '../../store/transactions';
import * as operations from './operations';
import type { OperationsLog } from './operations-log';

/** The part of the answer beside `requestId`. */
export type Answer = Readonly<Record<string, unknown>>;

/** Answers the `database.*` actions of the wire protocol. */
export class DatabaseService {
  private readonly transactions: Transactions;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    readonly log: OperationsLog,
  ) {
    this.transactions = new Transactions(store, clock);
  }

  readonly actions: Readonly<Record<string, (params: Params) => Promise<Answer>>> = {
    'database.addCollection': (params) => this.addCollection(params),
    'database.insertDocument': (params) => this.insert(params),
    'database.getDocument': (params) => this.get(params),
    'database.calculateDocument': (params) => this.count(params),
    'database.modifyDocument': (params) => this.modify(params),
    'database.modifyAndReturnDoc': (params) => this.modifyAndReturn(params),
    'database.removeDocument': (params) => this.remove(params),
    'database.aggregateDocuments': (params) => this.aggregate(params),
    'database.startTransaction': async () => ({ transactionId: this.transactions.start() }),
    'database.commitTransaction': async (params) => {
      await this.transactions.commit(textParam(params, 'transactionId'));
      return {};
    },
    'database.abortTransaction': async (params) => {
      this.transactions.abort(textParam(params, 'transactionId'));
      return {};
    },
  };

  /** Carries out one action and records it. Throws CloudError for refusals. */
  async handle(action: string, params: Params): Promise<Answer> {
    const perform = this.actions[action];
    if (!perform)
      throw new CloudError(
        'INVALID_ACTION',
        `${action} is not supported by localcloud (see docs/LOCALCLOUD.md)`,
      );
    const operation = this.log.begin(action, params['collectionName'], callIdOf(params));
    try {
      const answering = perform(params);
      this.log.measure(operation);
      const answer = await answering;
      this.log.end(operation, answer);
      return answer;
    } catch (error) {
      this.log.fail(operation, error instanceof CloudError ? error.code : 'SYS_ERR');
      throw error;
    }
  }

  private documents(params: Params): { documents: Documents; isLive: boolean } {
    const name = textParam(params, 'collectionName');
    const transactionId = optionalText(params, 'transactionId');
    if (transactionId === undefined) return { documents: this.store.documents(name), isLive: true };
    return { documents: this.transactions.documents(transactionId, name), isLive: false };
  }

  /** A transaction keeps its writes to itself until the commit; the live store writes to disk. */
  private async change<T>(params: Params, work: (documents: Documents) => T): Promise<T> {
    const { documents, isLive } = this.documents(params);
    return isLive ? this.store.engine.writeOne(() => work(documents)) : work(documents);
  }

  private async addCollection(params: Params): Promise<Answer> {
    await this.store.create(textParam(params, 'collectionName'));
    return { data: {} };
  }

  private async insert(params: Params): Promise<Answer> {
    const now = this.clock.now();
    const docs = listParam(params, 'data').map((text) => decodeDocText(text, 'data', now));
    const { ids, refusal } = await this.change(params, (documents) =>
      operations.insertDocuments(documents, docs),
    );
    if (refusal) throw refusal;
    return { data: { insertedIds: ids } };
  }

  private async get(params: Params): Promise<Answer> {
    const now = this.clock.now();
    const { documents } = this.documents(params);
    const order = optionalText(params, 'order');
    const projection = optionalText(params, 'projection');
    const isDoc = params['queryType'] === 'DOC';
    const asked = countParam(params, 'limit', isDoc ? 1 : DATABASE_LIMITS.defaultDocumentsPerGet);
    const limit = Math.min(asked, DATABASE_LIMITS.maxDocumentsPerGet);
    const skip = countParam(params, 'offset', 0);
    const read: operations.Read = {
      filter: this.filter(params, now),
      sort: order === undefined ? [] : parseSort(decodeDocText(order, 'order', now)),
      skip,
      limit,
      ...(projection === undefined ? {} : { projection: decodeDocText(projection, 'projection', now) }),
    };
    const list = await this.store.engine.read(() => operations.readDocuments(documents, read));
    return { data: { list }, limit, offset: skip };
  }

  private async count(params: Params): Promise<Answer> {
    const { documents } = this.documents(params);
    const filter = this.filter(params, this.clock.now());
    const total = await this.store.engine.read(() => documents.count(filter));
    return { data: { total } };
  }

  private async modify(params: Params): Promise<Answer> {
    const now = this.clock.now();
    const modification: operations.Modification = {
      filter: this.filter(params, now),
      data: decodeDocText(params['data'], 'data', now),
      multi: params['multi'] === true,
      replace: params['merge'] === false,
      upsert: params['upsert'] === true,
    };
    const { updated, upsertedId } = await this.change(params, (documents) =>
      operations.modifyDocuments(documents, modification),
    );
    return { data: { updated, upsert_id: upsertedId } };
  }

  private async modifyAndReturn(params: Params): Promise<Answer> {
    const now = this.clock.now();
    const filter = this.filter(params, now);
    const data = decodeDocText(params['data'], 'data', now);
    return {
      data: await this.change(params, (documents) => operations.modifyAndReturn(documents, filter, data)),
    };
  }

  private async remove(params: Params): Promise<Answer> {
    const filter = this.filter(params, this.clock.now());
    const multi = params['multi'] === true;
    const deleted = await this.change(params, (documents) =>
      operations.removeDocuments(documents, filter, multi),
    );
    return { data: { deleted } };
  }

  private async aggregate(params: Params): Promise<Answer> {
    const now = this.clock.now();
    const { documents } = this.documents(params);
    const stages = listParam(params, 'stages').map((stage): Stage => {
      if (!isRecord(stage)) throw new CloudError('INVALID_PARAM', 'a stage must be an object');
      return {
        name: textParam(stage, 'stageKey'),
        value: decodeText(stage['stageValue'], 'stageValue', now),
      };
    });
    const list = await this.store.engine.read(() =>
      operations.encodeAll(aggregate(documents, stages, (name) => this.store.documents(name))),
    );
    return { data: { list } };
  }

  private filter(params: Params, now: Date): Doc {
    const text = optionalText(params, 'query');
    return text === undefined ? {} : decodeDocText(text, 'query', now);
  }
}
