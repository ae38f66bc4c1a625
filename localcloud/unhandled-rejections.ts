import { stackOf } from './error-facts';
import type { Log } from './log';

/**
 * From now on a promise that fails with nobody waiting for it is logged, and the process goes on: functions share it,
 * and one that forgets an `await` must not end the others. An exception nobody catches still ends it.
 */
export function logUnhandledRejections(log: Log): void {
  process.on('unhandledRejection', (reason) => {
    log({
      level: 'error',
      message: 'a promise failed and nobody waited for it (is an await missing in a function?)',
      error: stackOf(reason),
    });
  });
}
