import type { Store } from '@localcloud/store/store';
import { openStore } from './open-store';
import { declarations } from './order';
import type { Accuse } from './verdict';

const DOCUMENTS = 12_000;

/** Makes a file with a collection that takes a while to index. */
export function fillBulk(file: string): void {
  const store = openStore(file, false, declarations('first'));
  store.engine.writeNow(() => {
    const bulk = store.collection('bulk');
    for (let i = 0; i < DOCUMENTS; i++)
      bulk.insert({
        _id: `b${i}`,
        status: i % 4 === 0 ? 'open' : 'done',
        tags: ['all', `t${i % 100}`],
        at: i,
        code: `code ${i}`,
        place: { no: i % 50 },
      });
  });
  store.close();
}

/** Whichever declaration the file has after a kill, its queries must find what is there. */
export function judgeBulk(store: Store, accuse: Accuse): void {
  const bulk = store.documents('bulk');
  const expected = [
    [{ status: 'open' }, DOCUMENTS / 4],
    [{ tags: 't7' }, DOCUMENTS / 100],
    [{ 'place.no': 3 }, DOCUMENTS / 50],
    [{ code: 'code 77' }, 1],
  ] as const;
  for (const [filter, count] of expected) {
    const found = bulk.count(filter);
    if (found !== count) accuse('damaged', `bulk: ${JSON.stringify(filter)} finds ${found}, not ${count}`);
  }
  const newest = bulk.select({ filter: { status: 'open' }, sort: [['at', -1]], skip: 0, limit: 1 });
  if (newest[0]?.doc['at'] !== DOCUMENTS - 4) accuse('damaged', 'bulk: the order by `at` is wrong');
}
