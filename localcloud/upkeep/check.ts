import { messageOf } from '../error-facts';
import { decodeStored } from '../protocol/ejson';
import type { Collection } from '../store/collection';
import { keyOf } from '../store/keys';
import type { Store } from '../store/store';

export type CheckReport = { collections: number; documents: number; problems: string[] };

const MAX_PROBLEMS = 20;

/** Reads everything: the file's structure, every document, and every key beside its document. */
export function checkStore(store: Store): CheckReport {
  const report: CheckReport = { collections: 0, documents: 0, problems: store.engine.structureProblems() };
  for (const name of store.names()) {
    report.collections++;
    checkCollection(store, store.collection(name), report);
  }
  return { ...report, problems: report.problems.slice(0, MAX_PROBLEMS) };
}

function checkCollection(store: Store, collection: Collection, report: CheckReport): void {
  const columns = collection.fields.map(({ column }) => `, ${column}`).join('');
  const rows = store.engine.each<[string, string, ...string[]]>(
    `SELECT _id, d${columns} FROM ${collection.table}`,
  );
  for (const [idKey, text, ...keys] of rows) {
    report.documents++;
    const problem = problemOf(collection, idKey, text, keys);
    if (problem !== undefined)
      report.problems.push(`${collection.name}: document ${idKey.slice(1)}: ${problem}`);
  }
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
