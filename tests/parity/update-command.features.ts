import { reference, refusalOf, type Db, type Feature } from './feature';

/** One update command: a document before, the update, the document after. */
function changes(
  command: string,
  title: string,
  before: object,
  update: (db: Db) => object,
  after: object,
): Feature {
  return {
    operation: `command.${command}`,
    title,
    link: reference(`command/Command.${command}`),
    check: async ({ db, plain, indexed }) => {
      for (const name of [plain, indexed]) {
        await db.collection(name).add({ _id: 'a', ...before });
        await db.collection(name).doc('a').update(update(db));
        expect((await db.collection(name).doc('a').get()).data).toEqual([{ _id: 'a', ...after }]);
      }
    },
  };
}

/** Update commands, on collections with and without indexes on what changes. */
export const updateCommandFeatures: readonly Feature[] = [
  changes(
    'set',
    'set puts an object in place of another',
    { place: { no: 1, floor: 2 } },
    ({ command: _ }) => ({ place: _.set({ no: 9 }) }),
    { place: { no: 9 } },
  ),
  changes(
    'remove',
    'remove takes a field away',
    { n: 1, name: 'x' },
    ({ command: _ }) => ({ n: _.remove() }),
    { name: 'x' },
  ),
  changes('inc', 'inc adds, below zero too', { n: 1 }, ({ command: _ }) => ({ n: _.inc(-3) }), { n: -2 }),
  changes('inc', 'inc of a missing field starts at zero', {}, ({ command: _ }) => ({ n: _.inc(2) }), {
    n: 2,
  }),
  changes('mul', 'mul multiplies', { n: 4 }, ({ command: _ }) => ({ n: _.mul(2.5) }), { n: 10 }),
  changes('mul', 'mul of a missing field gives zero', {}, ({ command: _ }) => ({ n: _.mul(3) }), { n: 0 }),
  changes('min', 'min keeps the smaller value', { n: 4 }, ({ command: _ }) => ({ n: _.min(2) }), { n: 2 }),
  changes('min', 'min leaves a smaller value alone', { n: 1 }, ({ command: _ }) => ({ n: _.min(2) }), {
    n: 1,
  }),
  changes('max', 'max keeps the larger value', { n: 4 }, ({ command: _ }) => ({ n: _.max(7) }), { n: 7 }),
  changes(
    'rename',
    'rename moves a value to another field',
    { n: 4 },
    ({ command: _ }) => ({ n: _.rename('total') }),
    { total: 4 },
  ),
  changes(
    'push',
    'push adds values at the end',
    { tags: ['a'] },
    ({ command: _ }) => ({ tags: _.push(['b', 'c']) }),
    { tags: ['a', 'b', 'c'] },
  ),
  changes(
    'push',
    'push to a missing field makes the array',
    {},
    ({ command: _ }) => ({ tags: _.push(['b']) }),
    { tags: ['b'] },
  ),
  changes(
    'push',
    'push with position puts values in between',
    { tags: ['a', 'd'] },
    ({ command: _ }) => ({ tags: _.push({ each: ['b', 'c'], position: 1 }) }),
    { tags: ['a', 'b', 'c', 'd'] },
  ),
  changes(
    'push',
    'push with slice keeps the last ones, so that a history stays bounded',
    { tags: [1, 2, 3] },
    ({ command: _ }) => ({ tags: _.push({ each: [4], slice: -3 }) }),
    { tags: [2, 3, 4] },
  ),
  changes(
    'push',
    'push with sort keeps objects in order',
    { tags: [{ k: 3 }] },
    ({ command: _ }) => ({ tags: _.push({ each: [{ k: 1 }, { k: 5 }], sort: { k: -1 } }) }),
    { tags: [{ k: 5 }, { k: 3 }, { k: 1 }] },
  ),
  changes(
    'pop',
    'pop takes the last element',
    { tags: ['a', 'b'] },
    ({ command: _ }) => ({ tags: _.pop() }),
    { tags: ['a'] },
  ),
  changes(
    'shift',
    'shift takes the first element',
    { tags: ['a', 'b'] },
    ({ command: _ }) => ({ tags: _.shift() }),
    { tags: ['b'] },
  ),
  changes(
    'unshift',
    'unshift adds values at the front',
    { tags: ['c'] },
    ({ command: _ }) => ({ tags: _.unshift(['a', 'b']) }),
    { tags: ['a', 'b', 'c'] },
  ),
  changes(
    'pull',
    'pull takes out every equal element',
    { tags: ['a', 'b', 'a'] },
    ({ command: _ }) => ({ tags: _.pull('a') }),
    { tags: ['b'] },
  ),
  changes(
    'pullAll',
    'pullAll takes out every one of the values',
    { tags: [1, 2, 3, 2] },
    ({ command: _ }) => ({ tags: _.pullAll([2, 3]) }),
    { tags: [1] },
  ),
  changes(
    'addToSet',
    'addToSet adds what is not there yet',
    { tags: ['a'] },
    ({ command: _ }) => ({ tags: _.addToSet('b') }),
    { tags: ['a', 'b'] },
  ),
  changes(
    'addToSet',
    'addToSet leaves alone what is there',
    { tags: ['a'] },
    ({ command: _ }) => ({ tags: _.addToSet('a') }),
    { tags: ['a'] },
  ),
  changes(
    'addToSet',
    'addToSet takes several values',
    { tags: ['a'] },
    ({ command: _ }) => ({ tags: _.addToSet({ $each: ['a', 'b', 'b'] }) }),
    { tags: ['a', 'b'] },
  ),
  changes(
    'set',
    'a dotted path reaches one element of an array',
    { tags: [{ k: 1 }, { k: 2 }] },
    () => ({ 'tags.1.k': 9 }),
    { tags: [{ k: 1 }, { k: 9 }] },
  ),
  changes(
    'set',
    'one update may hold several commands',
    { n: 1, tags: [], at: new Date(1) },
    ({ command: _ }) => ({ n: _.inc(1), tags: _.push(['x']), status: 'open', at: _.remove() }),
    { n: 2, tags: ['x'], status: 'open' },
  ),
  {
    operation: 'command.inc',
    title: 'inc of text is refused and changes nothing',
    link: reference('command/Command.inc'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 'one', m: 1 });
      const { command: _ } = db;
      const { code } = await refusalOf(
        db
          .collection(plain)
          .doc('a')
          .update({ m: _.inc(1), n: _.inc(1) }),
      );
      expect(code).toBe('DATABASE_REQUEST_FAILED');
      expect((await db.collection(plain).doc('a').get()).data).toEqual([{ _id: 'a', n: 'one', m: 1 }]);
    },
  },
  {
    operation: 'command.push',
    title: 'push to something that is no array is refused',
    link: reference('command/Command.push'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', tags: 'text' });
      const { command: _ } = db;
      const { message } = await refusalOf(
        db
          .collection(plain)
          .doc('a')
          .update({ tags: _.push(['x']) }),
      );
      expect(message).toContain('must be an array');
    },
  },
  {
    operation: 'doc.update',
    title: 'an update that leaves the document as it was counts as no update',
    link: reference('document/Document.update'),
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', n: 1 });
      expect(await db.collection(plain).doc('a').update({ n: 1 })).toMatchObject({ updated: 0 });
    },
  },
];
