import { init } from '@cloudbase/node-sdk';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { startLocalcloud, type Localcloud } from '../../localcloud';
import { contest } from './contest';
import { plainFunctions, SEATS } from './functions';
import { speedOf } from './measure';
import { profiled } from './profile';
import { sdkWorks } from './sdk-works';
import type { Loaded, Order, Ready, RowMeasured, Setting } from './subject-messages';
import { atOnce, collections, task } from './workload';

/** The process that is measured: localcloud on a data folder, obeying the bench. */
const setting = JSON.parse(process.argv[2] ?? '{}') as Setting;
const BATCH = 500;

async function start(): Promise<Localcloud> {
  const { dataDir, transport, isApp, isService = false } = setting;
  const mode = isService ? { isService, publicUrl: 'http://localhost' } : {};
  if (!isApp)
    return startLocalcloud({
      ...{ dataDir, env: 'bench', transport, collections, functions: plainFunctions },
      ...mode,
    });
  // Only here: its modules would be part of every start that is measured.
  const { startApp } = await import('./subject-app');
  return startApp({ dataDir, transport, ...mode });
}

const rssMb = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);

async function obey(cloud: Localcloud, order: Order): Promise<unknown> {
  const database = () => init(cloud.sdkInit).database();
  switch (order.do) {
    case 'load':
      return load(database(), order.documents);
    case 'row': {
      const { row, documents, seconds, profileSeconds } = order;
      const work = sdkWorks(database(), documents)[row];
      cloud.operations.reset();
      const speed = await speedOf(rowFrom(row, work), { seconds, atOnce: atOnce(row) });
      const examined = cloud.operations.recent().at(-1)?.examined ?? null;
      const again = async (): Promise<number> =>
        (await speedOf(rowFrom(row, work), { seconds: profileSeconds, atOnce: atOnce(row) })).times * 1.25;
      const profile = profileSeconds > 0 ? await profiled(again) : null;
      return { speed, examined, profile, rssMb: rssMb() } satisfies RowMeasured;
    }
    case 'contest':
      return contest(database(), order.documents);
    case 'call': {
      const { name, documents, seconds, atOnce: lanes } = order;
      const call = (i: number) => cloud.invoke(name, { i, documents }, { openid: 'o1' });
      return speedOf(call, { seconds, atOnce: lanes });
    }
    case 'tokens':
      return Array.from({ length: order.count }, (_, i) => cloud.signIn(`o${i}`).token);
    case 'newSeats':
      return database().collection('seats').add({ _id: order.round, left: SEATS });
    case 'seatsLeft':
      return (await database().collection('seats').doc(order.round).get()).data[0]?.left;
    case 'resident':
      return (await import('./resident')).residentsWithThreads(cloud);
    case 'scribble':
      return speedOf(sdkWorks(database(), order.documents).claims, { seconds: 60, atOnce: 64 });
    case 'close':
      return cloud.close();
  }
}

/** Documents that are added must not be those of an earlier round. */
let rounds = 0;
function rowFrom(row: string, work: (i: number) => unknown): (i: number) => unknown {
  if (row !== 'add') return work;
  const from = (rounds += 1) * 10_000_000;
  return (i) => work(from + i);
}

async function load(
  database: ReturnType<ReturnType<typeof init>['database']>,
  documents: number,
): Promise<Loaded> {
  const startedAt = performance.now();
  const tasks = database.collection('tasks');
  for (let from = 0; from < documents; from += BATCH)
    await tasks.add(Array.from({ length: Math.min(BATCH, documents - from) }, (_, i) => task(from + i)));
  const perSecond = Math.round((documents * 1000) / (performance.now() - startedAt));
  return { perSecond, rssMb: rssMb(), bytesPerDocument: Math.round(bytesIn(setting.dataDir) / documents) };
}

const bytesIn = (folder: string): number =>
  ['localcloud.db', 'localcloud.db-wal']
    .map((name) => path.join(folder, name))
    .reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0);

async function main(): Promise<void> {
  const startedAt = performance.now();
  const cloud = await start();
  const ready: Ready = { url: cloud.url, openMs: performance.now() - startedAt };
  process.on('message', (message) => {
    const order = message as Order;
    obey(cloud, order).then(
      (answer) => (order.do === 'close' ? process.exit(0) : process.send?.({ answer })),
      (error: unknown) =>
        process.send?.({ error: error instanceof Error ? (error.stack ?? '') : String(error) }),
    );
  });
  process.once('disconnect', () => process.exit(1));
  process.send?.({ answer: ready });
}

void main();
