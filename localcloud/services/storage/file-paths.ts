import { STORAGE_LIMITS } from '../../limits';
import { CloudError } from '../../protocol/cloud-error';

/** Where a file's id and its cloud path meet: `cloud://<env>.<bucket>/<path>`. */
export function fileIdOf(env: string, path: string): string {
  return `cloud://${env}.${bucketOf(env)}/${path}`;
}

/** The cloud path of a file id of this environment; undefined for any other text. */
export function pathOfFileId(env: string, fileId: string): string | undefined {
  const prefix = fileIdOf(env, '');
  return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined;
}

function bucketOf(env: string): string {
  return `${env}-local`;
}

/**
 * Checks a cloud path: relative, no `.` or `..` parts, no characters a URL or a file system would read otherwise.
 * Throws INVALID_PARAM.
 */
export function checkedPath(path: string): string {
  const parts = path.split('/');
  const isFine =
    path.length <= STORAGE_LIMITS.maxPathCharacters &&
    !/[\u0000-\u001f\u007f\\?#%:*"<>|]/.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= 255);
  if (isFine) return path;
  throw new CloudError('INVALID_PARAM', 'the file path is not allowed');
}
