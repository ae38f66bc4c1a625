import type { Db } from './feature';

/** A place as the SDK builds it. */
export type Place = { toJSON(): object };

export const point = (db: Db, longitude: number, latitude: number) => new db.Geo.Point(longitude, latitude);

export const line = (db: Db, ...points: Place[]): Place => build(db, 'LineString', points);
export const polygon = (db: Db, ...rings: Place[]): Place => build(db, 'Polygon', rings);
export const manyPoints = (db: Db, ...points: Place[]): Place => build(db, 'MultiPoint', points);
export const manyLines = (db: Db, ...lines: Place[]): Place => build(db, 'MultiLineString', lines);
export const manyPolygons = (db: Db, ...polygons: Place[]): Place => build(db, 'MultiPolygon', polygons);

/** The SDK's types declare Point alone; the other classes are there all the same. */
function build(db: Db, type: string, parts: readonly Place[]): Place {
  const made: unknown = Reflect.construct(Reflect.get(db.Geo, type), [parts]);
  if (typeof made === 'object' && made !== null && 'toJSON' in made) return made as Place;
  throw new Error(`the SDK has no ${type}`);
}
