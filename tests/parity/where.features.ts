import { names, reference, type Feature } from './feature';

const people = [
  { _id: 'p1', name: 'Ann', age: 70, place: { no: 3, floor: 1 }, joined: new Date('2026-01-01T00:00:00Z') },
  { _id: 'p2', name: 'Bo', age: 35, place: { no: 5, floor: 2 }, joined: new Date('2026-02-01T00:00:00Z') },
  { _id: 'p3', name: 'Cai', age: 70, place: { no: 3, floor: 6 } },
];

/** What a condition of plain values finds. */
export const whereFeatures: readonly Feature[] = [
  {
    operation: 'collection.where',
    title: 'a plain value means equality, and several fields must all agree',
    link: reference('collection/Collection.where'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(people);
      expect(names(await db.collection(plain).where({ age: 70, name: 'Cai' }).get())).toEqual(['Cai']);
    },
  },
  {
    operation: 'collection.where',
    title: 'a nested object means equality of the fields it names, others aside',
    link: reference('collection/Collection.where'),
    check: async ({ db, plain, indexed }) => {
      for (const name of [plain, indexed]) {
        await db.collection(name).add(people.map((person, i) => ({ ...person, code: i })));
        expect(
          names(
            await db
              .collection(name)
              .where({ place: { no: 3 } })
              .get(),
          ),
        ).toEqual(['Ann', 'Cai']);
        expect(names(await db.collection(name).where({ 'place.no': 3, 'place.floor': 6 }).get())).toEqual([
          'Cai',
        ]);
      }
    },
  },
  {
    operation: 'collection.where',
    title: 'null finds documents where the field is null and where it is missing',
    link: reference('collection/Collection.where'),
    check: async ({ db, plain, indexed }) => {
      for (const name of [plain, indexed]) {
        await db.collection(name).add([
          { name: 'null', n: null, code: 1 },
          { name: 'missing', code: 2 },
          { name: 'zero', n: 0, code: 3 },
        ]);
        expect(names(await db.collection(name).where({ n: null }).get())).toEqual(['null', 'missing']);
      }
    },
  },
  {
    operation: 'collection.where',
    title: 'a value finds documents whose array holds it',
    link: reference('collection/Collection.where'),
    check: async ({ db, plain, indexed }) => {
      for (const name of [plain, indexed]) {
        await db.collection(name).add([
          { name: 'both', tags: ['a', 'b'], code: 1 },
          { name: 'one', tags: ['b'], code: 2 },
          { name: 'scalar', tags: 'a', code: 3 },
          { name: 'none', tags: [], code: 4 },
        ]);
        expect(names(await db.collection(name).where({ tags: 'a' }).get())).toEqual(['both', 'scalar']);
      }
    },
  },
  {
    operation: 'collection.where',
    title: 'an array finds the very same array, in the same order',
    link: reference('collection/Collection.where'),
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add([
        { name: 'ab', tags: ['a', 'b'], code: 1 },
        { name: 'ba', tags: ['b', 'a'], code: 2 },
      ]);
      expect(
        names(
          await db
            .collection(indexed)
            .where({ tags: ['a', 'b'] })
            .get(),
        ),
      ).toEqual(['ab']);
    },
  },
  {
    operation: 'collection.where',
    title: 'a dotted path reaches into arrays of objects',
    link: reference('collection/Collection.where'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add([
        { name: 'yes', items: [{ k: 1 }, { k: 2 }] },
        { name: 'no', items: [{ k: 3 }] },
      ]);
      expect(names(await db.collection(plain).where({ 'items.k': 2 }).get())).toEqual(['yes']);
      expect(names(await db.collection(plain).where({ 'items.0.k': 3 }).get())).toEqual(['no']);
    },
  },
  {
    operation: 'collection.where',
    title: 'dates are found by equality and by range',
    link: reference('collection/Collection.where'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(people);
      const { command: _ } = db;
      const day = new Date('2026-02-01T00:00:00Z');
      expect(names(await db.collection(plain).where({ joined: day }).get())).toEqual(['Bo']);
      expect(
        names(
          await db
            .collection(plain)
            .where({ joined: _.lt(day) })
            .get(),
        ),
      ).toEqual(['Ann']);
    },
  },
];
