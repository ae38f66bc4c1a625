import { init } from '@cloudbase/node-sdk';
import { randomUUID } from 'node:crypto';
import { EnvironmentClock, systemClock, type Clock } from './clock';
import { silent, type Log } from './log';
import { envelope } from './protocol/envelope';
import { routeInProcess } from './protocol/in-process-requester';
import { DatabaseService } from './services/database/database-service';
import { OutsideTransaction } from './services/database/outside-transaction';
import { OperationsLog } from './services/database/operations-log';
import { QueryMeter } from './services/database/query-meter';
import type { CollectionDeclaration } from './store/declaration';
import { adviseOnIndexes } from './store/query-advice';
import { Store } from './store/store';

export type InProcessOptions = {
  collections: readonly CollectionDeclaration[];
  clock?: Clock;
  log?: Log;
  /** Refuse queries without an index on collections above 1,000 documents; true when not given. */
  isStrict?: boolean;
  /** The SQLite file; in memory when not given. */
  file?: string;
};

export type InProcess = {
  /** The environment id: `init({ env }).database()` anywhere in this process reaches the same database. */
  env: string;
  database: ReturnType<ReturnType<typeof init>['database']>;
  operations: OperationsLog;
  /** Jumps to an instant; time runs on from there. */
  setClock(to: Date): void;
  /** Lets so many milliseconds pass at once. */
  advance(ms: number): void;
  /** Back to the time of `options.clock`, or the machine's. */
  resetClock(): void;
  close(): void;
};

/** A database for tests or for one machine: the real, unmodified SDK in front, no HTTP in between. */
export function openInProcess({
  collections,
  clock: beneath = systemClock,
  log = silent,
  isStrict = true,
  file,
}: InProcessOptions): InProcess {
  const env = `local-${randomUUID().slice(0, 13)}`;
  const clock = new EnvironmentClock(beneath);
  const meter = new QueryMeter(adviseOnIndexes(log, { isStrict }));
  const store = new Store({ file: file ?? ':memory:', durable: file !== undefined, collections, log }, meter);
  const service = new DatabaseService(store, clock, new OperationsLog(meter));
  const app = init({ env, secretId: 'in-process', secretKey: 'in-process' });
  const database = app.database();
  const outside = new OutsideTransaction(clock, log);
  const respond = envelope((action, params) => {
    outside.see(action, params);
    return service.handle(action, params);
  }, log);
  const unroute = routeInProcess({ env, respond });
  return {
    env,
    database,
    operations: service.log,
    setClock: (to) => clock.set(to),
    advance: (ms) => clock.set(new Date(clock.now().getTime() + ms)),
    resetClock: () => clock.reset(),
    close: () => {
      unroute();
      store.close();
    },
  };
}
