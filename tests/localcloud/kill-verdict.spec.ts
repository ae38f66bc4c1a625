import { join } from 'node:path';
import { Client } from './kill/client';
import { Ledger } from './kill/ledger';
import { openStore } from './kill/open-store';
import { declarations } from './kill/order';
import { judge } from './kill/verdict';
import { temporaryFolder } from './temporary-folder';

async function faultsWith(stands: number, ledger: Ledger): Promise<string[]> {
  const store = openStore(join(temporaryFolder(), 'localcloud.db'), true, declarations(undefined));
  try {
    await new Client(store).add('counters', [{ _id: 'c0', n: stands }]);
    const faults: string[] = [];
    judge(store, ledger, (fault) => faults.push(fault), { settle: false });
    return faults;
  } finally {
    store.close();
  }
}

function heardUntil(n: number, { writersAfter }: { writersAfter: number }): Ledger {
  const ledger = new Ledger();
  ledger.begin();
  ledger.hear(`counter c0 ${n}`);
  for (let i = 0; i < writersAfter; i++) ledger.begin();
  return ledger;
}

test.each([0, 1, 2])(
  'with %i writers killed unheard since, each may have counted once more, and none twice',
  async (writersAfter) => {
    const most = 7 + 1 + writersAfter;
    expect(await faultsWith(most, heardUntil(7, { writersAfter }))).toEqual([]);
    expect(await faultsWith(most + 1, heardUntil(7, { writersAfter }))).toEqual(['doubled']);
    expect(await faultsWith(6, heardUntil(7, { writersAfter }))).toEqual(['lost']);
  },
);

test('what a verdict found leaves room for the next writer alone', async () => {
  const ledger = heardUntil(7, { writersAfter: 1 });
  ledger.settleCounter('c0', 9);
  ledger.begin();
  expect(await faultsWith(10, ledger)).toEqual([]);
  expect(await faultsWith(11, ledger)).toEqual(['doubled']);
});
