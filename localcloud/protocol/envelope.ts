import { randomUUID } from 'node:crypto';
import { stackOf } from '../error-facts';
import type { Log } from '../log';
import { CloudError } from './cloud-error';
import { textParam, type Params } from './params';

/** Carries out one action; throws CloudError to refuse. */
export type ActionHandler = (action: string, params: Params) => Promise<Params>;

/** Wraps a handler in production's envelope. Bugs become SYS_ERR and are logged with their stack, never sent. */
export function envelope(handle: ActionHandler, log: Log): (params: Params) => Promise<Params> {
  return async (params) => {
    const requestId = randomUUID();
    try {
      return { requestId, ...(await handle(textParam(params, 'action'), params)) };
    } catch (error) {
      if (error instanceof CloudError) return { requestId, code: error.code, message: error.message };
      log({
        level: 'error',
        message: 'request failed',
        requestId,
        action: params['action'],
        error: stackOf(error),
      });
      return { requestId, code: 'SYS_ERR', message: 'system error' };
    }
  };
}
