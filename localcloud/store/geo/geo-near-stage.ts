import { CloudError } from '../../protocol/cloud-error';
import { decodeStored, encode } from '../../protocol/ejson';
import { isDoc, type Doc, type Value } from '../../protocol/values';
import type { Documents } from '../documents';
import { reach, setAt, valueAt } from '../paths';
import { metresTo } from './conditions';
import { parseGeometry } from './geometry';

/** `$geoNear`: every place nearest first, with its distance. Only ever the first stage of a pipeline. */
export function runGeoNear(documents: Documents, options: Doc): Doc[] {
  const { near = null, query = {}, distanceField, includeLocs, distanceMultiplier = 1, limit } = options;
  if (typeof distanceField !== 'string' || distanceField === '')
    throw bad("$geoNear requires a 'distanceField' option as a String");
  if (options['spherical'] !== true) throw bad('$geoNear needs spherical: true');
  if (typeof distanceMultiplier !== 'number') throw bad('distanceMultiplier must be a number');
  if (!isDoc(query)) throw bad('the query of $geoNear must be an object');
  const [position] = parseGeometry(near).points;
  if (!position) throw bad('$geoNear needs a Point');
  const key = keyFor(documents, options['key']);
  const nearest = documents.select({
    filter: { $and: [query, { [key]: { $nearSphere: nearSphere(near, options) } }] },
    sort: [],
    skip: 0,
    limit: typeof limit === 'number' ? limit : Infinity,
  });
  const path = key.split('.');
  return nearest.map(({ doc }) => {
    const found = decodeStored(encode(doc));
    setAt(found, distanceField.split('.'), metresTo(position, reach(doc, path)) * distanceMultiplier);
    if (typeof includeLocs === 'string') setAt(found, includeLocs.split('.'), valueAt(doc, path) ?? null);
    return found;
  });
}

function nearSphere(near: Value, { maxDistance, minDistance }: Doc): Doc {
  return {
    $geometry: near,
    ...(maxDistance === undefined ? {} : { $maxDistance: maxDistance }),
    ...(minDistance === undefined ? {} : { $minDistance: minDistance }),
  };
}

function keyFor({ name, geoFields }: Documents, asked: Value | undefined): string {
  if (typeof asked === 'string') return asked;
  const [only, ...others] = geoFields;
  if (only === undefined)
    throw bad(`$geoNear requires a 2d or 2dsphere index, but none were found: declare one on ${name}`);
  if (others.length === 0) return only;
  throw bad(`There is more than one 2dsphere index on ${name}; unsure which to use for $geoNear: say 'key'`);
}

function bad(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}
