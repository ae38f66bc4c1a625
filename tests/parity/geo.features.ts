import { reference, refusalOf, type Db, type Feature } from './feature';
import { line, manyLines, manyPoints, manyPolygons, point, polygon, type Place } from './places';

const page = (name: string): string => reference(`command/Command.${name}`);
const geoPage = (type: string): string => reference(`geo/Db.Geo.${type}`);

/** Around a gate in Chengdu; 0.001 degrees of latitude are 111 metres. */
const GATE = [104.06, 30.66] as const;
const spot = (db: Db, east: number, north: number) => point(db, GATE[0] + east, GATE[1] + north);

const fill = async (db: Db, indexed: string): Promise<void> => {
  await db.collection(indexed).add([
    { _id: 'clinic', code: 1, spot: spot(db, 0, 0.003), status: 'open' },
    { _id: 'gate', code: 2, spot: spot(db, 0, 0), status: 'open' },
    { _id: 'market', code: 3, spot: spot(db, 0.02, 0), status: 'open' },
    { _id: 'school', code: 4, spot: spot(db, 0, -0.001), status: 'shut' },
    { _id: 'nowhere', code: 5 },
  ]);
};

const square = (db: Db, half: number) => {
  const [x, y] = GATE;
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ] as const;
  return polygon(db, line(db, ...corners.map(([dx, dy]) => point(db, x + dx * half, y + dy * half))));
};

/** Who a query by place finds, in the order given (or sorted, where the reference promises none). */
function findsPlaces(
  command: 'geoNear' | 'geoWithin' | 'geoIntersects',
  title: string,
  condition: (db: Db) => object,
  expected: string[],
): Feature {
  return {
    operation: `command.${command}`,
    title,
    link: page(command),
    needs: 'indexes',
    check: async ({ db, indexed }) => {
      await fill(db, indexed);
      const ids = (await db.collection(indexed).where(condition(db)).get()).data.map(({ _id }) =>
        String(_id),
      );
      expect(command === 'geoNear' ? ids : ids.sort()).toEqual(expected);
    },
  };
}

