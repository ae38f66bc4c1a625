import { CloudError } from '../protocol/cloud-error';
import type { ActionHandler } from '../protocol/envelope';
import type { Params } from '../protocol/params';

/** Actions production has and localcloud does not. They are refused by name, as any unknown action is. */
export type ActionTable = Readonly<Record<string, (params: Params) => Promise<Params>>>;

/** What a developer calls that reaches us under a name they have never seen. */
const CALLED_AS = new Map([['auth.wsWebSign', 'collection.watch (auth.wsWebSign)']]);

/** One handler for all services; an action nobody answers is refused loudly. */
export function dispatcher(database: ActionHandler, ...tables: readonly ActionTable[]): ActionHandler {
  const actions: ActionTable = Object.assign({}, ...tables);
  return (action, params) => {
    if (action.startsWith('database.')) return database(action, params);
    const perform = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (perform) return perform(params);
    throw new CloudError(
      'INVALID_ACTION',
      `${CALLED_AS.get(action) ?? action} is not supported by localcloud (see docs/LOCALCLOUD.md)`,
    );
  };
}
