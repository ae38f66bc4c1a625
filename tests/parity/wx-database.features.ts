import { reference } from './feature';
import { wxRefusalOf, type WxDatabase, type WxFeature } from './wx-feature';

const page = {
  add: reference('collection/Collection.add'),
  get: reference('collection/Collection.get'),
  doc: reference('document/Document.get'),
  set: reference('document/Document.set'),
  update: reference('document/Document.update'),
  remove: reference('document/Document.remove'),
  updateMany: reference('collection/Collection.update'),
  removeMany: reference('collection/Collection.remove'),
  count: reference('collection/Collection.count'),
  aggregate: reference('aggregate/Aggregate'),
  transaction: reference('Database.runTransaction'),
  start: reference('Database.startTransaction'),
};

const DATABASE_REQUEST_FAILED = -502001;
const COLLECTION_NOT_EXISTS = -502005;

async function addNumbers(db: WxDatabase, collection: string, count: number): Promise<void> {
  const data = Array.from({ length: count }, (_, n) => ({ _id: `n${n}`, n, code: n, even: n % 2 === 0 }));
  await db.collection(collection).add({ data });
}

/** What `cloud.database()` of wx-server-sdk promises where it differs in shape from node-sdk. */
export const wxDatabaseFeatures: readonly WxFeature[] = [
  {
    operation: 'wx.add',
    title: 'add takes { data } and gives the new _id',
    link: page.add,
    check: async ({ db, plain }) => {
      const { _id, errMsg } = await db.collection(plain).add({ data: { n: 1 } });
      expect(_id).toMatch(/^[0-9a-f]{32}$/);
      expect(errMsg).toBe('collection.add:ok');
      expect((await db.collection(plain).add({ data: { _id: 'mine' } }))._id).toBe('mine');
    },
  },
  {
    operation: 'wx.add',
    title: 'add of several documents gives their _ids in order',
    link: page.add,
    check: async ({ db, plain }) => {
      expect((await db.collection(plain).add({ data: [{ _id: 'a' }, { _id: 'b' }] }))._ids).toEqual([
        'a',
        'b',
      ]);
    },
  },
  {
    operation: 'wx.add',
    title: 'a second document with the same id is refused with errCode -502001 and E11000',
    link: page.add,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ data: { _id: 'a', n: 1 } });
      const { errCode, errMsg } = await wxRefusalOf(db.collection(plain).add({ data: { _id: 'a', n: 2 } }));
      expect(errCode).toBe(DATABASE_REQUEST_FAILED);
      expect(errMsg).toContain('E11000');
    },
  },
  {
    operation: 'wx.doc.get',
    title: 'doc().get gives the document itself, not a list',
    link: page.doc,
    check: async ({ db, plain }) => {
      const doc = { _id: 'a', text: '呼应', at: new Date(5), list: [1, { k: null }] };
      await db.collection(plain).add({ data: doc });
      expect((await db.collection(plain).doc('a').get()).data).toEqual(doc);
    },
  },
  {
    operation: 'wx.doc.get',
    title: 'doc().get of a document that is not there fails and names it',
    link: page.doc,
    check: async ({ db, plain }) => {
      const { errMsg } = await wxRefusalOf(db.collection(plain).doc('nobody').get());
      expect(errMsg).toContain('document with _id nobody does not exist');
    },
  },
  {
    operation: 'wx.doc.get',
    title: 'with throwOnNotFound: false a document that is not there is null',
    link: page.doc,
    check: async ({ cloud, plain }) => {
      const { data } = await cloud.database({ throwOnNotFound: false }).collection(plain).doc('nobody').get();
      expect(data).toBeNull();
    },
  },
  {
    operation: 'wx.doc.get',
    title: 'field narrows what doc().get gives',
    link: reference('document/Document.field'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ data: { _id: 'a', n: 1, m: 2 } });
      expect((await db.collection(plain).doc('a').field({ m: true }).get()).data).toEqual({
        _id: 'a',
        m: 2,
      });
    },
  },
  {
    operation: 'wx.doc.set',
    title: 'set replaces a document and counts it as updated',
    link: page.set,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ data: { _id: 'a', old: 1 } });
      const { _id, stats } = await db
        .collection(plain)
        .doc('a')
        .set({ data: { fresh: 2 } });
      expect({ _id, ...stats }).toEqual({ _id: 'a', updated: 1, created: 0 });
      expect((await db.collection(plain).doc('a').get()).data).toEqual({ _id: 'a', fresh: 2 });
    },
  },
  {
    operation: 'wx.doc.set',
    title: 'set of a document that is not there creates it and counts it as created',
    link: page.set,
    check: async ({ db, plain }) => {
      const { stats } = await db
        .collection(plain)
        .doc('a')
        .set({ data: { n: 1 } });
      expect(stats).toEqual({ updated: 0, created: 1 });
    },
  },
  {
    operation: 'wx.doc.update',
    title:
      'update changes what { data } names and counts it, once for a document and never for a missing one',
    link: page.update,
    check: async ({ db, plain }) => {
      const { command: _ } = db;
      await db.collection(plain).add({ data: { _id: 'a', n: 1, place: { no: 3, floor: 2 }, tags: ['x'] } });
      const data = { n: _.inc(2), place: { no: 4 }, tags: _.push(['y']) };
      expect((await db.collection(plain).doc('a').update({ data })).stats).toEqual({ updated: 1 });
      expect((await db.collection(plain).doc('a').get()).data).toEqual({
        _id: 'a',
        n: 3,
        place: { no: 4, floor: 2 },
        tags: ['x', 'y'],
      });
      expect((await db.collection(plain).doc('b').update({ data })).stats).toEqual({ updated: 0 });
    },
  },
  {
    operation: 'wx.doc.remove',
    title: 'remove counts what it took away',
    link: page.remove,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ data: { _id: 'a' } });
      expect((await db.collection(plain).doc('a').remove()).stats).toEqual({ removed: 1 });
      expect((await db.collection(plain).doc('a').remove()).stats).toEqual({ removed: 0 });
    },
  },
  {
    operation: 'wx.collection.get',
    title: 'get gives 100 documents when no limit is given, and as many as asked up to 1,000',
    link: page.get,
    check: async ({ db, plain }) => {
      await addNumbers(db, plain, 130);
      expect((await db.collection(plain).get()).data).toHaveLength(100);
      expect((await db.collection(plain).limit(120).get()).data).toHaveLength(120);
    },
  },
  {
    operation: 'wx.collection.get',
    title: 'where, orderBy, skip, limit and field work together',
    link: page.get,
    check: async ({ db, indexed }) => {
      await addNumbers(db, indexed, 9);
      const { data } = await db
        .collection(indexed)
        .where({ n: db.command.gte(2) })
        .orderBy('n', 'desc')
        .skip(1)
        .limit(2)
        .field({ n: true, _id: false })
        .get();
      expect(data).toEqual([{ n: 7 }, { n: 6 }]);
    },
  },
  {
    operation: 'wx.collection.get',
    title: 'a collection nobody created is refused with errCode -502005',
    link: page.get,
    check: async ({ db }) => {
      const { errCode } = await wxRefusalOf(db.collection('parity_nowhere').get());
      expect(errCode).toBe(COLLECTION_NOT_EXISTS);
    },
  },
  {
    operation: 'wx.collection.count',
    title: 'count gives the total of what matches',
    link: page.count,
    check: async ({ db, plain }) => {
      await addNumbers(db, plain, 5);
      expect((await db.collection(plain).where({ even: true }).count()).total).toBe(3);
      expect((await db.collection(plain).count()).total).toBe(5);
    },
  },
  {
    operation: 'wx.where.update',
    title: 'update with a condition changes every match, with multi: false only the first',
    link: page.updateMany,
    check: async ({ db, plain }) => {
      await addNumbers(db, plain, 5);
      const even = db.collection(plain).where({ even: true });
      expect((await even.update({ data: { seen: true } })).stats).toEqual({ updated: 3 });
      expect((await even.update({ data: { seen: 'once' }, multi: false })).stats).toEqual({ updated: 1 });
      expect((await db.collection(plain).where({ seen: true }).count()).total).toBe(2);
    },
  },
  {
    operation: 'wx.where.remove',
    title: 'remove with a condition takes every match, with multi: false only the first',
    link: page.removeMany,
    check: async ({ db, plain }) => {
      await addNumbers(db, plain, 5);
      const even = db.collection(plain).where({ even: true });
      expect((await even.remove({ multi: false })).stats).toEqual({ removed: 1 });
      expect((await even.remove()).stats).toEqual({ removed: 2 });
      expect((await db.collection(plain).count()).total).toBe(2);
    },
  },
  {
    operation: 'wx.command',
    title: 'commands, logic and regular expressions select as in node-sdk',
    link: reference('Command'),
    check: async ({ db, plain }) => {
      const { command: _ } = db;
      const data = [
        { _id: 'a', name: 'Lantern', n: 1, tags: ['red', 'big'] },
        { _id: 'b', name: 'lamp', n: 5, tags: ['red'] },
        { _id: 'c', name: 'drum', n: 9 },
      ];
      await db.collection(plain).add({ data });
      const found = async (condition: object): Promise<unknown[]> =>
        (await db.collection(plain).where(condition).get()).data.map(({ _id }) => _id);
      expect(await found({ n: _.gt(1).and(_.lt(9)) })).toEqual(['b']);
      expect(await found(_.or([{ n: 1 }, { name: 'drum' }]))).toEqual(['a', 'c']);
      expect(await found({ tags: _.all(['red', 'big']) })).toEqual(['a']);
      expect(await found({ tags: _.exists(false) })).toEqual(['c']);
      expect(await found({ name: db.RegExp({ regexp: '^la', options: 'i' }) })).toEqual(['a', 'b']);
      expect(await found({ name: /^la/ })).toEqual(['b']);
      expect(await found({ n: _.nin([1, 5]) })).toEqual(['c']);
    },
  },
  {
    operation: 'wx.serverDate',
    title: 'serverDate is the server’s time, with an offset when asked',
    link: reference('Database.serverDate'),
    check: async ({ db, plain }) => {
      const data = { _id: 'a', at: db.serverDate(), later: db.serverDate({ offset: 60_000 }) };
      await db.collection(plain).add({ data });
      const { data: doc } = await db.collection(plain).doc('a').get();
      expect(doc?.['at']).toBeInstanceOf(Date);
      expect(Number(doc?.['later']) - Number(doc?.['at'])).toBe(60_000);
    },
  },
  {
    operation: 'wx.Geo',
    title: 'places are stored, found by nearness, and come back as points',
    needs: 'indexes',
    link: reference('Database.Geo'),
    check: async ({ db, indexed }) => {
      const near = new db.Geo.Point(116.4, 39.9);
      await db.collection(indexed).add({ data: { _id: 'far', code: 1, spot: new db.Geo.Point(121, 31) } });
      await db
        .collection(indexed)
        .add({ data: { _id: 'near', code: 2, spot: new db.Geo.Point(116.41, 39.91) } });
      const { data } = await db
        .collection(indexed)
        .where({ spot: db.command.geoNear({ geometry: near, maxDistance: 5000 }) })
        .get();
      expect(data).toMatchObject([{ _id: 'near', spot: { longitude: 116.41, latitude: 39.91 } }]);
    },
  },
  {
    operation: 'wx.aggregate',
    title: 'an aggregation gives its list',
    link: page.aggregate,
    check: async ({ db, plain }) => {
      await addNumbers(db, plain, 5);
      const { list } = await db
        .collection(plain)
        .aggregate()
        .match({ n: db.command.gte(1) })
        .group({ _id: '$even', sum: db.command.aggregate.sum('$n') })
        .sort({ _id: 1 })
        .end();
      expect(list).toEqual([
        { _id: false, sum: 4 },
        { _id: true, sum: 6 },
      ]);
    },
  },
  {
    operation: 'wx.aggregate',
    title: 'lookup joins another collection',
    link: reference('aggregate/Aggregate.lookup'),
    check: async ({ db, plain, indexed }) => {
      await db.collection(plain).add({ data: { _id: 'a', wants: 2 } });
      await addNumbers(db, indexed, 3);
      const { list } = await db
        .collection(plain)
        .aggregate()
        .lookup({ from: indexed, localField: 'wants', foreignField: 'n', as: 'found' })
        .end();
      expect(list).toMatchObject([{ _id: 'a', found: [{ _id: 'n2' }] }]);
    },
  },
  {
    operation: 'wx.aggregate',
    title: 'a stage that is refused ends in an error, not in an empty list',
    link: page.aggregate,
    check: async ({ db, plain }) => {
      const { errMsg } = await wxRefusalOf(db.collection(plain).aggregate().group({ n: 1 }).end());
      expect(errMsg).toContain('collection.aggregate:fail');
    },
  },
  {
    operation: 'wx.createCollection',
    title: 'createCollection makes a collection, and refuses one that is there',
    link: reference('Database.createCollection'),
    check: async ({ db, plain }) => {
      expect((await wxRefusalOf(db.createCollection(plain))).errMsg).toContain('createCollection:fail');
    },
  },
  {
    operation: 'wx.runTransaction',
    title: 'runTransaction commits what it did and gives what it returned',
    link: page.transaction,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ data: { _id: 'a', n: 3 } });
      const left = await db.runTransaction(async (transaction) => {
        const { data } = await transaction.collection(plain).doc('a').get();
        const n = Number(data?.['n']) - 1;
        await transaction.collection(plain).doc('a').update({ data: { n } });
        await transaction.collection(plain).add({ data: { _id: 'b', n: 1 } });
        return n;
      });
      expect(left).toBe(2);
      expect((await db.collection(plain).get()).data).toEqual([
        { _id: 'a', n: 2 },
        { _id: 'b', n: 1 },
      ]);
    },
  },
  {
    operation: 'wx.runTransaction',
    title: 'what throws inside a transaction leaves nothing behind',
    link: page.transaction,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ data: { _id: 'a', n: 3 } });
      const attempt = db.runTransaction(async (transaction) => {
        await transaction.collection(plain).doc('a').remove();
        await transaction.rollback('changed our minds');
      });
      await expect(attempt).rejects.toBe('changed our minds');
      expect((await db.collection(plain).count()).total).toBe(1);
    },
  },
  {
    operation: 'wx.startTransaction',
    title: 'until the commit nobody else sees what a transaction wrote',
    link: page.start,
    check: async ({ db, plain }) => {
      const transaction = await db.startTransaction();
      await transaction
        .collection(plain)
        .doc('a')
        .set({ data: { n: 1 } });
      expect((await db.collection(plain).count()).total).toBe(0);
      expect((await transaction.collection(plain).doc('a').get()).data).toEqual({ _id: 'a', n: 1 });
      await transaction.commit();
      expect((await db.collection(plain).count()).total).toBe(1);
    },
  },
  {
    operation: 'wx.startTransaction',
    title: 'of two transactions on one document the second fails and changes nothing',
    link: page.start,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ data: { _id: 'a', n: 0 } });
      const [one, two] = [await db.startTransaction(), await db.startTransaction()];
      await one.collection(plain).doc('a').get();
      await two.collection(plain).doc('a').get();
      await one
        .collection(plain)
        .doc('a')
        .update({ data: { n: 1 } });
      await one.commit();
      const late = two
        .collection(plain)
        .doc('a')
        .update({ data: { n: 2 } })
        .then(() => two.commit());
      await expect(late).rejects.toBeDefined();
      expect((await db.collection(plain).doc('a').get()).data).toEqual({ _id: 'a', n: 1 });
    },
  },
];
