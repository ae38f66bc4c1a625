import { reference, refusalOf, type Feature } from './feature';

const updateLink = reference('collection/Collection.update');
const indexLink = 'https://cloud.tencent.com/document/product/876/46897';

/** What keeps people from taking the same thing twice: conditional updates and unique indexes. */
export const contentionFeatures: readonly Feature[] = [
  {
    operation: 'where.update',
    title: 'a conditional update changes every match and says how many',
    link: updateLink,
    check: async ({ db, plain }) => {
      await db.collection(plain).add([{ n: 1 }, { n: 1 }, { n: 2 }]);
      expect(await db.collection(plain).where({ n: 1 }).update({ n: 5 })).toMatchObject({ updated: 2 });
      expect((await db.collection(plain).where({ n: 5 }).count()).total).toBe(2);
    },
  },
  {
    operation: 'where.update',
    title: 'multiple: false changes one match only',
    link: updateLink,
    check: async ({ db, plain }) => {
      await db.collection(plain).add([{ n: 1 }, { n: 1 }]);
      const query = db.collection(plain).options({ multiple: false }).where({ n: 1 });
      expect(await query.update({ n: 5 })).toMatchObject({ updated: 1 });
    },
  },
  {
    operation: 'where.update',
    title: '300 people race for 50 places: exactly 50 get one',
    link: updateLink,
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add({ _id: 'course', left: 50, code: 1 });
      const { command: _ } = db;
      const results = await Promise.all(
        Array.from({ length: 300 }, () =>
          db
            .collection(indexed)
            .where({ _id: 'course', left: _.gt(0) })
            .update({ left: _.inc(-1) }),
        ),
      );
      expect(results.filter(({ updated }) => updated === 1)).toHaveLength(50);
      expect((await db.collection(indexed).doc('course').get()).data[0].left).toBe(0);
    },
  },
  {
    operation: 'where.update',
    title: '40 people claim one task at once: one has it',
    link: updateLink,
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add({ _id: 'task', status: 'open', code: 1 });
      const claims = await Promise.all(
        Array.from({ length: 40 }, (_, i) =>
          db
            .collection(indexed)
            .where({ _id: 'task', status: 'open' })
            .update({ status: 'claimed', by: `p${i}` }),
        ),
      );
      const winner = claims.findIndex(({ updated }) => updated === 1);
      expect(claims.filter(({ updated }) => updated === 1)).toHaveLength(1);
      expect((await db.collection(indexed).doc('task').get()).data[0].by).toBe(`p${winner}`);
    },
  },
  {
    operation: 'where.updateAndReturn',
    title: 'updateAndReturn gives the document as it is afterwards',
    link: updateLink,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 1, at: new Date(5) });
      const { command: _ } = db;
      const result = await db
        .collection(plain)
        .where({ n: 1 })
        .updateAndReturn({ n: _.inc(1) });
      expect(result).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2, at: new Date(5) } });
      expect(await db.collection(plain).where({ n: 1 }).updateAndReturn({ n: 9 })).toMatchObject({
        updated: 0,
        doc: null,
      });
    },
  },
  {
    operation: 'unique index',
    title: 'a unique index refuses a second document with the same value',
    needs: 'indexes',
    link: indexLink,
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add({ code: 'A1' });
      const { code, message } = await refusalOf(db.collection(indexed).add({ code: 'A1' }));
      expect(code).toBe('DATABASE_REQUEST_FAILED');
      expect(message).toMatch(/E11000.*code_unique/);
    },
  },
  {
    operation: 'unique index',
    title: 'a missing field counts as null, so only one document may lack it',
    needs: 'indexes',
    link: indexLink,
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add({ name: 'first' });
      expect((await refusalOf(db.collection(indexed).add({ name: 'second' }))).message).toContain('E11000');
      expect((await refusalOf(db.collection(indexed).add({ code: null }))).message).toContain('E11000');
    },
  },
  {
    operation: 'unique index',
    title: 'an update cannot take a value somebody else has, and a freed value can be used again',
    needs: 'indexes',
    link: indexLink,
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add([
        { _id: 'a', code: 1 },
        { _id: 'b', code: 2 },
      ]);
      expect((await refusalOf(db.collection(indexed).doc('b').update({ code: 1 }))).message).toContain(
        'E11000',
      );
      await db.collection(indexed).doc('a').remove();
      expect(await db.collection(indexed).doc('b').update({ code: 1 })).toMatchObject({ updated: 1 });
    },
  },
  {
    operation: 'unique index',
    title: '20 people send the same request at once: one document is made',
    needs: 'indexes',
    link: indexLink,
    check: async ({ db, indexed }) => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, () => db.collection(indexed).add({ code: 'same' })),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    },
  },
  {
    operation: 'index',
    title: 'an indexed value of more than 1,024 bytes is refused, and nothing is stored',
    link: 'https://docs.cloudbase.net/database/data-index',
    needs: 'indexes',
    check: async ({ db, indexed }) => {
      const long = db.collection(indexed).add({ _id: 'long', status: 'x'.repeat(1100) });
      expect((await refusalOf(long)).code).toBe('DATABASE_REQUEST_FAILED');
      expect((await db.collection(indexed).doc('long').get()).data).toEqual([]);
    },
  },
];
