import { init } from '@cloudbase/node-sdk';
import { appOptions, enterFunctionEnvironment } from '../../scripts/serve-app';
import { createDatabase } from '@cloud/platform/database';
import { startLocalcloud, type Localcloud } from '@localcloud/index';
import { cast, COMMUNITY_ID } from './cast';
import { shiftClock } from './running-community-clock';
import { crowd } from './running-community-crowd';
import { seedCommunity } from './running-community-seed';
import { seedTalks } from './running-community-talks';

/** What the process is to serve; see `startCommunity`. */
export type Order = {
  readonly dataDir: string;
  readonly port: number;
  /** The instant at which it starts, epoch ms; null for the machine's own time. */
  readonly startAt: number | null;
  readonly crowd: number;
  /** Talks between 张桂兰 and 赵敏 with so many messages each. */
  readonly talks: readonly number[];
};
export type Served = {
  readonly url: string;
  /** How much later than the machine's its clock is, in ms. */
  readonly clockOffset: number;
  readonly sdkInit: { env: string; secretId: string; secretKey: string; serviceUrl: string };
};

/** What a running community can be told. `dieAfter`: lose power once so many more database operations were stored. */
export type Command =
  | { readonly do: 'close' | 'runTimer' | 'countReads' }
  | { readonly do: 'dieAfter'; readonly operations: number }
  | { readonly do: 'advance'; readonly ms: number };

/** A key for tests only: contacts are sealed with it as in production. */
const FIELD_KEY = Buffer.alloc(32, 7).toString('base64');

/** The app as `npm start` serves it, with the test cast instead of the demo community. */
async function serve({ dataDir, port, startAt, crowd: crowdCount, talks }: Order): Promise<void> {
  const clockOffset = startAt === null ? 0 : startAt - Date.now();
  if (clockOffset !== 0) shiftClock(clockOffset);
  enterFunctionEnvironment({ fieldKey: FIELD_KEY, communityId: COMMUNITY_ID });
  const cloud = await startLocalcloud({ ...appOptions(), dataDir, port });
  countReads(cloud);
  const database = createDatabase(init(cloud.sdkInit).database());
  await seedCommunity(database, Date.now(), crowdCount);
  await seedTalks(database, Date.now(), talks);
  cloud.identities.register(
    [...Object.values(cast), ...crowd(crowdCount)].map(({ openid, name }) => ({ openid, label: name })),
  );
  process.on('message', (command) => void obey(cloud, command as Command));
  // A test that crashed must leave neither a server nor its folder behind.
  process.once('disconnect', () => void obey(cloud, { do: 'close' }));
  const served: Served = { url: cloud.url, sdkInit: cloud.sdkInit, clockOffset };
  process.send?.(served);
}

async function obey(cloud: Localcloud, command: Command): Promise<void> {
  if (command.do === 'dieAfter') return dieAfter(cloud, command.operations);
  if (command.do === 'advance') return shiftClock(command.ms);
  if (command.do === 'countReads') {
    process.send?.(reads);
    return;
  }
  if (command.do === 'runTimer') {
    await cloud.runTimer('minutely');
    process.send?.('timer has run');
    return;
  }
  await cloud.close();
  process.exit(0);
}

let reads = 0;

function countReads({ operations }: Localcloud): void {
  const record = operations.record.bind(operations);
  operations.record = (operation) => {
    record(operation);
    if (/get|calculate|aggregate/.test(operation.action)) reads += 1;
  };
}

/** Localcloud notes an operation when it is stored for good and not yet answered: the worst moment for a power cut. */
function dieAfter({ operations }: Localcloud, count: number): void {
  const record = operations.record.bind(operations);
  let left = count;
  operations.record = (operation) => {
    record(operation);
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}

process.once('message', (order) => void serve(order as Order));
