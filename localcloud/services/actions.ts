import { CloudError } from '../protocol/cloud-error';
import type { ActionHandler } from '../protocol/envelope';
import type { Params } from '../protocol/params';

/** Actions production has and localcloud does not. They are refused by name, as any unknown action is. */
export type ActionTable = Readonly<Record<string, (params: Params) => Promise<Params>>>;

/** One handler for all services; an action nobody answers is refused loudly. */
export function dispatcher(database: ActionHandler, ...tables: readonly ActionTable[]): ActionHandler {
  const actions: ActionTable = Object.assign({}, ...tables);
  return (action, params) => {
    if (action.startsWith('database.')) return database(action, params);
    const perform = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (perform) return perform(params);
    throw new CloudError(
      'INVALID_ACTION',
      `${action} is not supported by localcloud (see docs/LOCALCLOUD.md)`,
    );
  };
}
