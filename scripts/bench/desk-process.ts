import { init } from '@cloudbase/node-sdk';
import { startLocalcloud, type Localcloud } from '../../localcloud';
import { appOptions, enterFunctionEnvironment } from '../serve-app';
import { communityIdOf, seedDistrict, seedTalk } from './desk-district';

/** For measuring only: contacts are sealed with it as in production. */
const FIELD_KEY = Buffer.alloc(32, 7).toString('base64');

export type DeskOrder =
  | { readonly do: 'seed'; readonly communities: number; readonly askers: number }
  | { readonly do: 'talk'; readonly community: number; readonly messages: number }
  | { readonly do: 'tokens'; readonly openids: readonly string[] }
  | { readonly do: 'cost' }
  | { readonly do: 'texts'; readonly like: string }
  | { readonly do: 'close' };

/** Database operations since the last time it was asked, those that read, and the documents they looked at. */
export type Cost = { readonly operations: number; readonly reads: number; readonly examined: number };

/** The app's built functions, as a community's own server runs them, obeying the bench. */
async function main(): Promise<void> {
  enterFunctionEnvironment({ fieldKey: FIELD_KEY, communityId: communityIdOf(0) });
  const cloud = await startLocalcloud({
    ...appOptions('in-process'),
    ...{ dataDir: process.argv[2] ?? ':memory:', timers: [], isService: true, publicUrl: 'http://localhost' },
  });
  const costs = counting(cloud);
  process.on('message', (order: DeskOrder) => {
    obey(cloud, costs, order).then(
      (answer) => (order.do === 'close' ? process.exit(0) : process.send?.({ answer })),
      (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
    );
  });
  process.once('disconnect', () => process.exit(1));
  process.send?.({ answer: cloud.url });
}

async function obey(cloud: Localcloud, costs: () => Cost, order: DeskOrder): Promise<unknown> {
  const database = init(cloud.sdkInit).database();
  switch (order.do) {
    case 'seed':
      return seedDistrict(database, order.communities, order.askers);
    case 'talk':
      return seedTalk(database, order.community, order.messages);
    case 'tokens':
      return order.openids.map((openid) => cloud.signIn(openid).token);
    case 'cost':
      return costs();
    case 'texts':
      return textsOf(database, order.like);
    case 'close':
      return cloud.close();
  }
}

function counting({ operations }: Localcloud): () => Cost {
  let cost = { operations: 0, reads: 0, examined: 0 };
  const record = operations.record.bind(operations);
  operations.record = (operation) => {
    record(operation);
    cost.operations += 1;
    cost.examined += operation.examined ?? 0;
    if (/get|calculate|aggregate/.test(operation.action)) cost.reads += 1;
  };
  return () => {
    const sum = cost;
    cost = { operations: 0, reads: 0, examined: 0 };
    return sum;
  };
}

type Talk = { messages?: readonly { text: string }[]; tail?: readonly { text: string }[] };

/** How often each message that begins like this is stored, in conversations and filed away. */
async function textsOf(
  database: ReturnType<ReturnType<typeof init>['database']>,
  like: string,
): Promise<[string, number][]> {
  const counts = new Map<string, number>();
  for (const name of ['threads', 'message_chunks']) {
    for (let from = 0; ; from += 1000) {
      const { data } = await database.collection(name).skip(from).limit(1000).get();
      for (const { messages = [], tail = [] } of data as Talk[])
        for (const { text } of [...messages, ...tail])
          if (text.startsWith(like)) counts.set(text, (counts.get(text) ?? 0) + 1);
      if (data.length < 1000) break;
    }
  }
  return [...counts];
}

void main();
