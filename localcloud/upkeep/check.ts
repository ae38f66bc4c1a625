import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../error-facts';
import { decodeStored } from '../protocol/ejson';
import type { Collection } from '../store/collection';
import { keysOf } from '../store/column-keys';
import { keyOf } from '../store/keys';
import type { Store } from '../store/store';
import type { StoredFile } from './backup-file';
import { noProgress, type Progress } from './progress';

/** What is wrong in one place (a collection, the file's structure, the stored files): how much, and the first few by name. */
export type Damage = { where: string; count: number; examples: string[] };
export type CheckReport = { collections: number; documents: number; damages: Damage[] };

const MAX_EXAMPLES = 10;

/** Reads the whole database: the file's structure, every document, and every key beside its document. */
export function checkStore(store: Store, progress: Progress = noProgress): CheckReport {
  const report: CheckReport = { collections: 0, documents: 0, damages: [] };
  const structure = damageIn('the file');
  for (const problem of store.engine.structureProblems()) note(structure, problem);
  report.damages.push(structure);
  const collections = store.names().map((name) => store.collection(name));
  const total = collections.reduce((sum, { table }) => sum + countRows(store, table), 0);
  for (const collection of collections) {
    report.collections++;
    report.damages.push(
      checkCollection(store, collection, () => progress('checked', ++report.documents, total, 'documents')),
    );
  }
  return { ...report, damages: report.damages.filter(({ count }) => count > 0) };
}

function countRows(store: Store, table: string): number {
  return store.engine.get<[number]>(`SELECT count(*) FROM ${table}`)?.[0] ?? 0;
}

function checkCollection(store: Store, collection: Collection, checked: () => void): Damage {
  const damage = damageIn(collection.name);
  const columns = collection.fields.map(({ column }) => `, ${column}`).join('');
  const rows = store.engine.each<[number, string, string, ...string[]]>(
    `SELECT n, _id, d${columns} FROM ${collection.table}`,
  );
  for (const [n, idKey, text, ...keys] of rows) {
    checked();
    const problem = problemOf(collection, idKey, text, keys) ?? elementProblemOf(store, collection, n, text);
    if (problem !== undefined) note(damage, `document ${idKey.slice(1)}: ${problem}`);
  }
  for (const { field, arrayTable } of collection.fields) {
    const strays = `SELECT count(*) FROM ${arrayTable} WHERE n NOT IN (SELECT n FROM ${collection.table})`;
    const [count] = store.engine.get<[number]>(strays) ?? [0];
    if (count > 0) note(damage, `${count} keys for ${field} belong to no document`);
  }
  return damage;
}

/** Compares the keys of array elements, which have a table of their own. */
function elementProblemOf(store: Store, collection: Collection, n: number, text: string): string | undefined {
  const doc = decodeStored(text);
  const wrong = collection.fields.find((field) => {
    if (!field.hasArrays) return false;
    const { isArray, keys } = keysOf(field, doc);
    const rows = store.engine.all<[string]>(`SELECT key FROM ${field.arrayTable} WHERE n = ?`, [n]);
    const expected = isArray ? new Set(keys) : new Set<string>();
    return rows.length !== expected.size || rows.some(([key]) => !expected.has(key));
  });
  return wrong && `its keys for the elements of ${wrong.field} are wrong`;
}

/** Whether every stored file is in the folder, as long as it was. */
export function checkStoredFiles(listed: readonly StoredFile[], folder: string): Damage {
  const damage = damageIn('stored files');
  for (const { path, place, size } of listed) {
    const location = join(folder, place);
    if (!existsSync(location)) note(damage, `${path} is gone`);
    else if (statSync(location).size !== size)
      note(damage, `${path} has ${statSync(location).size} bytes, not ${size}`);
  }
  return damage;
}

function damageIn(where: string): Damage {
  return { where, count: 0, examples: [] };
}

function note(damage: Damage, problem: string): void {
  damage.count++;
  if (damage.examples.length < MAX_EXAMPLES) damage.examples.push(problem);
}

function problemOf(
  collection: Collection,
  idKey: string,
  text: string,
  keys: readonly string[],
): string | undefined {
  try {
    const doc = decodeStored(text);
    if (keyOf(doc['_id']) !== idKey) return 'its id is not the one it is filed under';
    const expected = collection.keysFor(doc);
    const wrong = collection.fields.find((_, i) => expected[i] !== keys[i]);
    return wrong && `its key for ${wrong.field} is wrong`;
  } catch (error) {
    return `it cannot be read (${messageOf(error)})`;
  }
}
