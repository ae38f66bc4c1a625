import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { refusalOf } from '../parity/feature';
import { openStore } from './kill/open-store';
import { bundle } from './kill/bundle';
import { temporaryFolder } from './temporary-folder';

// Generous, for machines that are busy with other things.
jest.setTimeout(60_000);

/** How a shell gives a program a disk that is soon full. `$1` is the program, `$2` its folder. */
const FULL_DISKS: Readonly<Record<string, { script: string; words: RegExp; isFull: boolean }>> = {
  'a file system without space': {
    script: 'mount -t tmpfs -o size=5m tmpfs "$2" && node "$1" fill "$2" && exec node "$1" verify "$2"',
    words: /^the disk is full: nothing was stored\. Free some space/,
    isFull: true,
  },
  'files that may not grow': {
    script: 'ulimit -S -f 2500; node "$1" fill "$2" && exec node "$1" verify "$2"',
    words: /^the disk cannot be written \((SQLITE_IOERR|EFBIG)/,
    isFull: false,
  },
};

type Outcome = { code: number | null; reports: Record<string, unknown>[]; complaint: string };

function inShell(script: string, program: string, folder: string): Promise<Outcome> {
  const isMount = script.startsWith('mount');
  const [command, ...args] = isMount ? ['unshare', '-Urm', 'sh', '-c'] : ['bash', '-c'];
  return new Promise((resolve, reject) => {
    const child = spawn(command ?? '', [...args, script, 'sh', program, folder], { stdio: 'pipe' });
    let [said, complaint] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const lines = said.split('\n').filter((line) => line !== '');
      resolve({ code, complaint, reports: lines.map((line) => JSON.parse(line)) });
    });
  });
}

// Not every machine lets a test mount anything.
const canMount = spawnSync('unshare', ['-Urm', 'true']).status === 0;
const disks = Object.entries(FULL_DISKS).filter(([, { isFull }]) => !isFull || canMount);

test.each(disks)(
  'with %s writes are refused by name, reads go on, nothing told is lost, and freed space is used at once',
  async (_name, { script, words, isFull }) => {
    const program = await bundle('tests/localcloud/kill/full-disk.ts', temporaryFolder());
    const { code, reports, complaint } = await inShell(script, program, temporaryFolder());
    expect(complaint).toBe('');
    expect(code).toBe(0);
    const [full, freed, again, verified] = reports;
    expect(full).toMatchObject({ code: 'SYS_ERR', message: expect.stringMatching(words) });
    expect(full).toMatchObject({ refusedTogether: 5, readable: full?.['acknowledged'] });
    expect(full).toMatchObject({ upload: expect.stringMatching(words), filesLeft: 0 });
    if (isFull)
      expect(full).toMatchObject({
        backup: expect.stringMatching(/^(the disk is full|not enough disk)/),
        backupsLeft: 0,
      });
    expect(freed).toEqual({ filesLeft: 1 });
    expect(again).toMatchObject({ code: 'SYS_ERR', message: expect.stringMatching(words) });
    expect(Number(again?.['acknowledged'])).toBeGreaterThan(Number(full?.['acknowledged']) + 6);
    expect(verified).toEqual({
      refused: expect.stringMatching(isFull ? /is full; free some space and start again$/ : /^not refused$/),
      documents: again?.['acknowledged'],
      damages: [],
      upload: 'uploaded',
    });
  },
);

test('a write there is no room for is refused with the others of its moment, and later ones are taken', async () => {
  const collections = [{ name: 'notes', indexes: [] }];
  const store = openStore(join(temporaryFolder(), 'localcloud.db'), true, collections);
  const write = (id: string): Promise<void> =>
    store.engine.write(() => store.documents('notes').insert({ _id: id, text: 'x'.repeat(40_000) }));
  await write('kept');
  const [pages] = store.engine.get<[number]>('PRAGMA page_count') ?? [0];
  store.engine.get(`PRAGMA max_page_count = ${pages}`);
  for (const refusal of await Promise.all([refusalOf(write('a')), refusalOf(write('b'))]))
    expect(refusal).toMatchObject({ code: 'SYS_ERR', message: expect.stringContaining('the disk is full') });
  expect(store.documents('notes').count({})).toBe(1);
  store.engine.get('PRAGMA max_page_count = 1000000');
  await write('a');
  expect(store.documents('notes').count({})).toBe(2);
  store.close();
});

test('checksums there is no room for leave those that were there, so the data can be opened again', async () => {
  const folder = temporaryFolder();
  const program = await bundle('tests/localcloud/kill/short-of-room.ts', folder);
  const script = 'ulimit -S -f 8; exec node "$1" "$2"';
  const { status, stdout } = spawnSync('bash', ['-c', script, 'sh', program, join(folder, 'sums')]);
  expect(status).toBe(0);
  expect(JSON.parse(String(stdout))).toEqual({ refusal: 'EFBIG', isReadable: true, pages: 1000, fits: true });
});

test('a collection there was no room for can be made later', async () => {
  const store = openStore(join(temporaryFolder(), 'localcloud.db'), true, []);
  const [pages] = store.engine.get<[number]>('PRAGMA page_count') ?? [0];
  store.engine.get(`PRAGMA max_page_count = ${pages}`);
  expect(await refusalOf(store.create('late'))).toMatchObject({ code: 'SYS_ERR' });
  store.engine.get('PRAGMA max_page_count = 1000000');
  await store.create('late');
  await store.engine.write(() => store.documents('late').insert({ _id: 'a' }));
  expect(store.documents('late').count({})).toBe(1);
  store.close();
});
