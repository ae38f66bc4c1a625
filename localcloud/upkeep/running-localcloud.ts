import { messageOf } from '../error-facts';
import { isRecord } from '../protocol/params';
import type { Hold } from './holds';

/** A localcloud in another process, and the proof that its folder can be read. */
export type RunningLocalcloud = { url: string; key: string };

/** Asks it to do one of its upkeep tasks. Throws an Error with its reason when it refuses. */
export async function ask({ url, key }: RunningLocalcloud, task: string, params: object): Promise<unknown> {
  const response = await fetch(`${url}/_localcloud/upkeep/${task}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(params),
  }).catch((error: unknown) => {
    throw new Error(`localcloud at ${url} cannot be reached (${messageOf(error)})`);
  });
  const answer: unknown = await response.json();
  if (!isRecord(answer)) throw new Error(`localcloud at ${url} did not understand`);
  if (response.ok) return answer['report'];
  throw new Error(String(answer['message']));
}

/** Does `work` while the running localcloud leaves its files as they are. Throws when it did not, to the end. */
export async function holding<T>(running: RunningLocalcloud, work: () => Promise<T>): Promise<T> {
  // The answer is this very program's.
  const { id, leaseMs } = (await ask(running, 'hold', {})) as Hold;
  // A renewal that fails is no failure yet: the release tells whether the hold lasted.
  const renewal = setInterval(() => void ask(running, 'renew', { id }).catch(() => undefined), leaseMs / 3);
  try {
    const result = await work();
    await ask(running, 'release', { id });
    return result;
  } catch (error) {
    // The first failure is the one to tell; a hold that is not released ends by itself.
    await ask(running, 'release', { id }).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

/** Whether this very localcloud is there: after a kill, the address may be nobody's, or somebody else's. */
export async function answers(running: RunningLocalcloud): Promise<boolean> {
  return ask(running, 'ping', {}).then(
    () => true,
    () => false,
  );
}
