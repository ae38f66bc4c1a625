import fc from 'fast-check';
import type { CollectionDeclaration } from '@localcloud/index';
import type { Doc } from '@localcloud/protocol/values';
import type { ChangeListener } from '@localcloud/store/collection';
import { noAdvice } from '@localcloud/store/query-advice';
import { Store } from '@localcloud/store/store';
import { Transactions } from '@localcloud/store/transactions';
import { checkStore } from '@localcloud/upkeep/check';
import { clashes, everything } from './indexed-pair';
import { movableClock } from './movable-clock';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

const SEATS: CollectionDeclaration = {
  name: 'seats',
  indexes: [
    { name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true },
    {
      name: 'place',
      keys: [
        { field: 'row', direction: 1 },
        { field: 'column', direction: -1 },
      ],
      unique: true,
    },
    { name: 'tags', keys: [{ field: 'tags', direction: 1 }], unique: true },
    { name: 'day', keys: [{ field: 'day', direction: 1 }] },
  ],
};

class WatchedStore extends Store {
  watching = 0;

  constructor() {
    super({ file: ':memory:', durable: false, collections: [SEATS] }, noAdvice);
  }

  override watch(listener: ChangeListener): () => void {
    const stop = super.watch(listener);
    this.watching++;
    return () => {
      this.watching--;
      return stop();
    };
  }
}

const clock = movableClock();
let store: WatchedStore;
let transactions: Transactions;
beforeEach(() => {
  store = new WatchedStore();
  transactions = new Transactions(store, clock);
});
afterEach(() => {
  expect(checkStore(store).damages).toEqual([]);
  store.close();
});

const held = (): Doc[] =>
  store
    .documents('seats')
    .select({ filter: {}, ...everything })
    .map(({ doc }) => doc);

/** A seat whose values nobody else has. */
const seat = (_id: string, n: number): Doc => ({
  ...{ _id, code: n, row: n, column: n, tags: [n, n + 10], day: 1 },
});

async function seatAll(docs: readonly Doc[]): Promise<void> {
  await store.engine.write(() => {
    for (const { doc } of store.documents('seats').select({ filter: {}, ...everything })) removeSeat(doc);
    for (const doc of docs) store.documents('seats').insert(doc);
  });
}

function removeSeat({ _id }: Doc): void {
  const row = store.documents('seats').byId(_id ?? null);
  if (row) store.documents('seats').remove(row);
}

type Step = { _id: string; values: Doc | null };

/** Makes the steps in one transaction: writes a seat, there or not, or removes it. */
function commit(steps: readonly Step[]): Promise<string> {
  const id = transactions.start();
  const seats = transactions.documents(id, 'seats');
  for (const { _id, values } of steps) {
    const row = seats.byId(_id);
    if (values && row) seats.replace(row, { _id, ...values });
    else if (values) seats.insert({ _id, ...values });
    else if (row) seats.remove(row);
  }
  return transactions.commit(id).then(
    () => 'committed',
    (error: Error) => error.message,
  );
}

/** What should be there after these steps: documents that stay keep their place, new ones follow as they came. */
function after(before: readonly Doc[], steps: readonly Step[]): Doc[] {
  const final = new Map<unknown, Doc | null>(before.map((doc) => [doc['_id'], doc]));
  for (const { _id, values } of steps) final.set(_id, values && { _id, ...values });
  return [...final.values()].filter((doc) => doc !== null);
}

const isLegal = (docs: readonly Doc[]): boolean =>
  docs.every((doc, i) => !clashes(SEATS.indexes, docs.slice(0, i), doc));

