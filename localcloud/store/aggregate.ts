import { Aggregator } from 'mingo/aggregator';
import { CloudError, unsupported } from '../protocol/cloud-error';
import { isDoc, type Doc, type Value } from '../protocol/values';
import type { Documents } from './documents';
import { operators } from './expression-operators';
import { runGeoNear } from './geo/geo-near-stage';
import { nearOrderOf } from './geo/near';
import { compileFilter } from './matcher';
import { parseSort, sortBy } from './sort';
import { messageOf } from '../error-facts';

export type Stage = { readonly name: string; readonly value: Value };

/** Stages mingo carries out. `$match`, `$sort`, `$skip`, `$limit` and `$count` are ours, to agree with queries exactly. */
const MINGO_STAGES: ReadonlySet<string> = new Set([
  '$addFields',
  '$bucketAuto',
  '$facet',
  '$graphLookup',
  '$group',
  '$lookup',
  '$project',
  '$redact',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$sortByCount',
  '$unionWith',
  '$unset',
  '$unwind',
]);

/** Runs a pipeline. A leading `$match` uses the collection's indexes. */
export function aggregate(
  documents: Documents,
  stages: readonly Stage[],
  collectionNamed: (name: string) => Documents,
): Doc[] {
  const [first, ...rest] = stages;
  const matchFirst = first?.name === '$match' && isDoc(first.value) ? matchOperand(first.value) : undefined;
  const isGeoNear = first?.name === '$geoNear';
  let docs = isGeoNear
    ? runGeoNear(documents, docOperand(first.name, first.value))
    : everything(documents, matchFirst ?? {});
  for (const stage of matchFirst || isGeoNear ? rest : stages) docs = runStage(docs, stage, collectionNamed);
  return docs;
}

function everything(documents: Documents, filter: Doc): Doc[] {
  return documents.select({ filter, sort: [], skip: 0, limit: Infinity }).map((row) => row.doc);
}

function runStage(docs: Doc[], { name, value }: Stage, collectionNamed: (name: string) => Documents): Doc[] {
  switch (name) {
    case '$match':
      return docs.filter(compileFilter(matchOperand(docOperand(name, value))));
    case '$sort':
      return sortBy(docs, parseSort(docOperand(name, value)), (doc) => doc);
    case '$skip':
      return docs.slice(countOperand(name, value));
    case '$limit':
      return docs.slice(0, countOperand(name, value));
    case '$count':
      if (typeof value !== 'string') throw bad('the count field must be a non-empty string');
      return docs.length === 0 ? [] : [{ [value]: docs.length }];
    case '$geoNear':
      throw bad('$geoNear is only valid as the first stage in a pipeline.');
    case '$bucket':
      return runBucket(docs, docOperand(name, value), collectionNamed);
    default:
      return runMingo(docs, name, value, collectionNamed);
  }
}

function runMingo(
  docs: Doc[],
  name: string,
  value: Value,
  collectionNamed: (name: string) => Documents,
): Doc[] {
  if (!MINGO_STAGES.has(name)) throw unsupported(`the aggregation stage ${name}`);
  try {
    const aggregator = new Aggregator([{ [name]: value }], {
      context: operators,
      collectionResolver: (collection: string) => everything(collectionNamed(collection), {}),
    });
    return aggregator.run<Doc>(docs);
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw bad(`${name}: ${messageOf(error)}`);
  }
}

// mingo puts a value that equals a boundary into the bucket below it; Mongo puts it into the one above.
function runBucket(docs: Doc[], operand: Doc, collectionNamed: (name: string) => Documents): Doc[] {
  const { groupBy = null, boundaries, output = { count: { $sum: 1 } } } = operand;
  if (!Array.isArray(boundaries) || boundaries.length < 2) throw bad('$bucket needs at least two boundaries');
  if (!isDoc(output)) throw bad('$bucket output must be an object');
  const branches = boundaries.slice(1).map((upper, i): Value => {
    const lower = boundaries[i] ?? null;
    return { case: { $and: [{ $gte: [groupBy, lower] }, { $lt: [groupBy, upper] }] }, then: lower };
  });
  const fallback = operand['default'] === undefined ? {} : { default: operand['default'] };
  const grouped = runMingo(
    docs,
    '$group',
    { _id: { $switch: { branches, ...fallback } }, ...output },
    collectionNamed,
  );
  return sortBy(grouped, [['_id', 1]], (doc) => doc);
}

function matchOperand(filter: Doc): Doc {
  if (nearOrderOf(filter)) throw bad('$geoNear, $near, and $nearSphere are not allowed in this context');
  return filter;
}

function docOperand(name: string, value: Value): Doc {
  if (isDoc(value)) return value;
  throw bad(`${name} needs an object`);
}

function countOperand(name: string, value: Value): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw bad(`${name} needs a whole number that is not negative`);
}

function bad(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}
