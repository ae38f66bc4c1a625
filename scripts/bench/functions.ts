import { init } from '@cloudbase/node-sdk';
import type { FunctionDeclaration } from '../../localcloud';
import { insist } from './measure';
import { openFloor } from './sdk-floor';
import { idOf } from './workload';

export const SEATS = 100;

const database = () => init({ env: process.env['TCB_ENV'] ?? '' }).database();
let opened: ReturnType<typeof database> | undefined;
/** Opened at the first call, as a function does in the cloud. */
const shared = () => (opened ??= database());

/** One conditional update through the SDK. */
async function claim({ i, documents }: { i: number; documents: number }): Promise<{ updated: number }> {
  const { command: _ } = shared();
  const { updated } = await shared()
    .collection('tasks')
    .where({ _id: idOf(i, documents), left: _.gt(0) })
    .update({ left: _.inc(-1), holder: `p${i % 900}` });
  insist(updated === 1, `the claim of ${idOf(i, documents)} found no winner`);
  return { updated };
}

/** One of the seats of a round, while there are any. */
async function seat({ round }: { round: string }): Promise<{ won: boolean }> {
  const { command: _ } = shared();
  const { updated } = await shared()
    .collection('seats')
    .where({ _id: round, left: _.gt(0) })
    .update({ left: _.inc(-1) });
  return { won: updated === 1 };
}

let floor: ReturnType<typeof openFloor> | undefined;

/** What `seat` asks of the SDK, answered at once: nothing behind the SDK can be faster. */
async function seatFloor({ round }: { round: string }): Promise<{ won: boolean }> {
  floor ??= openFloor();
  const { command: _ } = floor.database;
  await floor.database
    .collection('seats')
    .where({ _id: round, left: _.gt(0) })
    .update({ left: _.inc(-1) });
  return { won: false };
}

const declare = (name: string, main: (event: never) => unknown): FunctionDeclaration => ({
  name,
  timeoutSeconds: 60,
  clientCallable: true,
  readsCallerFromEnvironment: false,
  load: async () => ({ main: main as (event: unknown) => unknown }),
});

export const plainFunctions: readonly FunctionDeclaration[] = [
  declare('claim', claim),
  declare('seat', seat),
  declare('seatFloor', seatFloor),
  declare('noop', () => ({ won: false })),
];
