import { randomUUID } from 'node:crypto';
import { CloudError } from '../../protocol/cloud-error';
import { decodeStored, encode } from '../../protocol/ejson';
import { isOperatorDoc, type Doc } from '../../protocol/values';
import type { Documents } from '../../store/documents';
import { compileProjection } from '../../store/projection';
import type { Sort } from '../../store/sort';
import { compileUpdate } from '../../store/update';

export type Read = { filter: Doc; sort: Sort; skip: number; limit: number; projection?: Doc };

/** Documents as wire text. Without a projection the stored text is the answer. */
export function readDocuments(documents: Documents, { projection, ...selection }: Read): string[] {
  const rows = rowsOf(documents, selection);
  if (!projection || Object.keys(projection).length === 0) return rows.map((row) => row.text);
  const project = compileProjection(projection);
  return rows.map((row) => encode(project(row.doc)));
}

// The commonest read of all: one document by its id, no planning needed.
function rowsOf(documents: Documents, selection: Omit<Read, 'projection'>): ReturnType<Documents['select']> {
  const { _id: id, ...others } = selection.filter;
  if (
    (typeof id === 'string' || typeof id === 'number') &&
    Object.keys(others).length === 0 &&
    selection.skip === 0
  ) {
    const row = documents.byId(id);
    return row ? [row] : [];
  }
  return documents.select(selection);
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
  const update = replace ? undefined : compileUpdate(data, cloneDoc, filter);
  const rows = rowsOf(documents, { filter, sort: [], skip: 0, limit: multi ? Infinity : 1 });
  if (rows.length === 0 && upsert)
    return { updated: 0, upsertedId: upsertDocument(documents, filter, data, update) };
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
  const update = compileUpdate(data, cloneDoc, filter);
  const [row] = rowsOf(documents, { filter, sort: [], skip: 0, limit: 1 });
  if (!row) return { updated: 0, doc: null };
  const next = update(row.doc);
  documents.replace(row, next);
  return { updated: 1, doc: encode(next) };
}

export function removeDocuments(documents: Documents, filter: Doc, multi: boolean): number {
  const rows = rowsOf(documents, { filter, sort: [], skip: 0, limit: multi ? Infinity : 1 });
  for (const row of rows) documents.remove(row);
  return rows.length;
}

function cloneDoc(doc: Doc): Doc {
  return decodeStored(encode(doc));
}

export function encodeAll(docs: readonly Doc[]): string[] {
  return docs.map(encode);
}
