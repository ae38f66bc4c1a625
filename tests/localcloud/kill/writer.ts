// Run as a child process: writes without end and says on stdout what has been acknowledged, until it is killed.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '@localcloud/store/store';
import { writeBackup } from '@localcloud/upkeep/backup';
import { noProgress } from '@localcloud/upkeep/progress';
import { Client } from './client';
import { openStore } from './open-store';
import { declarations, type WriterOrder } from './order';
import { serveUpkeep } from './serve-upkeep';
import { writeWithoutEnd } from './workloads';

const STDOUT = 1;
const say = (line: string): void => void writeSync(STDOUT, `${line}\n`);

function main(order: WriterOrder): void {
  say('opening');
  const store = openStore(order.file, true, declarations(order.bulk));
  say('opened');
  if (order.serves) serveUpkeep(store, order.file, (url) => say(`serving ${url}`));
  let acknowledged = 0;
  writeWithoutEnd(new Client(store), order.generation, (kind, name, value) => {
    say(`${kind} ${name} ${value}`);
    acknowledged++;
    if (acknowledged === order.dieAfter) process.kill(process.pid, 'SIGKILL');
    if (acknowledged === order.closeAfter) closeInGoodOrder(store);
  });
  if (order.checkpoints) checkpointWithoutEnd(store);
  if (order.backupFolder !== undefined) backUpWithoutEnd(store, order, order.backupFolder);
}

function closeInGoodOrder(store: Store): void {
  say('closing');
  store.close();
  say('closed');
  process.exit(0);
}

/** Every few turns, moves the write-ahead log into the database and begins it anew. */
function checkpointWithoutEnd(store: Store): void {
  let turns = 0;
  const turn = (): void => {
    turns++;
    if (turns % 8 === 0) {
      say('checkpoint');
      store.engine.holdStill();
      store.engine.letGo();
      say('checkpointed');
    }
    setImmediate(turn);
  };
  setImmediate(turn);
}

function backUpWithoutEnd(store: Store, { file, generation }: WriterOrder, folder: string): void {
  let count = 0;
  const source = { databaseFile: file, filesFolder: join(folder, 'files'), opened: store };
  const backUp = async (): Promise<void> => {
    count++;
    const name = `backup-${generation}-${count}.db`;
    say(`backup-begin ${name}`);
    await writeBackup(source, join(folder, name), noProgress);
    say(`backup-end ${name}`);
    setTimeout(backUp, 20);
  };
  setTimeout(backUp, 20);
}

const order: WriterOrder = JSON.parse(process.argv[2] ?? '{}');
main(order);
