import { openInProcess, startLocalcloud, type CollectionDeclaration, type IndexKey } from '@localcloud/index';
import { PUBLISHED_LIMITS } from '@localcloud/limits-page';

const key = (field: string): IndexKey => ({ field, direction: 1 });
const open = (collection: CollectionDeclaration): void =>
  openInProcess({ collections: [collection] }).close();
const many = (count: number): IndexKey[] => Array.from({ length: count }, (_, i) => key(`f${i}`));

test.each<[string, CollectionDeclaration, RegExp]>([
  [
    'more than 100 indexes',
    { name: 'notes', indexes: many(101).map((each) => ({ name: each.field, keys: [each] })) },
    /notes declares 101 indexes; a collection may have 100/,
  ],
  [
    'an index of more than 31 fields',
    { name: 'notes', indexes: [{ name: 'wide', keys: many(32) }] },
    /index wide of notes has 32 fields; an index may have 31/,
  ],
  ['an index of no field', { name: 'notes', indexes: [{ name: 'none', keys: [] }] }, /none of notes has no/],
  [
    'an index that names a field twice',
    { name: 'notes', indexes: [{ name: 'twice', keys: [key('a'), key('a')] }] },
    /twice of notes names a field twice/,
  ],
  [
    'two indexes of one name',
    { name: 'notes', indexes: [key('a'), key('b')].map((each) => ({ name: 'same', keys: [each] })) },
    /same of notes is declared twice/,
  ],
])('%s is refused at the start, by name', (_what, collection, words) => {
  expect(() => open(collection)).toThrow(words);
});

test('31 fields and 100 indexes are taken', () => {
  expect(() => open({ name: 'notes', indexes: [{ name: 'wide', keys: many(31) }] })).not.toThrow();
  const indexes = many(100).map((each) => ({ name: each.field, keys: [each] }));
  expect(() => open({ name: 'notes', indexes })).not.toThrow();
});

test('a value of 1,024 bytes can be indexed, a longer one cannot, and what is not indexed may be long', async () => {
  const { database, close } = openInProcess({
    collections: [{ name: 'notes', indexes: [{ name: 'a', keys: [key('a')] }] }],
  });
  const notes = database.collection('notes');
  await notes.add({ _id: 'fits', a: 'x'.repeat(1024) });
  await notes.add({ _id: 'free', b: 'x'.repeat(5000) });
  await expect(notes.add({ a: 'x'.repeat(1025) })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('1024'),
  });
  await expect(notes.add({ a: ['short', '灯'.repeat(342)] })).rejects.toThrow(/key too large to index/);
  await expect(notes.doc('free').update({ a: '灯'.repeat(342) })).rejects.toThrow(/key too large/);
  expect((await notes.count()).total).toBe(2);
  close();
});

test.each([
  [{ timeoutSeconds: 0 }, /function slow may run 1 to 900 seconds, not 0/],
  [{ timeoutSeconds: 901 }, /1 to 900 seconds, not 901/],
  [{ timeoutSeconds: 10, memoryMegabytes: 32 }, /64 to 3072 MB, not 32/],
  [{ timeoutSeconds: 10, memoryMegabytes: 4096 }, /64 to 3072 MB, not 4096/],
])('a function outside CloudBase’s bounds is refused at the start: %o', async (bounds, words) => {
  const load = async (): Promise<{ main: () => void }> => ({ main: () => undefined });
  await expect(
    startLocalcloud({
      dataDir: ':memory:',
      env: 'test',
      collections: [],
      functions: [{ name: 'slow', clientCallable: false, load, ...bounds }],
    }),
  ).rejects.toThrow(words);
});

test('every limit has its page, and none is named twice', () => {
  for (const { link, amount } of PUBLISHED_LIMITS) {
    expect(link).toMatch(/^https:\/\//);
    expect(amount).not.toMatch(/NaN|undefined/);
  }
  expect(new Set(PUBLISHED_LIMITS.map(({ what }) => what)).size).toBe(PUBLISHED_LIMITS.length);
});
