import type { CloudBase } from '@cloudbase/node-sdk';
import { insist, type Work } from './measure';
import { idOf, PAGE, roomOf, statusOf, task, type Row } from './workload';

type Database = ReturnType<CloudBase['database']>;

/** Everything that is measured, through the SDK: on localcloud, and on a requester that answers at once (the floor). */
export function sdkWorks(database: Database, documents: number): Record<Row, Work> {
  const tasks = database.collection('tasks');
  const { command: _ } = database;
  const claim: Work = async (i) => {
    const { updated } = await tasks
      .where({ _id: idOf(i, documents), left: _.gt(0) })
      .update({ left: _.inc(-1), holder: `p${i % 900}` });
    insist(updated === 1, `the claim of ${idOf(i, documents)} found no winner`);
  };
  return {
    get: async (i) => {
      const { data } = await tasks.doc(idOf(i, documents)).get();
      insist(data.length === 1, `${idOf(i, documents)} is not there`);
    },
    query: async (i) => {
      const found = await tasks
        .where({ status: statusOf(i) })
        .orderBy('at', 'desc')
        .limit(PAGE)
        .get();
      insist(found.data.length === PAGE, `a page holds ${found.data.length}`);
    },
    count: async (i) => {
      const { total } = await tasks.where({ room: roomOf(i, documents) }).count();
      insist((total ?? 0) > 0, 'a room is empty');
    },
    claim,
    claims: claim,
    add: (i) => tasks.add(task(i, `n${i}`)),
    transaction: (i) =>
      database.runTransaction(async (transaction: { collection: (name: string) => typeof tasks }) => {
        const inside = transaction.collection('tasks');
        await inside.doc(idOf(i, documents)).get();
        const change = { left: _.inc(-1), holder: `p${i % 900}` };
        await inside.doc(idOf(i, documents)).update(change);
        await inside.doc(idOf(i + 1, documents)).update(change);
      }),
  };
}
