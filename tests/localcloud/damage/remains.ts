import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionDeclaration } from '@localcloud/index';
import type { Store } from '@localcloud/store/store';
import { openStore } from '../kill/open-store';

const COLLECTIONS: readonly CollectionDeclaration[] = [
  {
    name: 'notes',
    indexes: [
      { name: 'at', keys: [{ field: 'at', direction: 1 }] },
      { name: 'tags', keys: [{ field: 'tags', direction: 1 }] },
      { name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true },
    ],
  },
];
const WAYS = 7;

/** What is read where two ways to find the same documents differ. */
const DISAGREEMENT = 'two ways to find the same documents differ';

/** What a database file and the files beside it look like at one moment, and what was acknowledged by then. */
export type Remains = { readonly name: string; readonly folder: string; readonly texts: readonly string[] };

/** Adds documents together, all or none. */
export function addNotes(store: Store, from: number, count: number): Promise<void> {
  return store.engine.write(() => {
    for (let at = from; at < from + count; at++)
      store.documents('notes').insert({
        _id: `n${at}`,
        at,
        code: `code ${at}`,
        tags: ['all', `way ${at % WAYS}`],
        text: `锦绣城 ${at} `.repeat(12),
      });
  });
}

/** Every document's text, in order; found by every way there is to find them, which must agree. Throws what reading throws. */
export function readEverything(store: Store): string[] {
  const notes = store.documents('notes');
  const read = (filter: object, sort: 'at' | undefined): string[] =>
    notes
      .select({ filter: { ...filter }, sort: sort ? [[sort, 1]] : [], skip: 0, limit: Infinity })
      .map(({ text }) => text);
  const all = read({}, undefined);
  const byOrder = read({}, 'at');
  const byRange = read({ at: { $gte: 0 } }, undefined);
  const byTag = Array.from({ length: WAYS }, (_, way) => read({ tags: `way ${way}` }, undefined)).flat();
  const byId = all.map((_text, at) => notes.byId(`n${at}`)?.text ?? '');
  const byCode = all.flatMap((_text, at) => read({ code: `code ${at}` }, undefined));
  const isSame = (found: readonly string[], expected: readonly string[]): boolean =>
    found.join('\n') === expected.join('\n');
  const agree =
    [byOrder, byRange, byId, byCode].every((found) => isSame(found, all)) &&
    isSame([...byTag].sort(), [...all].sort()) &&
    notes.count({}) === all.length;
  return agree ? all : [DISAGREEMENT];
}

/** Copies the database and what lies beside it. */
export function copyRemains(from: string, to: string): string {
  mkdirSync(to);
  for (const name of readdirSync(from).filter((each) => each.startsWith('localcloud.db')))
    copyFileSync(join(from, name), join(to, name));
  return to;
}

export function openRemains(folder: string): Store {
  return openStore(join(folder, 'localcloud.db'), false, COLLECTIONS);
}

/** Writes a database and keeps what a kill would leave at three moments of its life, and what closing it leaves. */
export async function makeRemains(folder: string): Promise<Remains[]> {
  const live = join(folder, 'live');
  mkdirSync(live);
  const remains: Remains[] = [];
  const store = openRemains(live);
  const keep = (name: string, isOpen = true): void => {
    const texts = isOpen ? readEverything(store) : (remains[remains.length - 1]?.texts ?? []);
    remains.push({ name, folder: copyRemains(live, join(folder, name)), texts });
  };
  for (let from = 0; from < 80; from += 20) await addNotes(store, from, 20);
  keep('killed, everything in the log');
  store.engine.holdStill();
  store.engine.letGo();
  keep('killed after a checkpoint');
  await addNotes(store, 80, 30);
  await store.engine.write(() => {
    const row = store.documents('notes').byId('n3');
    if (row) store.documents('notes').replace(row, { ...row.doc, tags: ['all', 'way 3', 'changed'] });
  });
  keep('killed with a log on top');
  store.close();
  keep('closed', false);
  return remains;
}
