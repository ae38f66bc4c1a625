import { diskRefusal } from '../disk-refusal';
import { messageOf } from '../error-facts';
import { CloudError } from '../protocol/cloud-error';

/** Operations that share a commit. `settled` resolves when it is on disk. */
export class Batch {
  readonly settled: Promise<void>;
  succeed: () => void = () => undefined;
  fail: (error: Error) => void = () => undefined;

  constructor() {
    this.settled = new Promise((resolve, reject) => {
      this.succeed = resolve;
      this.fail = reject;
    });
    // Each operation awaits `settled` for itself. An operation that failed before it could must not leave a rejection
    // nobody looks at, which would end the process.
    this.settled.catch(() => undefined);
  }
}

/** What everybody is told whose write did not reach the disk. */
export function notStored(error: unknown): CloudError {
  return diskRefusal(error) ?? new CloudError('SYS_ERR', `the write was not stored: ${messageOf(error)}`);
}
