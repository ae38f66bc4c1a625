import { reference, refusalOf, type Feature } from './feature';

const page = {
  add: reference('collection/Collection.add'),
  set: reference('document/Document.set'),
  update: reference('document/Document.update'),
  remove: reference('document/Document.remove'),
  removeMany: reference('collection/Collection.remove'),
};

/** Adding, replacing, updating, removing. */
export const writeFeatures: readonly Feature[] = [
  {
    operation: 'collection.add',
    title: 'add gives back the id it was given, or a new one of 32 hex digits',
    link: page.add,
    check: async ({ db, plain }) => {
      expect((await db.collection(plain).add({ _id: 'mine', n: 1 })).id).toBe('mine');
      expect((await db.collection(plain).add({ n: 2 })).id).toMatch(/^[0-9a-f]{32}$/);
    },
  },
  {
    operation: 'collection.add',
    title: 'add takes many documents and gives their ids in order',
    link: page.add,
    check: async ({ db, plain }) => {
      const { ids } = await db.collection(plain).add([{ _id: 'a' }, { _id: 'b' }]);
      expect(ids).toEqual(['a', 'b']);
    },
  },
  {
    operation: 'collection.add',
    title: 'a second document with the same id is refused with E11000',
    link: page.add,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 1 });
      const { code, message } = await refusalOf(db.collection(plain).add({ _id: 'a', n: 2 }));
      expect(code).toBe('DATABASE_REQUEST_FAILED');
      expect(message).toContain('E11000');
      expect((await db.collection(plain).doc('a').get()).data).toEqual([{ _id: 'a', n: 1 }]);
    },
  },
  {
    operation: 'collection.add',
    title: 'undefined fields are dropped, null ones kept',
    link: page.add,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', gone: undefined, kept: null });
      expect((await db.collection(plain).doc('a').get()).data).toEqual([{ _id: 'a', kept: null }]);
    },
  },
  {
    operation: 'collection.add',
    title: 'text, numbers, booleans, null, dates, arrays and objects come back as they went in',
    link: reference('type'),
    check: async ({ db, plain }) => {
      const doc = {
        _id: 'a',
        text: '呼应 🏮',
        zero: 0,
        half: -0.5,
        big: 1_700_000_000_000,
        yes: true,
        nothing: null,
        at: new Date('2026-03-04T05:06:07.089Z'),
        list: [1, [2], { k: 'v', at: new Date(5) }],
        empty: {},
        none: [],
      };
      await db.collection(plain).add(doc);
      expect((await db.collection(plain).doc('a').get()).data).toEqual([doc]);
    },
  },
  {
    operation: 'serverDate',
    title: 'serverDate is the server’s time, with an offset when asked',
    link: reference('Database.serverDate'),
    check: async ({ db, plain }) => {
      await db
        .collection(plain)
        .add({ _id: 'a', at: db.serverDate(), later: db.serverDate({ offset: 60_000 }) });
      const [doc] = (await db.collection(plain).doc('a').get()).data;
      expect(doc.at).toBeInstanceOf(Date);
      expect(doc.later.getTime() - doc.at.getTime()).toBe(60_000);
    },
  },
  {
    operation: 'doc.set',
    title: 'set replaces the whole document',
    link: page.set,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', old: 1 });
      expect(await db.collection(plain).doc('a').set({ fresh: 2 })).toMatchObject({ updated: 1 });
      expect((await db.collection(plain).doc('a').get()).data).toEqual([{ _id: 'a', fresh: 2 }]);
    },
  },
  {
    operation: 'doc.set',
    title: 'set creates the document when there is none',
    link: page.set,
    check: async ({ db, plain }) => {
      expect(await db.collection(plain).doc('a').set({ n: 1 })).toMatchObject({
        updated: 0,
        upsertedId: 'a',
      });
      expect((await db.collection(plain).doc('a').get()).data).toEqual([{ _id: 'a', n: 1 }]);
    },
  },
  {
    operation: 'doc.update',
    title: 'update changes the fields it names, nested ones one by one',
    link: page.update,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 1, place: { no: 3, floor: 2 } });
      expect(
        await db
          .collection(plain)
          .doc('a')
          .update({ place: { no: 4 } }),
      ).toMatchObject({ updated: 1 });
      expect((await db.collection(plain).doc('a').get()).data).toEqual([
        { _id: 'a', n: 1, place: { no: 4, floor: 2 } },
      ]);
    },
  },
  {
    operation: 'doc.update',
    title: 'update of a document that is not there changes nothing and creates nothing',
    link: page.update,
    check: async ({ db, plain }) => {
      expect(await db.collection(plain).doc('a').update({ n: 1 })).toMatchObject({ updated: 0 });
      expect((await db.collection(plain).count()).total).toBe(0);
    },
  },
  {
    operation: 'doc.update',
    title: 'the id cannot be updated',
    link: page.update,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a' });
      expect((await refusalOf(db.collection(plain).doc('a').update({ _id: 'b' }))).code).toBe(
        'INVALID_PARAM',
      );
    },
  },
  {
    operation: 'doc.remove',
    title: 'remove takes the document away and says so',
    link: page.remove,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a' });
      expect(await db.collection(plain).doc('a').remove()).toMatchObject({ deleted: 1 });
      expect(await db.collection(plain).doc('a').remove()).toMatchObject({ deleted: 0 });
    },
  },
  {
    operation: 'where.remove',
    title: 'remove with a condition takes every match and no other',
    link: page.removeMany,
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add([1, 2, 3].map((n) => ({ n, code: n, tags: [n, 'all'] })));
      const { command: _ } = db;
      expect(
        await db
          .collection(indexed)
          .where({ n: _.gte(2) })
          .remove(),
      ).toMatchObject({ deleted: 2 });
      expect((await db.collection(indexed).where({ tags: 'all' }).get()).data).toHaveLength(1);
    },
  },
  {
    operation: 'collection',
    title: 'a collection nobody created is refused with its name',
    link: reference('Database.collection'),
    check: async ({ db }) => {
      const { code, message } = await refusalOf(db.collection('parity_nowhere').get());
      expect(code).toBe('DATABASE_COLLECTION_NOT_EXIST');
      expect(message).toContain('parity_nowhere');
    },
  },
];
