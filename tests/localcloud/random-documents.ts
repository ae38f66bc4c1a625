import fc from 'fast-check';
import { ObjectId, type Doc, type Value } from '@localcloud/protocol/values';

/*
 * Documents, filters and orders at random, for properties. Few fields and few values, so that they meet;
 * and the values whose order or equality is easily got wrong.
 */

export const FIELDS = ['a', 'b', 'c.d', 'list'] as const;

const numbers = fc.constantFrom<Value>(0, 1, -1, 2.5, 1e300, Infinity, Number.NaN);
const texts = fc.constantFrom<Value>('', 'a', 'b', 'ab', '中', '\u{1F3EE}', '\ufffd', '2', '\u0000');
const dates = fc.constantFrom<Value>(new Date(0), new Date(1), new Date(-1));
const flags = fc.constantFrom<Value>(null, true, false);
const objectIds = fc.constantFrom<Value>(
  new ObjectId('00000000000000000000000a'),
  new ObjectId('f0000000000000000000000a'),
);

export const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 5, arbitrary: numbers },
  { weight: 3, arbitrary: texts },
  { weight: 2, arbitrary: flags },
  { weight: 1, arbitrary: dates },
  { weight: 1, arbitrary: objectIds },
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<Value>({}, { k: 1 }, { k: null }, [[]], [[1]], [{ k: 1 }, 2]) },
);
const nested: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.record({ d: value }, { requiredKeys: [] }),
  fc.array(fc.record({ d: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
  fc.array(fc.oneof(scalar, fc.record({ d: value })), { maxLength: 2 }),
);

// A grid of a few kilometres, so that conditions on places sometimes hold.
const position = fc.tuple(
  fc.constantFrom(116.3, 116.35, 116.4, 180, -0.1),
  fc.constantFrom(39.8, 39.85, 0, -89),
);
const point = position.map((coordinates): Doc => ({ type: 'Point', coordinates }));
const square = position.map(([x, y]): Doc => {
  const [left, right, low, high] = [x - 0.06, x - 0.01, y - 0.06, y + 0.03];
  const ring = [
    [left, low],
    [right, low],
    [right, high],
    [left, high],
    [left, low],
  ];
  return { type: 'Polygon', coordinates: [ring] };
});
const line = fc.tuple(position, position).map((coordinates): Doc => ({ type: 'LineString', coordinates }));
const place: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: point },
  { weight: 1, arbitrary: square },
  { weight: 1, arbitrary: line },
  { weight: 1, arbitrary: fc.array(point, { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** Documents with scalars only in `a` and `b`: what a compound unique index takes. */
export const flatDoc: fc.Arbitrary<Doc> = fc.record(
  { a: scalar, b: scalar, c: nested, list: scalar, spot: place },
  { requiredKeys: [] },
);
export const doc: fc.Arbitrary<Doc> = fc.record(
  { a: value, b: value, c: nested, list: value, spot: place },
  { requiredKeys: [] },
);

const pattern = fc.constantFrom(/^a/, /b$/, /A/i, /^$/, /中/);
// Bounds of one type, for only those can both hold; now and then of any, which nothing meets.
const between = (values: fc.Arbitrary<Value>): fc.Arbitrary<Doc> =>
  fc
    .tuple(fc.constantFrom('$gt', '$gte', ''), values, fc.constantFrom('$lt', '$lte', ''), values)
    .map(([lower, low, upper, high]): Doc => {
      const bounds = Object.entries({ [lower]: low, [upper]: high }).filter(([name]) => name !== '');
      return bounds.length === 0 ? { $lt: high } : Object.fromEntries(bounds);
    });
const range = fc.oneof(
  { weight: 4, arbitrary: between(numbers) },
  { weight: 2, arbitrary: between(texts) },
  { weight: 1, arbitrary: between(dates) },
  { weight: 1, arbitrary: between(scalar) },
);
const comparison: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 12, arbitrary: range },
  fc.record({ $eq: value }),
  fc.record({ $ne: value }),
  fc.record({ $in: fc.array(fc.oneof(value, pattern), { maxLength: 25 }) }),
  fc.record({ $nin: fc.array(fc.oneof(scalar, pattern), { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $size: fc.nat(3) }),
  fc.record({ $all: fc.array(fc.oneof(value, pattern), { maxLength: 2 }) }),
  fc.record({ $regex: fc.constantFrom('^a', 'B'), $options: fc.constantFrom('', 'i') }),
  fc.record({ $mod: fc.constant<Value>([2, 1]) }),
  fc.record({ $elemMatch: fc.oneof(fc.record({ $gt: scalar }), fc.record({ d: scalar })) }),
  fc.record({ $type: fc.constantFrom('string', 'array', 'null', 'number') }),
);
const condition: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: value },
  { weight: 8, arbitrary: comparison },
  { weight: 1, arbitrary: pattern },
  { weight: 1, arbitrary: comparison.map(($not): Doc => ({ $not })) },
);
const plainFilter: fc.Arbitrary<Doc> = fc.dictionary(
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom<string>(...FIELDS) },
    { weight: 1, arbitrary: fc.constantFrom('c', 'list.0', '_id') },
  ),
  condition,
  { minKeys: 1, maxKeys: 2 },
);
const several = fc.array(plainFilter, { minLength: 1, maxLength: 3 });

/** Filters over `FIELDS`, combined with `$and`, `$or`, `$nor`, also inside one another. */
export const filter: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 4, arbitrary: plainFilter },
  { weight: 1, arbitrary: fc.record({ $or: several }) },
  { weight: 1, arbitrary: fc.record({ $and: several, a: condition }) },
  { weight: 1, arbitrary: fc.record({ $nor: several, b: condition }) },
  { weight: 1, arbitrary: fc.record({ $or: several, $nor: several }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(several, several, plainFilter)
      .map(([some, none, both]): Doc => ({ $or: [{ $or: some }, { $and: [{ $nor: none }, both] }] })),
  },
);

const metres = fc.constantFrom(0, 3000, 6000, 2e7);
const cap = fc.tuple(position, fc.constantFrom(0.001, 0.01, 0.5));
const placeCondition: fc.Arbitrary<Doc> = fc.oneof(
  fc.record({ $nearSphere: fc.record({ $geometry: point }) }),
  fc.record({ $nearSphere: fc.record({ $geometry: point, $minDistance: metres, $maxDistance: metres }) }),
  fc.record({ $geoWithin: fc.record({ $geometry: square }) }),
  fc.record({ $geoWithin: cap.map(($centerSphere): Doc => ({ $centerSphere })) }),
  fc.record({ $geoIntersects: fc.record({ $geometry: fc.oneof(point, square, line) }) }),
);

/** Filters that ask where, beside other things. */
export const placeFilter: fc.Arbitrary<Doc> = fc.oneof(
  fc.record({ spot: placeCondition }),
  fc.record({ spot: placeCondition, a: condition }),
  fc.record({ $and: fc.tuple(fc.record({ spot: placeCondition }), plainFilter) }),
);

/** Orders by one or two fields and then by `_id`, so that only one order is right. */
export const order = fc
  .array(fc.tuple(fc.constantFrom<string>(...FIELDS), fc.constantFrom<1 | -1>(1, -1)), { maxLength: 2 })
  .map((fields) => [
    ...fields.filter(([field], i) => i === 0 || fields[0]?.[0] !== field),
    ['_id', 1] as const,
  ]);