const BEFORE = ['a', 'b', 'c', 'd'].map(seat);
const number = fc.integer({ min: 0, max: 4 });
const tag = fc.integer({ min: 0, max: 14 });
const written = fc.record(
  {
    ...{ code: number, row: number, column: number },
    tags: fc.oneof(tag, fc.array(tag, { maxLength: 2 })),
    day: fc.oneof(number, fc.array(number, { maxLength: 2 })),
  },
  { requiredKeys: ['code', 'row', 'column'] },
);
/** Values of one of those who have a seat already: what an exchange is made of. */
const exchanged = fc.constantFrom(...BEFORE).map(({ _id, ...values }): Doc => values);
const steps = fc.array(
  fc.record({
    _id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    values: fc.oneof(
      { weight: 4, arbitrary: exchanged },
      { weight: 2, arbitrary: written },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  }),
  { minLength: 1, maxLength: 7 },
);

test('a transaction is refused a unique value only when it would leave it twice, however it came there', async () => {
  const seen = { committed: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (made) => {
      await seatAll(BEFORE);
      const expected = after(BEFORE, made);
      const outcome = await commit(made);
      if (isLegal(expected)) {
        expect([outcome, held()]).toEqual(['committed', expected]);
        seen.committed++;
      } else {
        expect([outcome, held()]).toEqual([expect.stringMatching(/^E11000/), BEFORE]);
        seen.refused++;
      }
      expect(checkStore(store).damages).toEqual([]);
    }),
    { numRuns: 600, seed: 12 },
  );
  expect(Math.min(seen.committed, seen.refused)).toBeGreaterThan(40);
});

const values = (n: number): Doc => ({ code: n, row: n, column: n, tags: [n, n + 10], day: 1 });

test.each<[string, Step[]]>([
  [
    'three who change seats in a circle',
    [
      { _id: 'a', values: values(1) },
      { _id: 'b', values: values(2) },
      { _id: 'c', values: values(0) },
    ],
  ],
  [
    'one who moves away, back, and takes what another has left',
    [
      { _id: 'a', values: values(7) },
      { _id: 'b', values: values(8) },
      { _id: 'a', values: values(1) },
    ],
  ],
  [
    'one who is touched first, and takes the seat of somebody removed later',
    [
      { _id: 'b', values: values(8) },
      { _id: 'a', values: null },
      { _id: 'b', values: values(0) },
    ],
  ],
  [
    'a newcomer who takes the seat of one who moves later',
    [
      { _id: 'e', values: values(0) },
      { _id: 'a', values: values(9) },
    ],
  ],
])('a transaction may hold %s', async (_who, made) => {
  await seatAll(BEFORE);
  expect([await commit(made), held()]).toEqual(['committed', after(BEFORE, made)]);
});

test('unique fields one inside the other can be exchanged too', async () => {
  const nested = new Store(
    {
      ...{ file: ':memory:', durable: false },
      collections: [
        {
          name: 'seats',
          indexes: ['at', 'at.row'].map((field) => ({
            name: field,
            keys: [{ field, direction: 1 as const }],
            unique: true,
          })),
        },
      ],
    },
    noAdvice,
  );
  const first = [1, 2].map((row) => ({ _id: `s${row}`, at: { row } }));
  await nested.engine.write(() => first.forEach((doc) => nested.documents('seats').insert(doc)));
  const open = new Transactions(nested, clock);
  const id = open.start();
  const seats = open.documents(id, 'seats');
  for (const { _id, at } of first) {
    const row = seats.byId(_id);
    if (row) seats.replace(row, { _id, at: { row: 3 - at.row } });
  }
  await open.commit(id);
  expect(nested.documents('seats').texts({ filter: {}, ...everything })).toEqual([
    '{"_id":"s1","at":{"row":2}}',
    '{"_id":"s2","at":{"row":1}}',
  ]);
  expect(checkStore(nested).damages).toEqual([]);
  nested.close();
});

test('a transaction nobody ends stops collecting what others change once its time is over', async () => {
  const id = transactions.start();
  transactions.documents(id, 'seats').byId('a');
  await seatAll(BEFORE);
  expect(store.watching).toBe(1);
  clock.advanceSeconds(31);
  await seatAll(BEFORE);
  expect(store.watching).toBe(0);
  await expect(transactions.commit(id)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
});
