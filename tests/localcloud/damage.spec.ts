import { copyFileSync, mkdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { basename, join } from 'node:path';
import { damageable, damageFile, outcomeOf } from './damage/damage';
import { addNotes, copyRemains, makeRemains, openRemains, readEverything } from './damage/remains';
import { randomNumbers } from './kill/moments';
import { temporaryFolder } from './temporary-folder';

// Generous, for machines that are busy with other things.
jest.setTimeout(120_000);

const ROUNDS = Number(process.env['DAMAGE_ROUNDS'] ?? 240);
const SEED = Number(process.env['DAMAGE_SEED'] ?? Date.now() % 1e6);

test('a damaged file is refused by name or does not matter, and what was never acknowledged is never served', async () => {
  const folder = temporaryFolder();
  const remains = await makeRemains(folder);
  const below = randomNumbers(SEED);
  const count = { refused: 0, harmless: 0, served: 0 };
  const served: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = remains[round % remains.length];
    if (!before) throw new Error('nothing remains');
    const copy = copyRemains(before.folder, join(folder, 'copy'));
    const files = damageable(copy);
    const file = files[below(files.length)] ?? '';
    const damage = damageFile(file, below);
    const { outcome, words } = outcomeOf(copy, before);
    count[outcome]++;
    if (outcome === 'served') served.push(`${before.name}: ${basename(file)}, ${damage}: ${words}`);
    rmSync(copy, { recursive: true });
  }
  process.stdout.write(`seed ${SEED}, damage: ${JSON.stringify(count)}\n`);
  expect(served).toEqual([]);
  expect(count.refused).toBeGreaterThan(ROUNDS / 4);
});

test('files nobody damaged are served as they were acknowledged, after a kill at any of the moments', async () => {
  const folder = temporaryFolder();
  for (const before of await makeRemains(folder)) {
    const copy = copyRemains(before.folder, join(folder, 'copy'));
    expect(before.texts.length).toBeGreaterThanOrEqual(80);
    expect(outcomeOf(copy, before)).toEqual({ outcome: 'harmless', words: expect.any(String) });
    rmSync(copy, { recursive: true });
  }
});

test('a log cut short in a write nobody was told of leaves everything before it, and of that write nothing', async () => {
  const folder = temporaryFolder();
  const [live, told] = [join(folder, 'live'), join(folder, 'told')];
  mkdirSync(live);
  const store = openRemains(live);
  await addNotes(store, 0, 40);
  copyRemains(live, told);
  const wal = 'localcloud.db-wal';
  for (let from = 40; from < 100; from += 5) await addNotes(store, from, 5);
  const whole = statSync(join(live, wal)).size;
  const below = randomNumbers(SEED);
  for (let round = 0; round < 40; round++) {
    const copy = copyRemains(told, join(folder, 'copy'));
    const toldBytes = statSync(join(copy, wal)).size;
    copyFileSync(join(live, wal), join(copy, wal));
    truncateSync(join(copy, wal), toldBytes + below(whole - toldBytes));
    const recovered = openRemains(copy);
    const found = readEverything(recovered);
    expect(found.length).toBeGreaterThanOrEqual(40);
    expect(found.length % 5).toBe(0);
    await addNotes(recovered, found.length, 5);
    expect(readEverything(recovered)).toHaveLength(found.length + 5);
    recovered.close();
    const again = openRemains(copy);
    expect(readEverything(again)).toHaveLength(found.length + 5);
    again.close();
    rmSync(copy, { recursive: true });
  }
  store.close();
});
