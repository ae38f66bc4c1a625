import { randomUUID } from 'node:crypto';
import { CloudError } from '../../protocol/cloud-error';
import { encode } from '../../protocol/ejson';
import { isOperatorDoc, type Doc } from '../../protocol/values';
import type { Documents } from '../../store/documents';
import { compileProjection } from '../../store/projection';
import type { Sort } from '../../store/sort';
import { compileUpdate } from '../../store/update';

export type Read = { filter: Doc; sort: Sort; skip: number; limit: number; projection?: Doc };

/** Documents as wire text. Without a projection the stored text is the answer. */
export function readDocuments(documents: Documents, { projection, ...selection }: Read): string[] {
  if (!projection || Object.keys(projection).length === 0) return documents.texts(selection);
  const project = compileProjection(projection);
  return documents.select(selection).map((row) => encode(project(row.doc)));
}

/**
 * Inserts in order. As in Mongo, documents before a refused one stay: the refusal is returned with them,
 * so that the caller can commit first and then throw.
 */
export function insertDocuments(
  documents: Documents,
  docs: readonly Doc[],
): { ids: string[]; refusal?: CloudError } {
  const ids: string[] = [];
  if (docs.length > 1) documents.together();
  for (const given of docs) {
    refuseStorage(given);
    const doc: Doc = given['_id'] === undefined ? { _id: newId(), ...given } : given;
    try {
      documents.insert(doc);
    } catch (error) {
      if (error instanceof CloudError) return { ids, refusal: error };
      throw error;
    }
    ids.push(typeof doc['_id'] === 'string' ? doc['_id'] : encode(doc['_id'] ?? null));
  }
  return { ids };
}

function newId(): string {
  return randomUUID().replace(/-/g, '');
}

function refuseStorage(doc: Doc): void {
  const dollar = Object.keys(doc).find((name) => name.startsWith('$'));
  if (dollar !== undefined)
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not valid for storage.`,
    );
  if (Array.isArray(doc['_id']))
    throw new CloudError('DATABASE_REQUEST_FAILED', "The '_id' value cannot be of type array");
}

export type Modification = { filter: Doc; data: Doc; multi: boolean; replace: boolean; upsert: boolean };

/** Updates or replaces what matches. `updated` counts documents that really changed. */
export function modifyDocuments(
  documents: Documents,
  { filter, data, multi, replace, upsert }: Modification,
): { updated: number; upsertedId: Doc['_id'] } {
  if (replace && isOperatorDoc(data))
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      'the replacement document must not contain update operators',
    );
  const update = replace ? undefined : compileUpdate(data, filter);
  const rows = documents.select({ filter, sort: [], skip: 0, limit: multi ? Infinity : 1 });
  if (rows.length === 0 && upsert)
    return { updated: 0, upsertedId: upsertDocument(documents, filter, data, update) };
  if (rows.length > 1) documents.together();
  let updated = 0;
  for (const row of rows) {
    const next = update ? update(row.doc) : { _id: row.doc['_id'] ?? null, ...data };
    if (documents.replace(row, next)) updated++;
  }
  return { updated, upsertedId: null };
}

function upsertDocument(
  documents: Documents,
  filter: Doc,
  data: Doc,
  update: ((doc: Doc) => Doc) | undefined,
): Doc['_id'] {
  const seed = Object.fromEntries(
    Object.entries(filter).filter(([key, value]) => !key.startsWith('$') && !isOperatorDoc(value)),
  );
  const id = seed['_id'] ?? newId();
  const doc = update ? update({ _id: id, ...seed }) : { ...data, _id: id };
  refuseStorage(doc);
  documents.insert(doc);
  return id;
}

/** Updates the first match and returns it as it is afterwards, as wire text. */
export function modifyAndReturn(
  documents: Documents,
  filter: Doc,
  data: Doc,
): { updated: number; doc: string | null } {
  const update = compileUpdate(data, filter);
  const [row] = documents.select({ filter, sort: [], skip: 0, limit: 1 });
  if (!row) return { updated: 0, doc: null };
  const next = update(row.doc);
  documents.replace(row, next);
  return { updated: 1, doc: encode(next) };
}

export function removeDocuments(documents: Documents, filter: Doc, multi: boolean): number {
  const rows = documents.select({ filter, sort: [], skip: 0, limit: multi ? Infinity : 1 });
  if (rows.length > 1) documents.together();
  for (const row of rows) documents.remove(row);
  return rows.length;
}

export function encodeAll(docs: readonly Doc[]): string[] {
  return docs.map(encode);
}
