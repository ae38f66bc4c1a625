import { reference, refusalOf, type Feature } from './feature';

const link = (stage: string): string => reference(`aggregate/Aggregate.${stage}`);

const visits = [
  { _id: 'v1', code: 1, status: 'done', n: 10, tags: ['a', 'b'], at: new Date('2026-01-05T00:00:00Z') },
  { _id: 'v2', code: 2, status: 'done', n: 30, tags: ['b'], at: new Date('2026-02-05T00:00:00Z') },
  { _id: 'v3', code: 3, status: 'open', n: 5, tags: [], at: new Date('2026-02-09T00:00:00Z') },
];

/** The aggregation pipeline. */
export const aggregateFeatures: readonly Feature[] = [
  {
    operation: 'aggregate.group',
    title: 'group counts, sums and averages by a field',
    link: link('group'),
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add(visits);
      const { sum, avg } = db.command.aggregate;
      const { data } = await db
        .collection(indexed)
        .aggregate()
        .group({ _id: '$status', count: sum(1), total: sum('$n'), mean: avg('$n') })
        .sort({ _id: 1 })
        .end();
      expect(data).toEqual([
        { _id: 'done', count: 2, total: 40, mean: 20 },
        { _id: 'open', count: 1, total: 5, mean: 5 },
      ]);
    },
  },
  {
    operation: 'aggregate.match',
    title: 'match finds what where finds',
    link: link('match'),
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add(visits);
      const { command: _ } = db;
      const { data } = await db
        .collection(indexed)
        .aggregate()
        .match({ status: 'done', n: _.gt(10), at: _.gte(new Date('2026-02-01T00:00:00Z')) })
        .end();
      expect(data).toEqual([visits[1]]);
    },
  },
  {
    operation: 'aggregate.sort',
    title: 'sort, skip and limit work as in a query',
    link: link('sort'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(visits);
      const { data } = await db
        .collection(plain)
        .aggregate()
        .sort({ n: -1 })
        .skip(1)
        .limit(1)
        .project({ _id: 1 })
        .end();
      expect(data).toEqual([{ _id: 'v1' }]);
    },
  },
  {
    operation: 'aggregate.count',
    title: 'count gives the number of documents so far',
    link: link('count'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(visits);
      expect(
        (await db.collection(plain).aggregate().match({ status: 'done' }).count('total').end()).data,
      ).toEqual([{ total: 2 }]);
    },
  },
  {
    operation: 'aggregate.project',
    title: 'project computes fields from expressions',
    link: link('project'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(visits);
      const {
        command: { aggregate: $ },
      } = db;
      const { data } = await db
        .collection(plain)
        .aggregate()
        .match({ _id: 'v1' })
        .project({
          _id: 0,
          double: $.multiply(['$n', 2]),
          month: $.dateToString({ date: '$at', format: '%Y-%m' }),
        })
        .end();
      expect(data).toEqual([{ double: 20, month: '2026-01' }]);
    },
  },
  {
    operation: 'aggregate.unwind',
    title: 'unwind makes one document of each array element',
    link: link('unwind'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(visits);
      const { data } = await db.collection(plain).aggregate().unwind('$tags').sortByCount('$tags').end();
      expect(data).toEqual([
        { _id: 'b', count: 2 },
        { _id: 'a', count: 1 },
      ]);
    },
  },
  {
    operation: 'aggregate.addFields',
    title: 'addFields adds to what is there',
    link: link('addFields'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 2 });
      const { data } = await db
        .collection(plain)
        .aggregate()
        .addFields({ more: { $add: ['$n', 1] } })
        .end();
      expect(data).toEqual([{ _id: 'a', n: 2, more: 3 }]);
    },
  },
  {
    operation: 'aggregate.lookup',
    title: 'lookup joins documents of another collection',
    link: link('lookup'),
    check: async ({ db, plain, indexed }) => {
      await db.collection(plain).add([{ _id: 'ann', name: 'Ann' }]);
      await db.collection(indexed).add([{ _id: 'task', by: 'ann', code: 1 }]);
      const { data } = await db
        .collection(indexed)
        .aggregate()
        .lookup({ from: plain, localField: 'by', foreignField: '_id', as: 'who' })
        .end();
      expect(data).toEqual([{ _id: 'task', by: 'ann', code: 1, who: [{ _id: 'ann', name: 'Ann' }] }]);
    },
  },
  {
    operation: 'aggregate.bucket',
    title: 'bucket sorts documents into ranges',
    link: link('bucket'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(visits);
      const { data } = await db
        .collection(plain)
        .aggregate()
        .bucket({ groupBy: '$n', boundaries: [0, 10, 100], default: 'other', output: { count: { $sum: 1 } } })
        .end();
      expect(data).toEqual([
        { _id: 0, count: 1 },
        { _id: 10, count: 2 },
      ]);
    },
  },
  {
    operation: 'aggregate',
    title: 'dates come out of a pipeline as Dates',
    link: link('group'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add(visits);
      const { max } = db.command.aggregate;
      const { data } = await db
        .collection(plain)
        .aggregate()
        .group({ _id: null, last: max('$at') })
        .end();
      expect(data).toEqual([{ _id: null, last: new Date('2026-02-09T00:00:00Z') }]);
    },
  },
  {
    operation: 'aggregate',
    title: 'a stage that does not exist is refused by name',
    link: link('end'),
    check: async ({ db, plain }) => {
      const pipeline = db
        .collection(plain)
        .options({ raw: true })
        .aggregate([{ $almost: {} }]);
      const { code, message } = await refusalOf(pipeline.end());
      expect(code).toBe('DATABASE_REQUEST_FAILED');
      expect(message).toContain('$almost');
    },
  },
];