const searches: readonly Feature[] = [
  findsPlaces(
    'geoNear',
    'geoNear finds the nearest first, without places that have none',
    (db) => ({ spot: db.command.geoNear({ geometry: spot(db, 0, 0), maxDistance: 5000, minDistance: 0 }) }),
    ['gate', 'school', 'clinic', 'market'],
  ),
  findsPlaces(
    'geoNear',
    'maxDistance is in metres',
    (db) => ({ spot: db.command.geoNear({ geometry: spot(db, 0, 0), maxDistance: 112, minDistance: 0 }) }),
    ['gate', 'school'],
  ),
  findsPlaces(
    'geoNear',
    'minDistance leaves out what is too near',
    (db) => ({ spot: db.command.geoNear({ geometry: spot(db, 0, 0), maxDistance: 500, minDistance: 50 }) }),
    ['school', 'clinic'],
  ),
  findsPlaces(
    'geoNear',
    'other conditions hold as well',
    (db) => ({
      spot: db.command.geoNear({ geometry: spot(db, 0, 0), maxDistance: 5000, minDistance: 0 }),
      status: 'open',
    }),
    ['gate', 'clinic', 'market'],
  ),
  findsPlaces(
    'geoWithin',
    'geoWithin finds places in a polygon',
    (db) => ({ spot: db.command.geoWithin({ geometry: square(db, 0.002) }) }),
    ['gate', 'school'],
  ),
  findsPlaces(
    'geoWithin',
    'a MultiPolygon holds what one of its polygons holds',
    (db) => ({
      spot: db.command.geoWithin({ geometry: manyPolygons(db, square(db, 0.0005), square(db, 0.01)) }),
    }),
    ['clinic', 'gate', 'school'],
  ),
  findsPlaces(
    'geoWithin',
    'centerSphere takes a centre and a radius in radians',
    (db) => ({ spot: db.command.geoWithin({ centerSphere: [[...GATE], 0.4 / 6378.1] }) }),
    ['clinic', 'gate', 'school'],
  ),
  findsPlaces(
    'geoWithin',
    'the centre may be a Point',
    (db) => ({ spot: db.command.geoWithin({ centerSphere: [spot(db, 0.02, 0), 0.1 / 6378.1] }) }),
    ['market'],
  ),
  findsPlaces(
    'geoIntersects',
    'geoIntersects finds points on a line',
    (db) => ({
      spot: db.command.geoIntersects({
        geometry: line(db, spot(db, 0, -0.002), spot(db, 0, 0.002)),
      }),
    }),
    ['gate', 'school'],
  ),
  findsPlaces(
    'geoIntersects',
    'geoIntersects with a point finds the same point',
    (db) => ({ spot: db.command.geoIntersects({ geometry: spot(db, 0, 0.003) }) }),
    ['clinic'],
  ),
  findsPlaces(
    'geoIntersects',
    'geoIntersects with a polygon finds what lies in it',
    (db) => ({ spot: db.command.geoIntersects({ geometry: square(db, 0.002) }) }),
    ['gate', 'school'],
  ),
  {
    operation: 'command.geoNear',
    title: 'an order of its own outranks the distance',
    needs: 'indexes',
    link: page('geoNear'),
    check: async ({ db, indexed }) => {
      await fill(db, indexed);
      const near = db.command.geoNear({ geometry: spot(db, 0, 0), maxDistance: 5000, minDistance: 0 });
      const { data } = await db
        .collection(indexed)
        .where({ spot: near })
        .orderBy('code', 'desc')
        .limit(2)
        .get();
      expect(data.map(({ _id }) => _id)).toEqual(['school', 'market']);
    },
  },
  {
    operation: 'command.geoNear',
    title: 'limit and skip page through the distance',
    needs: 'indexes',
    link: page('geoNear'),
    check: async ({ db, indexed }) => {
      await fill(db, indexed);
      const near = db.command.geoNear({ geometry: spot(db, 0, 0), maxDistance: 5000, minDistance: 0 });
      const { data } = await db.collection(indexed).where({ spot: near }).skip(1).limit(2).get();
      expect(data.map(({ _id }) => _id)).toEqual(['school', 'clinic']);
    },
  },
  {
    operation: 'command.geoNear',
    title: 'a query by place without a geo index is refused',
    link: page('geoNear'),
    check: async ({ db, plain }) => {
      const near = db.command.geoNear({ geometry: spot(db, 0, 0), maxDistance: 10, minDistance: 0 });
      const { code, message } = await refusalOf(db.collection(plain).where({ spot: near }).get());
      expect(code).toBe('DATABASE_REQUEST_FAILED');
      expect(message).toContain('unable to find index');
    },
  },
  {
    operation: 'command.geoIntersects',
    title: 'a stored polygon is found by a point inside it, and by a line across it',
    needs: 'indexes',
    link: page('geoIntersects'),
    check: async ({ db, indexed }) => {
      await db.collection(indexed).add({ _id: 'block', spot: square(db, 0.002) });
      const { geoIntersects } = db.command;
      const across = line(db, spot(db, -0.01, 0.001), spot(db, 0.01, 0.001));
      for (const [geometry, count] of [
        [spot(db, 0.001, 0.001), 1],
        [across, 1],
        [spot(db, 0.003, 0), 0],
      ] as const) {
        const found = await db
          .collection(indexed)
          .where({ spot: geoIntersects({ geometry }) })
          .count();
        expect(found.total).toBe(count);
      }
    },
  },
  {
    operation: 'aggregate.geoNear',
    title: 'geoNear gives each place its distance, nearest first',
    needs: 'indexes',
    link: reference('aggregate/Aggregate.geoNear'),
    check: async ({ db, indexed }) => {
      await fill(db, indexed);
      const { data } = await db
        .collection(indexed)
        .aggregate()
        .geoNear({
          distanceField: 'away.metres',
          spherical: true,
          near: spot(db, 0, 0),
          maxDistance: 500,
          query: { status: 'open' },
          includeLocs: 'found',
        })
        .project({ away: 1, found: 1 })
        .end();
      expect(data).toMatchObject([{ _id: 'gate', away: { metres: 0 } }, { _id: 'clinic' }]);
      expect(data[1].away.metres).toBeCloseTo(334, 0);
      expect(data[1].found).toBeDefined();
    },
  },
  {
    operation: 'aggregate.geoNear',
    title: 'distanceMultiplier scales the distance, limit ends the list, later stages go on from there',
    needs: 'indexes',
    link: reference('aggregate/Aggregate.geoNear'),
    check: async ({ db, indexed }) => {
      await fill(db, indexed);
      const { data } = await db
        .collection(indexed)
        .aggregate()
        .geoNear({
          distanceField: 'km',
          spherical: true,
          near: spot(db, 0, 0),
          minDistance: 200,
          distanceMultiplier: 0.001,
          key: 'spot',
        })
        .limit(1)
        .end();
      expect(data).toMatchObject([{ _id: 'clinic' }]);
      expect(data[0].km).toBeCloseTo(0.334, 3);
    },
  },
];

/** Each kind of place comes back as the SDK's own object, saying the same. */
const shapes: readonly Feature[] = (
  [
    ['Point', (db) => spot(db, 0, 0)],
    ['LineString', (db) => line(db, spot(db, 0, 0), spot(db, 1, 1))],
    ['Polygon', (db) => square(db, 1)],
    ['MultiPoint', (db) => manyPoints(db, spot(db, 0, 0), spot(db, 1, 1))],
    [
      'MultiLineString',
      (db) =>
        manyLines(db, line(db, spot(db, 0, 0), spot(db, 1, 1)), line(db, spot(db, 1, 0), spot(db, 2, 1))),
    ],
    ['MultiPolygon', (db) => manyPolygons(db, square(db, 1), square(db, 2))],
  ] satisfies [string, (db: Db) => Place][]
).map(([type, make]): Feature => ({
  operation: `Geo.${type}`,
  title: `a ${type} comes back as a ${type}`,
  link: geoPage(type),
  check: async ({ db, plain, indexed }) => {
    for (const name of [plain, indexed]) {
      await db.collection(name).add({ _id: 'place', spot: make(db) });
      const [{ spot: found }] = (await db.collection(name).doc('place').get()).data;
      expect(found.toJSON()).toEqual(make(db).toJSON());
    }
  },
}));

/** Places: values, queries and the stage of a pipeline. */
export const geoFeatures: readonly Feature[] = [...searches, ...shapes];
