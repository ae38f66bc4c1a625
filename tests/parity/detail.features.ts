import { reference, refusalOf, type Feature } from './feature';

/** Smaller promises of queries, projections and writes. */
export const detailFeatures: readonly Feature[] = [
  {
    operation: 'command.project',
    title: 'slice takes part of an array',
    link: reference('collection/Collection.field'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', list: [1, 2, 3, 4] });
      const { slice } = db.command.project;
      const { data } = await db
        .collection(plain)
        .field({ list: slice([1, 2]) })
        .get();
      expect(data).toEqual([{ _id: 'a', list: [2, 3] }]);
    },
  },
  {
    operation: 'command.project',
    title: 'elemMatch takes the first element that matches',
    link: reference('collection/Collection.field'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', list: [{ k: 1 }, { k: 2, n: 5 }, { k: 2, n: 6 }] });
      const { elemMatch } = db.command.project;
      const { data } = await db
        .collection(plain)
        .field({ list: elemMatch({ k: 2 }) })
        .get();
      expect(data).toEqual([{ _id: 'a', list: [{ k: 2, n: 5 }] }]);
    },
  },
  {
    operation: 'collection.skip',
    title: 'beyond the end there is nothing',
    link: reference('collection/Collection.skip'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add([{ n: 1 }, { n: 2 }]);
      expect((await db.collection(plain).skip(2).get()).data).toEqual([]);
    },
  },
  {
    operation: 'db.createCollection',
    title: 'a new collection takes documents at once; one that is there is refused',
    needs: 'disposableEnvironment',
    link: reference('Database.createCollection'),
    check: async ({ db }) => {
      const name = `made_${Math.random().toString(36).slice(2, 10)}`;
      await db.createCollection(name);
      await db.collection(name).add({ n: 1 });
      expect((await db.collection(name).count()).total).toBe(1);
      expect((await refusalOf(db.createCollection(name))).code).toBe('DATABASE_REQUEST_FAILED');
    },
  },
  {
    operation: 'where.update',
    title: 'an update of documents that already are as asked counts none',
    link: reference('collection/Collection.update'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add([{ n: 1 }, { n: 2 }]);
      const { updated } = await db
        .collection(plain)
        .where({ n: db.command.gt(0) })
        .update({ n: 2 });
      expect(updated).toBe(1);
    },
  },
  {
    operation: 'where.updateAndReturn',
    title: 'where nothing matches, nothing is changed and nothing comes back',
    link: 'https://docs.cloudbase.net/api-reference/server/node-sdk/database/update',
    check: async ({ db, plain }) => {
      const { updated, doc } = await db.collection(plain).where({ n: 1 }).updateAndReturn({ n: 2 });
      expect([updated, doc]).toEqual([0, null]);
    },
  },
];
