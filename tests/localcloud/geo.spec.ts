import fc from 'fast-check';
import { openInProcess } from '@localcloud/index';
import { compileGeo } from '@localcloud/store/geo/conditions';
import { parseGeometry } from '@localcloud/store/geo/geometry';
import { angleBetween, EARTH_RADIUS_METRES, type Position } from '@localcloud/store/geo/sphere';
import { refusalOf } from '../parity/feature';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

const collections = [
  { name: 'spots', indexes: [{ name: 'at', keys: [{ field: 'at', direction: '2dsphere' }] }] },
  { name: 'unindexed', indexes: [] },
] as const;

const longitude = fc.double({ min: 104, max: 104.1, noNaN: true });
const latitude = fc.double({ min: 30.6, max: 30.7, noNaN: true });
const position = fc.tuple(longitude, latitude);
const metres = fc.integer({ min: 0, max: 15_000 });

test('the latitudes an index narrows by never hide a place within the distance asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(position, { maxLength: 30 }), position, metres, async (places, from, far) => {
      const { database, close } = openInProcess({ collections });
      const { Geo, command: _ } = database;
      const spots = database.collection('spots');
      if (places.length > 0)
        await spots.add(places.map(([lng, lat], i) => ({ _id: `s${i}`, at: new Geo.Point(lng, lat) })));
      const near = _.geoNear({ geometry: new Geo.Point(...from), maxDistance: far, minDistance: 0 });
      const found = (await spots.where({ at: near }).get()).data.map(({ _id }) => String(_id));
      const distance = (place: Position): number => angleBetween(from, place) * EARTH_RADIUS_METRES;
      const expected = places
        .map((place, i) => ({ id: `s${i}`, away: distance(place) }))
        .filter(({ away }) => away <= far)
        .sort((a, b) => a.away - b.away)
        .map(({ id }) => id);
      expect(found).toEqual(expected);
      close();
    }),
    { numRuns: 60 },
  );
});

test('a place is in exactly one half of a square that is cut in two', () => {
  const ring = (west: number, east: number): number[][] => [
    [west, 30],
    [east, 30],
    [east, 31],
    [west, 31],
    [west, 30],
  ];
  const within = (west: number, east: number): ReturnType<typeof compileGeo> =>
    compileGeo('$geoWithin', { $geometry: { type: 'Polygon', coordinates: [ring(west, east)] } });
  const [left, right, whole] = [within(104, 104.05), within(104.05, 104.1), within(104, 104.1)];
  fc.assert(
    fc.property(position, ([lng, lat]) => {
      fc.pre(Math.abs(lng - 104.05) > 1e-7);
      const place = parseGeometry([lng, lat]);
      expect(whole.accepts(place)).toBe(true);
      expect(left.accepts(place)).toBe(lng < 104.05);
      expect(right.accepts(place)).toBe(lng > 104.05);
    }),
  );
});

test('Beijing and Shanghai are 1,068 km apart', () => {
  const apart = angleBetween([116.407526, 39.90403], [121.473701, 31.230416]) * EARTH_RADIUS_METRES;
  expect(Math.round(apart / 1000)).toBe(1068);
});

test('a query by place without its index is refused by name, wherever it stands', async () => {
  const { database, close } = openInProcess({ collections });
  const { Geo, command: _ } = database;
  const unindexed = database.collection('unindexed');
  const near = { at: _.geoNear({ geometry: new Geo.Point(104, 30), maxDistance: 10, minDistance: 0 }) };
  const within = { at: _.geoWithin({ centerSphere: [[104, 30], 1] }) };
  for (const condition of [near, within, _.or([{ n: 1 }, within]), _.nor([within])]) {
    const { code, message } = await refusalOf(unindexed.where(condition).get());
    expect(code).toBe('DATABASE_REQUEST_FAILED');
    expect(message).toContain('declare an index on unindexed: at 2dsphere');
  }
  const stage = { distanceField: 'away', spherical: true, near: new Geo.Point(104, 30) } as const;
  expect((await refusalOf(unindexed.aggregate().geoNear(stage).end())).message).toContain('none were found');
  close();
});

test('an index of places refuses what is no place, and cannot be unique', async () => {
  const { database, close } = openInProcess({ collections });
  const spots = database.collection('spots');
  for (const at of ['nowhere', { type: 'Point', coordinates: [200, 0] }, { type: 'Cube', coordinates: [] }])
    expect((await refusalOf(spots.add({ at }))).message).toContain("Can't extract geo keys");
  await spots.add([{ _id: 'none' }, { _id: 'null', at: null }]);
  expect((await spots.count()).total).toBe(2);
  close();
  const unique = [{ name: 'spots', indexes: [{ ...collections[0].indexes[0], unique: true }] }];
  expect(() => openInProcess({ collections: unique })).toThrow('cannot be unique: it holds places');
});

test('in a transaction the nearest come first too, its own among them', async () => {
  const { database, close } = openInProcess({ collections });
  const { Geo, command: _ } = database;
  await database.collection('spots').add([
    { _id: 'far', at: new Geo.Point(104.02, 30) },
    { _id: 'near', at: new Geo.Point(104.001, 30) },
  ]);
  const transaction = await database.startTransaction();
  const spots = transaction.collection('spots');
  await spots.add({ _id: 'between', at: new Geo.Point(104.01, 30) });
  const near = _.geoNear({ geometry: new Geo.Point(104, 30), maxDistance: 5000, minDistance: 0 });
  const found = await spots.where({ at: near }).get();
  expect(found.data.map((spot: { _id: string }) => spot._id)).toEqual(['near', 'between', 'far']);
  await transaction.rollback();
  close();
});

test('$geoNear stands first, and never beside another search for the nearest', async () => {
  const { database, close } = openInProcess({ collections });
  const { Geo, command: _ } = database;
  const spots = database.collection('spots');
  const stage = { distanceField: 'away', spherical: true, near: new Geo.Point(104, 30) } as const;
  const second = spots.aggregate().limit(1).geoNear(stage);
  expect((await refusalOf(second.end())).message).toContain('only valid as the first stage');
  const near = _.geoNear({ geometry: new Geo.Point(104, 30), maxDistance: 10, minDistance: 0 });
  expect((await refusalOf(spots.aggregate().match({ at: near }).end())).message).toContain('not allowed');
  expect((await refusalOf(spots.where(_.or([{ n: 1 }, { at: near }])).get())).message).toContain('top-level');
  close();
});
