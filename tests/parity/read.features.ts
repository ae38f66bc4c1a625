import { names, reference, type Feature } from './feature';

const people = [
  { _id: 'p1', name: 'Ann', age: 70, place: { no: 3, floor: 1 }, joined: new Date('2026-01-01T00:00:00Z') },
  { _id: 'p2', name: 'Bo', age: 35, place: { no: 5, floor: 2 }, joined: new Date('2026-02-01T00:00:00Z') },
  { _id: 'p3', name: 'Cai', age: 70, place: { no: 3, floor: 6 } },
];

/** Reading: doc, order, paging, fields, count. */
export const readFeatures: readonly Feature[] = [
  {
    operation: 'doc.get',
    title: 'a document read by its id comes back as it was stored, dates as Dates',
    link: reference('document/Document.get'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(people);
      const { data } = await db.collection(plain).doc('p1').get();
      expect(data).toEqual([people[0]]);
    },
  },
  {
    operation: 'doc.get',
    title: 'an id nobody has gives an empty list, not an error',
    link: reference('document/Document.get'),
    check: async ({ db, plain }) => {
      expect((await db.collection(plain).doc('nobody').get()).data).toEqual([]);
    },
  },
  {
    operation: 'doc.get',
    title: 'number ids and text ids are different documents',
    link: reference('document/Document.get'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add([
        { _id: 7, name: 'number' },
        { _id: '7', name: 'text' },
      ]);
      expect(names(await db.collection(plain).doc(7).get())).toEqual(['number']);
      expect(names(await db.collection(plain).doc('7').get())).toEqual(['text']);
    },
  },
  {
    operation: 'doc.field',
    title: 'a single document can be read with chosen fields',
    link: reference('document/Document.field'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(people);
      const { data } = await db.collection(plain).doc('p2').field({ name: true }).get();
      expect(data).toEqual([{ _id: 'p2', name: 'Bo' }]);
    },
  },
  {
    operation: 'collection.get',
    title: 'without a condition every document comes, in the order of insertion',
    link: reference('collection/Collection.get'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(people);
      expect(names(await db.collection(plain).get())).toEqual(['Ann', 'Bo', 'Cai']);
    },
  },
  {
    operation: 'collection.get',
    title: 'at most 100 documents come when no limit is given',
    link: reference('collection/Collection.get'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(Array.from({ length: 120 }, (_, n) => ({ n })));
      expect((await db.collection(plain).get()).data).toHaveLength(100);
    },
  },
  {
    operation: 'collection.limit',
    title: 'a limit above 1000 is taken as 1000',
    link: reference('collection/Collection.limit'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(Array.from({ length: 1010 }, (_, n) => ({ n })));
      expect((await db.collection(plain).limit(5000).get()).data).toHaveLength(1000);
    },
  },
  {
    operation: 'collection.orderBy',
    title: 'order by several fields, the first one first',
    link: reference('collection/Collection.orderBy'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(people);
      const found = await db.collection(plain).orderBy('age', 'desc').orderBy('name', 'desc').get();
      expect(names(found)).toEqual(['Cai', 'Ann', 'Bo']);
    },
  },
  {
    operation: 'collection.orderBy',
    title: 'types sort in BSON’s order: missing and null, numbers, text, objects, booleans, dates',
    link: 'https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/',
    check: async ({ db, plain, indexed }) => {
      for (const name of [plain, indexed]) {
        await db.collection(name).add([
          { name: 'date', n: new Date(0), code: 1 },
          { name: 'true', n: true, code: 2 },
          { name: 'text', n: 'x', code: 3 },
          { name: 'ten', n: 10, code: 4 },
          { name: 'minus', n: -2.5, code: 5 },
          { name: 'missing', code: 6 },
          { name: 'false', n: false, code: 7 },
        ]);
        const order = ['missing', 'minus', 'ten', 'text', 'false', 'true', 'date'];
        expect(names(await db.collection(name).orderBy('n', 'asc').get())).toEqual(order);
        expect(names(await db.collection(name).orderBy('n', 'desc').get())).toEqual([...order].reverse());
      }
    },
  },
  {
    operation: 'collection.orderBy',
    title: 'an array sorts by its smallest element going up and by its largest going down',
    link: 'https://www.mongodb.com/docs/manual/reference/operator/aggregation/sort/',
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add([
        { name: 'wide', tags: [1, 9], code: 1 },
        { name: 'five', tags: 5, code: 2 },
        { name: 'three', tags: [3], code: 3 },
      ]);
      expect(names(await db.collection(indexed).orderBy('tags', 'asc').get())).toEqual([
        'wide',
        'three',
        'five',
      ]);
      expect(names(await db.collection(indexed).orderBy('tags', 'desc').get())).toEqual([
        'wide',
        'five',
        'three',
      ]);
    },
  },
  {
    operation: 'collection.skip',
    title: 'skip and limit page through a sorted result without loss or repetition',
    link: reference('collection/Collection.skip'),
    check: async ({ db, indexed }) => {
      await db
        .collection(indexed)
        .add(Array.from({ length: 25 }, (_, n) => ({ name: `d${n}`, n, code: n, status: 'open' })));
      const pages = [];
      for (const skip of [0, 10, 20]) {
        const query = db.collection(indexed).where({ status: 'open' }).orderBy('n', 'desc');
        pages.push(...names(await query.skip(skip).limit(10).get()));
      }
      expect(pages).toEqual(Array.from({ length: 25 }, (_, i) => `d${24 - i}`));
    },
  },
  {
    operation: 'collection.field',
    title: 'chosen fields come with the id unless it is left out',
    link: reference('collection/Collection.field'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(people);
      const query = db.collection(plain).where({ name: 'Ann' });
      expect((await query.field({ 'place.no': true }).get()).data).toEqual([{ _id: 'p1', place: { no: 3 } }]);
      expect((await query.field({ _id: false, age: true }).get()).data).toEqual([{ age: 70 }]);
    },
  },
  {
    operation: 'collection.field',
    title: 'fields can be left out instead, nested ones too',
    link: reference('collection/Collection.field'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add([{ _id: 'x', name: 'Ann', secret: 1, place: { no: 3, code: 'k' } }]);
      const { data } = await db.collection(plain).field({ secret: false, 'place.code': false }).get();
      expect(data).toEqual([{ _id: 'x', name: 'Ann', place: { no: 3 } }]);
    },
  },
  {
    operation: 'collection.count',
    title: 'count counts all that match, beyond any limit of get',
    link: reference('collection/Collection.count'),
    check: async ({ db, plain, indexed }) => {
      for (const name of [plain, indexed]) {
        await db
          .collection(name)
          .add(Array.from({ length: 150 }, (_, n) => ({ n, code: n, status: n < 120 ? 'open' : 'done' })));
        expect((await db.collection(name).where({ status: 'open' }).count()).total).toBe(120);
        expect((await db.collection(name).count()).total).toBe(150);
      }
    },
  },
];
