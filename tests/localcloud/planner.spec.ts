import fc from 'fast-check';
import type { IndexDeclaration } from '@localcloud/index';
import { decodeStored, encode } from '@localcloud/protocol/ejson';
import type { Doc, Value } from '@localcloud/protocol/values';
import { modifyDocuments, removeDocuments } from '@localcloud/services/database/operations';
import { compare } from '@localcloud/store/compare';
import { keyOf } from '@localcloud/store/keys';
import { compileFilter } from '@localcloud/store/matcher';
import type { Selection } from '@localcloud/store/select';
import { clashes, everything, find, ids, openIndexed, scan, wasTaken, type Pair } from './indexed-pair';
import { doc, filter, flatDoc, order, placeFilter, scalar } from './random-documents';

// Generous, for machines that are busy with other things.
jest.setTimeout(120_000);

const index = (name: string, ...fields: (string | [string, -1 | '2dsphere'])[]): IndexDeclaration => ({
  name,
  keys: fields.map((field) =>
    typeof field === 'string' ? { field, direction: 1 } : { field: field[0], direction: field[1] },
  ),
});
const unique = (declaration: IndexDeclaration): IndexDeclaration => ({ ...declaration, unique: true });

const COMPOUND: readonly IndexDeclaration[] = [
  index('a_b', 'a', ['b', -1]),
  index('cd', 'c.d'),
  index('list', 'list'),
  index('spot', ['spot', '2dsphere']),
];
const MOST = 12;
const flat = fc.array(flatDoc, { maxLength: MOST });
/** Without arrays key columns alone may decide, so sets of documents without any are worth their own share. */
const mixed = fc.oneof(fc.array(doc, { maxLength: MOST }), flat);
/** How the same documents may be indexed; and which documents such indexes take. */
const INDEXINGS: readonly { indexes: readonly IndexDeclaration[]; docs: fc.Arbitrary<Doc[]> }[] = [
  { indexes: COMPOUND, docs: mixed },
  {
    indexes: [unique(index('list', 'list')), index('b_list', 'b', ['list', -1]), index('c', 'c')],
    docs: mixed,
  },
  { indexes: [unique(index('a_b', 'a', ['b', -1])), index('id_a', '_id', 'a')], docs: flat },
];

let pairs = 0;
afterAll(() => expect(pairs).toBeGreaterThanOrEqual(10_000));

/** Asks an indexed collection and the scan the same: everything, a page in order, and how many. */
function expectSameAnswers({ indexed, docs }: Pair, wanted: Doc, sort: Selection['sort']): void {
  pairs++;
  const held = docs();
  const all = scan(held, { filter: wanted, ...everything });
  expect(find(indexed, { filter: wanted, ...everything })).toEqual(all);
  expect(indexed.count(wanted)).toBe(all.length);
  const page = { filter: wanted, sort, skip: 1, limit: 3 };
  const inOrderOfPage = scan(held, page);
  expect(find(indexed, page)).toEqual(inOrderOfPage);
  expect(ids(indexed.texts(page).map(decodeStored))).toEqual(inOrderOfPage);
}

describe.each(INDEXINGS.map((indexing, i) => [i + 1, indexing] as const))(
  'indexing %i',
  (_i, { indexes, docs }) => {
    test('an index never changes what a query finds, counts, or in which order it comes', () => {
      fc.assert(
        fc.property(
          docs,
          fc.array(filter, { minLength: 35, maxLength: 35 }),
          order,
          (given, filters, sort) => {
            const pair = openIndexed(indexes, given);
            for (const each of filters) expectSameAnswers(pair, each, sort);
            pair.close();
          },
        ),
        { numRuns: 90 },
      );
    });

    test('changes through the planner touch the same documents, and leave the indexes right', () => {
      fc.assert(
        fc.property(
          docs,
          docs,
          fc.array(fc.tuple(filter, fc.nat(3)), { minLength: 3, maxLength: 8 }),
          fc.array(filter, { minLength: 4, maxLength: 4 }),
          (given, replacements, changes, filters) => {
            const pair = openIndexed(indexes, given);
            let held = pair.docs();
            changes.forEach(([wanted, die], i) => {
              pairs++;
              // One document, since a unique index may refuse the second.
              const target = held.find(compileFilter(wanted));
              held =
                die === 0
                  ? removed(pair, held, wanted, target)
                  : updated(pair, held, wanted, replacements[i % MOST] ?? {}, target);
            });
            const after = { ...pair, docs: () => held };
            for (const each of filters) expectSameAnswers(after, each, [['_id', 1]]);
            pair.close();
          },
        ),
        { numRuns: 80 },
      );
    });
  },
);

function removed({ store, indexed }: Pair, held: Doc[], wanted: Doc, target: Doc | undefined): Doc[] {
  let count = 0;
  store.engine.setUp(() => (count = removeDocuments(indexed, wanted, false)));
  expect(count).toBe(target ? 1 : 0);
  return held.filter((each) => each !== target);
}

function updated(
  { indexes, store, indexed }: Pair,
  held: Doc[],
  wanted: Doc,
  $set: Doc,
  target: Doc | undefined,
): Doc[] {
  if (Object.keys($set).length === 0) return held;
  const modification = { filter: wanted, data: { $set }, multi: false, replace: false, upsert: false };
  const next = target && { ...target, ...$set };
  let count = 0;
  const isTaken = wasTaken(() =>
    store.engine.setUp(() => (count = modifyDocuments(indexed, modification).updated)),
  );
  const others = held.filter((each) => each !== target);
  const isChange = target !== undefined && next !== undefined && encode(target) !== encode(next);
  expect(isTaken).toBe(!isChange || !clashes(indexes, others, next));
  if (!isTaken) return held;
  expect(count).toBe(isChange ? 1 : 0);
  return held.map((each) => (each === target && next ? next : each));
}

test('an index of places finds what looking at every place finds, nearest first where that is asked', () => {
  fc.assert(
    fc.property(
      mixed,
      fc.array(placeFilter, { minLength: 20, maxLength: 20 }),
      order,
      (given, filters, sort) => {
        const pair = openIndexed(COMPOUND, given);
        for (const each of filters) expectSameAnswers(pair, each, sort);
        pair.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('a query that found nothing does not hide what the next one like it finds', () => {
  const { store, indexed, close } = openIndexed([index('a', 'a')], [{ a: 1 }]);
  const named = (filter: Doc, limit: number): Value[] => find(indexed, { filter, sort: [], skip: 0, limit });
  expect(named({ a: 2 }, Infinity)).toEqual([]);
  expect(named({ a: 1 }, 1)).toEqual(['d0']);
  expect(named({ a: 2, b: 1 }, 128)).toEqual([]);
  expect(named({ a: 1 }, 1)).toEqual(['d0']);
  expect(store.engine.all('SELECT 1 WHERE ? = 1', [0])).toEqual([]);
  expect(store.engine.get('SELECT 1 WHERE ? = 1', [1])).toEqual([1]);
  close();
});

test('keys sort exactly as the values they stand for', () => {
  fc.assert(
    fc.property(
      fc.oneof(scalar, fc.double(), fc.string({ unit: 'binary' })),
      scalar,
      fc.double(),
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
