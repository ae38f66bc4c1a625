import { WrongUsage } from './cli-arguments';
import { openExisting, runningOn } from './cli-upkeep';
import { ask } from './upkeep/running-localcloud';

/** Has the running localcloud invite somebody. Returns the lines that say how they sign in. */
export async function invite(dataDir: string, openid: string | undefined): Promise<string[]> {
  if (openid === undefined) throw new WrongUsage('say who signs in with it: --openid OPENID');
  const running = await runningOn(openExisting(dataDir));
  if (!running) throw new Error(`no localcloud is running on ${dataDir}; start it first`);
  // The answer is this very program's.
  const { code, link, expiresAt } = (await ask(running, 'invite', { openid })) as Record<string, string>;
  return [`code: ${code}`, `link: ${link}`, `good once, until ${expiresAt}`];
}
