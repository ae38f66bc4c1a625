// Run as a child process on a disk that is soon full: `fill FOLDER`, then `verify FOLDER`. Says on stdout what happened.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '@localcloud/clock';
import { codeOf, messageOf } from '@localcloud/error-facts';
import { Files } from '@localcloud/services/storage/files';
import { writeBackup } from '@localcloud/upkeep/backup';
import { checkStore } from '@localcloud/upkeep/check';
import { noProgress } from '@localcloud/upkeep/progress';
import { Client } from './client';
import { openStore } from './open-store';

const [, , step = '', folder = ''] = process.argv;
const DOCUMENT_CHARACTERS = 12_000;
const UPLOAD_BYTES = 4_000_000;
const BALLASTS = ['ballast-1', 'ballast-2'].map((name) => join(folder, name));
const filesFolder = join(folder, 'files');
const databaseFile = join(folder, 'localcloud.db');
const collections = [
  { name: 'notes', indexes: [{ name: 'at', keys: [{ field: 'at', direction: 1 }] }] },
] as const;

const say = (report: object): void => void process.stdout.write(`${JSON.stringify(report)}\n`);

function filesLeft(): number {
  return readdirSync(filesFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;
}

async function messageOfRefusal(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'not refused', messageOf);
}

async function fill(): Promise<void> {
  for (const ballast of BALLASTS) writeFileSync(ballast, Buffer.alloc(1_000_000));
  const store = openStore(databaseFile, true, collections);
  const client = new Client(store);
  const files = new Files(filesFolder, store.engine, systemClock);
  const first = await addUntilRefused(client, 0);
  const together = await Promise.allSettled([1, 2, 3, 4, 5].map((i) => add(client, first.acknowledged + i)));
  const upload = await messageOfRefusal(files.put('a.txt', Buffer.alloc(UPLOAD_BYTES), null));
  const source = { databaseFile, filesFolder, opened: store };
  say({
    ...first,
    refusedTogether: together.filter(({ status }) => status === 'rejected').length,
    readable: (await client.find('notes', { at: { $gte: 0 } })).length,
    upload,
    filesLeft: filesLeft(),
    backup: await messageOfRefusal(writeBackup(source, join(folder, 'backup.db'), noProgress)),
    backupsLeft: readdirSync(folder).filter((name) => name.startsWith('backup')).length,
  });
  freeSpace(BALLASTS[0]);
  for (let i = 0; i < 6; i++) await add(client, first.acknowledged + i);
  await files.put('a.txt', Buffer.from('uploaded'), null);
  say({ filesLeft: filesLeft() });
  const second = await addUntilRefused(client, first.acknowledged + 6);
  say(second);
  store.close();
}

const add = (client: Client, at: number): Promise<void> =>
  client.add('notes', [{ _id: `n${at}`, at, text: 'x'.repeat(DOCUMENT_CHARACTERS) }]);

async function addUntilRefused(
  client: Client,
  from: number,
): Promise<{ acknowledged: number; code: string; message: string }> {
  for (let acknowledged = from; ; acknowledged++) {
    const refusal: unknown = await add(client, acknowledged).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refusal !== undefined) return { acknowledged, code: codeOf(refusal), message: messageOf(refusal) };
  }
}

function freeSpace(ballast: string | undefined): void {
  rmSync(ballast ?? '');
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(process.pid), '--fsize=8000000']);
  if (status !== 0) throw new Error(`prlimit: ${String(stderr)}`);
}

/** A start on the disk while it still is full, which may be refused; then with space. */
async function verify(): Promise<void> {
  const refused = await messageOfRefusal(Promise.resolve().then(() => openStore(databaseFile, true).close()));
  freeSpace(BALLASTS[1]);
  const store = openStore(databaseFile, true, collections);
  const files = new Files(filesFolder, store.engine, systemClock);
  const { documents, damages } = checkStore(store);
  await add(new Client(store), documents);
  say({ refused, documents, damages, upload: String(await files.read('a.txt')) });
  store.close();
}

mkdirSync(filesFolder, { recursive: true });
void (step === 'fill' ? fill() : verify());
