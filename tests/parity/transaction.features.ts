import { reference, refusalOf, type Feature } from './feature';

const link = reference('Database.runTransaction');
const startLink = reference('Database.startTransaction');

/** Transactions: together or not at all, on a snapshot, and the first to commit wins. */
export const transactionFeatures: readonly Feature[] = [
  {
    operation: 'runTransaction',
    title: 'two documents change together',
    link,
    check: async ({ db, plain }) => {
      await db.collection(plain).add([
        { _id: 'a', n: 5 },
        { _id: 'b', n: 0 },
      ]);
      const moved = await db.runTransaction(async (transaction: typeof db) => {
        const a = transaction.collection(plain).doc('a');
        const b = transaction.collection(plain).doc('b');
        const { data } = await a.get();
        await a.update({ n: data.n - 3 });
        await b.update({ n: 3 });
        return 3;
      });
      expect(moved).toBe(3);
      expect((await db.collection(plain).orderBy('_id', 'asc').get()).data).toEqual([
        { _id: 'a', n: 2 },
        { _id: 'b', n: 3 },
      ]);
    },
  },
  {
    operation: 'runTransaction',
    title: 'an error inside leaves everything as it was',
    link,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 5 });
      const failing = db.runTransaction(async (transaction: typeof db) => {
        await transaction.collection(plain).doc('a').update({ n: 0 });
        await transaction.collection(plain).add({ _id: 'new' });
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect((await db.collection(plain).get()).data).toEqual([{ _id: 'a', n: 5 }]);
    },
  },
  {
    operation: 'startTransaction',
    title: 'nobody else sees a write before the commit',
    link: startLink,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 1 });
      const transaction = await db.startTransaction();
      await transaction.collection(plain).doc('a').update({ n: 2 });
      expect((await db.collection(plain).doc('a').get()).data).toEqual([{ _id: 'a', n: 1 }]);
      expect((await transaction.collection(plain).doc('a').get()).data).toEqual({ _id: 'a', n: 2 });
      await transaction.commit();
      expect((await db.collection(plain).doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
    },
  },
  {
    operation: 'startTransaction',
    title: 'a transaction goes on seeing what it saw first',
    link: startLink,
    check: async ({ db, plain }) => {
      await db.collection(plain).add([
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
      ]);
      const transaction = await db.startTransaction();
      await transaction.collection(plain).doc('a').get();
      await db.collection(plain).doc('b').update({ n: 9 });
      await db.collection(plain).add({ _id: 'c', n: 1 });
      expect((await transaction.collection(plain).doc('b').get()).data).toEqual({ _id: 'b', n: 1 });
      expect((await transaction.collection(plain).where({ n: 1 }).get()).data).toHaveLength(2);
      await transaction.rollback();
    },
  },
  {
    operation: 'startTransaction',
    title: 'rollback throws the writes away',
    link: startLink,
    check: async ({ db, plain }) => {
      const transaction = await db.startTransaction();
      await transaction.collection(plain).add({ _id: 'a' });
      await transaction.rollback();
      expect((await db.collection(plain).count()).total).toBe(0);
    },
  },
  {
    operation: 'startTransaction',
    title: 'of two transactions on one document the first to commit wins, the other is told of the conflict',
    link: startLink,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 0 });
      const [first, second] = [await db.startTransaction(), await db.startTransaction()];
      await first.collection(plain).doc('a').get();
      await second.collection(plain).doc('a').get();
      await first.collection(plain).doc('a').update({ n: 1 });
      await first.commit();
      const late = async (): Promise<void> => {
        await second.collection(plain).doc('a').update({ n: 2 });
        await second.commit();
      };
      expect((await refusalOf(late())).code).toBe('DATABASE_TRANSACTION_CONFLICT');
      expect((await db.collection(plain).doc('a').get()).data).toEqual([{ _id: 'a', n: 1 }]);
    },
  },
  {
    operation: 'runTransaction',
    title: 'a conflict is tried again, and nothing is counted twice',
    link,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 0 });
      let attempts = 0;
      await db.runTransaction(async (transaction: typeof db) => {
        const { data } = await transaction.collection(plain).doc('a').get();
        if (attempts++ === 0) await db.collection(plain).doc('a').update({ n: 10 });
        await transaction
          .collection(plain)
          .doc('a')
          .update({ n: data.n + 1 });
      });
      expect(attempts).toBe(2);
      expect((await db.collection(plain).doc('a').get()).data).toEqual([{ _id: 'a', n: 11 }]);
    },
  },
  {
    operation: 'startTransaction',
    title: 'a missing document reads as null inside a transaction',
    link: startLink,
    check: async ({ db, plain }) => {
      const transaction = await db.startTransaction();
      expect((await transaction.collection(plain).doc('nobody').get()).data).toBeNull();
      await transaction.rollback();
    },
  },
  {
    operation: 'startTransaction',
    title: 'set and delete take part like update',
    link: startLink,
    check: async ({ db, plain }) => {
      await db.collection(plain).add([
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
      ]);
      const transaction = await db.startTransaction();
      await transaction.collection(plain).doc('a').set({ fresh: true });
      await transaction.collection(plain).doc('b').delete();
      expect((await transaction.collection(plain).doc('b').get()).data).toBeNull();
      await transaction.commit();
      expect((await db.collection(plain).get()).data).toEqual([{ _id: 'a', fresh: true }]);
    },
  },
  {
    operation: 'startTransaction',
    title: 'a transaction that has ended takes no more calls',
    link: startLink,
    check: async ({ db, plain }) => {
      const transaction = await db.startTransaction();
      await transaction.commit();
      const late = transaction.collection(plain).doc('a').get();
      expect((await refusalOf(late)).code).toBe('DATABASE_TRANSACTION_FAIL');
    },
  },
  {
    operation: 'startTransaction',
    title: 'where().update() on a transaction is outside it and survives a rollback, as the SDK sends it',
    link: startLink,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 1 });
      const transaction = await db.startTransaction();
      await transaction.collection(plain).where({ _id: 'a' }).update({ n: 2 });
      await transaction.rollback();
      expect((await db.collection(plain).doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
    },
  },
];
