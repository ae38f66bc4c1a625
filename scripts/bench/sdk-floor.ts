import { init } from '@cloudbase/node-sdk';
import { routeInProcess } from '../../localcloud/protocol/in-process-requester';
import type { Work } from './measure';
import { sdkWorks } from './sdk-works';
import { PAGE, task, type Row } from './workload';

const DOCUMENT = JSON.stringify(task(1));

/** What localcloud would say, ready made: nothing is left but the SDK itself. */
const ANSWERS: Readonly<Record<string, (limit: unknown) => object>> = {
  'database.getDocument': (limit) => ({
    data: { list: Array.from({ length: limit === PAGE ? PAGE : 1 }, () => DOCUMENT) },
  }),
  'database.calculateDocument': () => ({ data: { total: 20 } }),
  'database.modifyDocument': () => ({ data: { updated: 1, upsert_id: null } }),
  'database.insertDocument': () => ({ data: { insertedIds: ['n1'] } }),
  'database.startTransaction': () => ({ transactionId: 't' }),
};

/** An SDK whose requester answers at once. */
export function openFloor() {
  const env = 'bench-floor';
  const close = routeInProcess({
    env,
    respond: async ({ action, limit }) => ({ requestId: 'r', ...ANSWERS[String(action)]?.(limit) }),
  });
  const app = init({ env, secretId: 'floor', secretKey: 'floor' });
  return { database: app.database(), close };
}

/** The floor: the same SDK calls, with nothing behind the SDK. */
export function floorWorks(documents: number): { works: Record<Row, Work>; close: () => void } {
  const { database, close } = openFloor();
  return { works: sdkWorks(database, documents), close };
}
