import { CloudError, unsupported } from '../../protocol/cloud-error';
import { isDoc, type Value } from '../../protocol/values';
import type { Position } from './sphere';

/** Any GeoJSON geometry, taken apart. A polygon is its outer ring and then its holes. */
export type Geometry = {
  readonly points: readonly Position[];
  readonly lines: readonly (readonly Position[])[];
  readonly polygons: readonly (readonly (readonly Position[])[])[];
};

const EMPTY: Geometry = { points: [], lines: [], polygons: [] };

/** Reads GeoJSON, or a bare [longitude, latitude]. Throws DATABASE_REQUEST_FAILED, saying what is wrong with it. */
export function parseGeometry(value: Value): Geometry {
  if (Array.isArray(value)) return { ...EMPTY, points: [position(value)] };
  if (!isDoc(value)) throw malformed('geo element must be an array or object');
  const coordinates = value['coordinates'] ?? null;
  switch (value['type']) {
    case 'Point':
      return { ...EMPTY, points: [position(coordinates)] };
    case 'MultiPoint':
      return { ...EMPTY, points: list(coordinates, 1).map(position) };
    case 'LineString':
      return { ...EMPTY, lines: [line(coordinates)] };
    case 'MultiLineString':
      return { ...EMPTY, lines: list(coordinates, 1).map(line) };
    case 'Polygon':
      return { ...EMPTY, polygons: [polygon(coordinates)] };
    case 'MultiPolygon':
      return { ...EMPTY, polygons: list(coordinates, 1).map(polygon) };
    case 'GeometryCollection':
      throw unsupported('the GeoJSON type GeometryCollection');
    default:
      throw malformed('unknown GeoJSON type');
  }
}

/** The geometries a path reached. Missing and null are none; an array of geometries is several. */
export function geometriesOf(values: readonly (Value | undefined)[]): Geometry[] {
  return values.flatMap((value): Geometry[] => {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value) && typeof value[0] !== 'number') return value.map(parseGeometry);
    return [parseGeometry(value)];
  });
}

export function positionsOf({ points, lines, polygons }: Geometry): Position[] {
  return [...points, ...lines.flat(), ...polygons.flat(2)];
}

function position(value: Value): Position {
  const [longitude, latitude] = Array.isArray(value) ? value : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    throw malformed('a position must be [longitude, latitude]');
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    throw malformed(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  return [longitude, latitude];
}

function line(value: Value): Position[] {
  return list(value, 2).map(position);
}

function polygon(value: Value): Position[][] {
  return list(value, 1).map((ring) => {
    const positions = list(ring, 4).map(position);
    const [first, last] = [positions[0], positions[positions.length - 1]];
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) throw malformed('loop is not closed');
    return positions;
  });
}

function list(value: Value, least: number): Value[] {
  if (Array.isArray(value) && value.length >= least) return value;
  throw malformed(`GeoJSON coordinates must be a list of at least ${least}`);
}

function malformed(what: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', what);
}
