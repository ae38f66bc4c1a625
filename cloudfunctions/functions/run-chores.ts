import { factsOf } from '@cloud/platform/log';
import type { Module, Platform } from '@cloud/platform/platform';

type Chores = Required<Module>['chores'];

/** What a timer does: leftovers of the outboxes first, then each area's chores. One that fails does not stop the others. */
export async function runChores(
  platform: Platform,
  chores: Chores,
  outboxes: readonly string[],
): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  const attempt = async (name: string, chore: () => Promise<number>) => {
    try {
      done[name] = await chore();
    } catch (error) {
      platform.log('chore.failed', { chore: name, ...factsOf(error) });
      done[name] = -1;
    }
  };
  for (const name of outboxes) await attempt(`outbox:${name}`, () => platform.relay.sweep(name));
  for (const [name, chore] of Object.entries(chores)) await attempt(name, () => chore(platform.now()));
  platform.log('chores', done);
  return done;
}
