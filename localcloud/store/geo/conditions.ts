import { CloudError, unsupported } from '../../protocol/cloud-error';
import { isDoc, type Doc, type Value } from '../../protocol/values';
import { geometriesOf, parseGeometry, positionsOf, type Geometry } from './geometry';
import { angleTo, intersects, isWithin, isWithinCap } from './relations';
import { capAround, EARTH_RADIUS_METRES, type Cap, type Position } from './sphere';

export const GEO_OPERATORS: ReadonlySet<string> = new Set([
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
]);

/** A condition on a place: what it asks of a geometry, and a cap outside which no place can meet it. */
export type GeoCondition = { readonly accepts: (geometry: Geometry) => boolean; readonly within?: Cap };

/** Compiles `$nearSphere`, `$geoWithin` or `$geoIntersects`. Throws for shapes it cannot read. */
export function compileGeo(name: string, operand: Value): GeoCondition {
  if (!isDoc(operand)) throw bad(`${name} needs an object`);
  if (name === '$geoWithin') return compileWithin(operand);
  if (name === '$geoIntersects') {
    const area = geometryIn(name, operand);
    return { accepts: (geometry) => intersects(geometry, area), within: capAround(positionsOf(area)) };
  }
  const { position, minMetres, maxMetres } = parseNear(operand);
  const accepts = (geometry: Geometry): boolean => {
    const metres = angleTo(position, geometry) * EARTH_RADIUS_METRES;
    return metres >= minMetres && metres <= maxMetres;
  };
  if (!Number.isFinite(maxMetres)) return { accepts };
  return { accepts, within: { centre: position, radius: maxMetres / EARTH_RADIUS_METRES } };
}

/** A test for the values a path reached. */
export function compileGeoTest(
  name: string,
  operand: Value,
): (values: readonly (Value | undefined)[]) => boolean {
  const { accepts } = compileGeo(name, operand);
  return (values) => readable(values).some(accepts);
}

// A field without a geo index may hold anything; what is no place meets no condition on places.
function readable(values: readonly (Value | undefined)[]): Geometry[] {
  try {
    return geometriesOf(values);
  } catch (error) {
    if (error instanceof CloudError) return [];
    throw error;
  }
}

export type Near = { readonly position: Position; readonly minMetres: number; readonly maxMetres: number };

export function parseNear(operand: Doc): Near {
  const { points } = geometryIn('$nearSphere', operand);
  const [position] = points;
  if (!position || points.length > 1) throw bad('$nearSphere needs a Point');
  return {
    position,
    minMetres: metresIn(operand, '$minDistance', 0),
    maxMetres: metresIn(operand, '$maxDistance', Infinity),
  };
}

function metresIn(operand: Doc, name: string, fallback: number): number {
  const metres = operand[name] ?? fallback;
  if (typeof metres === 'number' && metres >= 0) return metres;
  throw bad(`${name} must be a number of metres that is not negative`);
}

/** Metres from a position to the nearest of the places a path reached; Infinity where there is none. */
export function metresTo(position: Position, values: readonly (Value | undefined)[]): number {
  return Math.min(...readable(values).map((geometry) => angleTo(position, geometry) * EARTH_RADIUS_METRES));
}

function compileWithin(operand: Doc): GeoCondition {
  if (operand['$centerSphere'] !== undefined) {
    const cap = parseCap(operand['$centerSphere']);
    return { accepts: (geometry) => isWithinCap(geometry, cap), within: cap };
  }
  const area = geometryIn('$geoWithin', operand);
  if (area.polygons.length === 0) throw bad('$geoWithin needs a Polygon or a MultiPolygon');
  return { accepts: (geometry) => isWithin(geometry, area), within: capAround(positionsOf(area)) };
}

function parseCap(value: Value): Cap {
  const [centre, radius] = Array.isArray(value) ? value : [];
  if (centre === undefined || typeof radius !== 'number' || radius < 0)
    throw bad('$centerSphere needs [[longitude, latitude], radius in radians]');
  const [position] = parseGeometry(centre).points;
  if (!position) throw bad('the centre of $centerSphere must be a point');
  return { centre: position, radius };
}

function geometryIn(name: string, operand: Doc): Geometry {
  const geometry = operand['$geometry'];
  if (geometry !== undefined) return parseGeometry(geometry);
  throw unsupported(`${name} without a GeoJSON $geometry`);
}

function bad(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}
