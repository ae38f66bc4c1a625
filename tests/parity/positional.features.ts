import { refusalOf, type Db, type Feature } from './feature';

const guide =
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/query-array-object.html';

const stock = [
  { size: 'S', left: 5 },
  { size: 'M', left: 2 },
  { size: 'M', left: 9 },
];

/** One update of array elements through `list.$` or `list.$[]`. */
function updates(
  title: string,
  condition: (db: Db) => object,
  update: (db: Db) => object,
  expected: object | null,
): Feature {
  return {
    operation: 'update.positional',
    title,
    link: guide,
    check: async ({ db, plain }) => {
      const collection = db.collection(plain);
      await collection.add({ _id: 'a', list: stock, marks: [1, 7, 12] });
      const { updated } = await collection.where({ _id: 'a', ...condition(db) }).update(update(db));
      const [after] = (await collection.doc('a').get()).data;
      expect(updated).toBe(expected ? 1 : 0);
      expect(after).toEqual({ _id: 'a', list: stock, marks: [1, 7, 12], ...expected });
    },
  };
}

/** Updates of the element a query found, and of every element. */
export const positionalFeatures: readonly Feature[] = [
  updates(
    'list.$ is the first element the query found',
    () => ({ 'list.size': 'M' }),
    () => ({ 'list.$.left': 0 }),
    { list: [stock[0], { size: 'M', left: 0 }, stock[2]] },
  ),
  updates(
    'list.$ is the element elemMatch found',
    ({ command: _ }) => ({ list: _.elemMatch({ size: 'M', left: _.gt(5) }) }),
    ({ command: _ }) => ({ 'list.$.left': _.inc(-1) }),
    { list: [stock[0], stock[1], { size: 'M', left: 8 }] },
  ),
  updates(
    'list.$ of plain values',
    ({ command: _ }) => ({ marks: _.gt(5) }),
    () => ({ 'marks.$': 6 }),
    { marks: [1, 6, 12] },
  ),
  updates(
    'list.$[] is every element',
    () => ({}),
    ({ command: _ }) => ({ 'list.$[].left': _.inc(1) }),
    { list: stock.map(({ size, left }) => ({ size, left: left + 1 })) },
  ),
  updates(
    'list.$[] of plain values',
    () => ({}),
    ({ command: _ }) => ({ 'marks.$[]': _.mul(2) }),
    { marks: [2, 14, 24] },
  ),
  updates(
    'nothing is found, nothing is changed',
    () => ({ 'list.size': 'XL' }),
    () => ({ 'list.$.left': 0 }),
    null,
  ),
  {
    operation: 'update.positional',
    title: 'list.$ without a condition on the list is refused',
    link: guide,
    check: async ({ db, plain }) => {
      await db.collection(plain).add({ _id: 'a', list: stock });
      const refused = db.collection(plain).where({ _id: 'a' }).update({ 'list.$.left': 0 });
      expect((await refusalOf(refused)).message).toContain('did not find the match needed');
    },
  },
  ...(
    [
      ['and', 0b1100, 0b1010, 0b1000],
      ['or', 0b1100, 0b1010, 0b1110],
      ['xor', 0b1100, 0b1010, 0b0110],
    ] as const
  ).map(([name, before, mask, after]): Feature => ({
    operation: 'command.bit',
    title: `bit ${name} changes bits`,
    link: 'https://www.mongodb.com/docs/manual/reference/operator/update/bit/',
    check: async ({ db, plain, indexed }) => {
      for (const collection of [plain, indexed]) {
        await db.collection(collection).add({ _id: 'a', n: before });
        await db
          .collection(collection)
          .doc('a')
          .update({ n: db.command.bit({ [name]: mask }) });
        expect((await db.collection(collection).doc('a').get()).data).toEqual([{ _id: 'a', n: after }]);
      }
    },
  })),
];

const people = [
  { _id: 'p1', name: 'Ann', age: 70, phones: ['1'] },
  { _id: 'p2', name: 'Bo', age: '70' },
  { _id: 'p3', name: 'Cy' },
];

/** Conditions on a document's shape. */
export const schemaFeatures: readonly Feature[] = (
  [
    ['required fields', { required: ['age'] }, ['p1', 'p2']],
    ['types', { properties: { age: { bsonType: 'number' } } }, ['p1', 'p3']],
    [
      'bounds',
      { required: ['age'], properties: { age: { bsonType: 'number', minimum: 60, maximum: 80 } } },
      ['p1'],
    ],
    ['choices', { properties: { name: { enum: ['Bo', 'Cy'] } } }, ['p2', 'p3']],
    ['patterns and lengths', { properties: { name: { pattern: '^[AB]', minLength: 3 } } }, ['p1']],
    [
      'elements',
      {
        required: ['phones'],
        properties: { phones: { bsonType: 'array', items: { type: 'string' }, minItems: 1 } },
      },
      ['p1'],
    ],
  ] as const
).map(([what, schema, expected]): Feature => ({
  operation: 'command.jsonSchema',
  title: `jsonSchema checks ${what}`,
  link: 'https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/',
  check: async ({ db, plain }) => {
    await db.collection(plain).add(people);
    const { data } = await db.collection(plain).where(db.command.jsonSchema(schema)).get();
    expect(data.map(({ _id }) => _id)).toEqual(expected);
  },
}));
