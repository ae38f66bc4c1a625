import { codeOf } from './error-facts';
import { CloudError } from './protocol/cloud-error';

const FULL = /^(SQLITE_FULL|ENOSPC|EDQUOT)/;
const FAILING = /^(SQLITE_IOERR|SQLITE_READONLY|EIO|EFBIG|EROFS)/;

/** The refusal for an error by which the disk would not take a write: what is wrong and what to do; undefined for any other error. */
export function diskRefusal(error: unknown): CloudError | undefined {
  const code = codeOf(error);
  if (FULL.test(code))
    return new CloudError(
      'SYS_ERR',
      'the disk is full: nothing was stored. Free some space; then writes are taken again',
    );
  if (!FAILING.test(code)) return undefined;
  return new CloudError(
    'SYS_ERR',
    `the disk cannot be written (${code}): nothing was stored. Look after the disk`,
  );
}
