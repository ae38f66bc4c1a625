import { CloudError } from '../../protocol/cloud-error';
import type { Doc } from '../../protocol/values';
import { keyOf, NULL_KEY, type FieldKeys } from '../keys';
import { reach } from '../paths';
import { geometriesOf, type Geometry } from './geometry';
import { latitudesOf, type Cap } from './sphere';

/** Key of everything that is not one single point: always looked at. */
const SHAPE_KEY = 'X';

/**
 * What a document contributes to a 2dsphere index: the latitude of its point, as a number's key.
 * A band of latitudes is what such an index narrows by. Throws, as Mongo does, for what is no place.
 */
export function geoKeys(doc: Doc, path: readonly string[]): FieldKeys {
  const [first, ...others] = readOrRefuse(doc, path);
  if (!first) return { isArray: false, keys: [NULL_KEY] };
  const [point] = first.points;
  const isOnePoint =
    others.length === 0 && first.points.length === 1 && first.lines.length + first.polygons.length === 0;
  return { isArray: false, keys: [isOnePoint && point ? keyOf(point[1]) : SHAPE_KEY] };
}

function readOrRefuse(doc: Doc, path: readonly string[]): Geometry[] {
  try {
    return geometriesOf(reach(doc, path));
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `Can't extract geo keys: ${path.join('.')}: ${error.message}`,
    );
  }
}

/** SQL and its parameters for "may lie in this cap", or "is a place at all" without one. */
export function geoCandidates(column: string, cap: Cap | undefined): { where: string; params: string[] } {
  if (!cap) return { where: `${column} <> ?`, params: [NULL_KEY] };
  const [south, north] = latitudesOf(cap);
  return {
    where: `((${column} >= ? AND ${column} <= ?) OR ${column} = ?)`,
    params: [keyOf(south), keyOf(north), SHAPE_KEY],
  };
}
