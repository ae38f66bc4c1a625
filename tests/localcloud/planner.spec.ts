import fc from 'fast-check';
import type { CollectionDeclaration } from '@localcloud/index';
import type { Doc, Value } from '@localcloud/protocol/values';
import { compare } from '@localcloud/store/compare';
import { keyOf } from '@localcloud/store/keys';
import type { Documents } from '@localcloud/store/documents';
import { noAdvice } from '@localcloud/store/query-advice';
import { Store } from '@localcloud/store/store';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

const FIELDS = ['a', 'b', 'c.d', 'list'];
const INDEXED: CollectionDeclaration = {
  name: 'indexed',
  indexes: [
    {
      name: 'a_b',
      keys: [
        { field: 'a', direction: 1 },
        { field: 'b', direction: -1 },
      ],
    },
    { name: 'cd', keys: [{ field: 'c.d', direction: 1 }] },
    { name: 'list', keys: [{ field: 'list', direction: 1 }] },
  ],
};

const scalar = fc.oneof(
  fc.constantFrom<Value>(null, true, false, 0, 1, -1, 2.5, 1e300, '', 'a', 'b', '中', '\u{1F3EE}', '2'),
  fc.constantFrom<Value>(new Date(0), new Date(1), new Date(-1)),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const nested: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.record({ d: value }, { requiredKeys: [] }),
  fc.array(fc.record({ d: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
);
const doc: fc.Arbitrary<Doc> = fc.record(
  { a: value, b: scalar, c: nested, list: value },
  { requiredKeys: [] },
);

const condition: fc.Arbitrary<Value> = fc.oneof(
  value,
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $ne: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 25 }) }),
  fc.record({ $nin: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $not: fc.record({ $gt: scalar }) }),
);
const simple: fc.Arbitrary<Doc> = fc.dictionary(fc.constantFrom(...FIELDS), condition, { maxKeys: 2 });
const filter: fc.Arbitrary<Doc> = fc.oneof(
  simple,
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $and: fc.array(simple, { minLength: 1, maxLength: 2 }), a: condition }),
  fc.record({ $nor: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
);
const sort = fc.array(fc.tuple(fc.constantFrom(...FIELDS, '_id'), fc.constantFrom<1 | -1>(1, -1)), {
  maxLength: 2,
});

function openPair(docs: readonly Doc[]): { indexed: Documents; plain: Documents; close(): void } {
  const collections = [INDEXED, { name: 'plain', indexes: [] }];
  const store = new Store({ file: ':memory:', durable: false, collections }, noAdvice);
  store.engine.setUp(() => {
    docs.forEach((each, i) => {
      for (const name of ['indexed', 'plain']) store.collection(name).insert({ _id: `d${i}`, ...each });
    });
  });
  return { indexed: store.documents('indexed'), plain: store.documents('plain'), close: () => store.close() };
}

const ids = (rows: readonly { doc: Doc }[]): Value[] => rows.map((row) => row.doc['_id'] ?? null);

test('an index never changes what a query finds, counts, or in which order it comes', () => {
  const everything = { skip: 0, limit: Infinity };
  fc.assert(
    fc.property(
      fc.array(doc, { maxLength: 12 }),
      fc.array(filter, { minLength: 1, maxLength: 8 }),
      sort,
      (docs, filters, order) => {
        const { indexed, plain, close } = openPair(docs);
        for (const each of filters) {
          const scanned = ids(plain.select({ filter: each, sort: [], ...everything }));
          expect(ids(indexed.select({ filter: each, sort: [], ...everything }))).toEqual(scanned);
          expect(indexed.count(each)).toBe(scanned.length);
          const total = [...order, ['_id', 1] as const];
          const page = { filter: each, sort: total, skip: 1, limit: 3 };
          expect(ids(indexed.select(page))).toEqual(ids(plain.select(page)));
        }
        close();
      },
    ),
    { numRuns: 250 },
  );
});

test('keys sort exactly as the values they stand for', () => {
  fc.assert(
    fc.property(
      fc.oneof(scalar, fc.double({ noNaN: true }), fc.string({ unit: 'binary' })),
      scalar,
      fc.double({ noNaN: true }),
      (a, b, c) => {
        for (const [left, right] of [
          [a, b],
          [a, c],
          [b, c],
        ] as const) {
          const byKey = Buffer.compare(Buffer.from(keyOf(left)), Buffer.from(keyOf(right)));
          expect(Math.sign(byKey)).toBe(Math.sign(compare(left, right)));
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('documents still agree with their index after random updates and removals', () => {
  fc.assert(
    fc.property(
      fc.array(doc, { minLength: 3, maxLength: 8 }),
      fc.array(doc, { maxLength: 6 }),
      filter,
      (docs, replacements, each) => {
        const { indexed, plain, close } = openPair(docs);
        for (const documents of [indexed, plain]) {
          replacements.forEach((replacement, i) => {
            const row = documents.byId(`d${i % docs.length}`);
            if (row && i % 4 === 3) documents.remove(row);
            else if (row) documents.replace(row, { _id: `d${i % docs.length}`, ...replacement });
          });
        }
        const selection = { filter: each, sort: [], skip: 0, limit: Infinity };
        expect(ids(indexed.select(selection))).toEqual(ids(plain.select(selection)));
        close();
      },
    ),
    { numRuns: 150 },
  );
});
