import Taro from '@tarojs/taro';
import { err, ok, type Result } from '@domain/kernel/result';
import { secretName } from './random';
import { reportSessionEnd } from './session-end';
import { readToken } from './session-store';

export type StoreFault = 'NETWORK' | 'TOO_LARGE' | 'NOT_ALLOWED' | 'TOO_OFTEN';

const FAULTS: Readonly<Record<string, StoreFault>> = {
  STORAGE_FILE_TOO_LARGE: 'TOO_LARGE',
  STORAGE_FILE_TYPE_REFUSED: 'NOT_ALLOWED',
  STORAGE_UPLOAD_TOO_OFTEN: 'TOO_OFTEN',
};

/** Stores a file of this phone under a name nobody can guess. @returns its id. @throws when the network was lost. */
export async function storeFile(
  folder: 'photos' | 'voices',
  extension: string,
  localPath: string,
): Promise<Result<string, StoreFault>> {
  const cloudPath = `${folder}/${await secretName()}.${extension}`;
  if (PLATFORM === 'weapp')
    return ok((await Taro.cloud.uploadFile({ cloudPath, filePath: localPath })).fileID);
  const file = await (await fetch(localPath)).blob();
  const response = await fetch(`/upload?path=${cloudPath}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${readToken() ?? ''}`, 'content-type': file.type },
    body: file,
  });
  const body: { fileID?: string; code?: string } = await response.json();
  if (response.ok && body.fileID) return ok(body.fileID);
  if (response.status === 401) reportSessionEnd('SESSION_EXPIRED');
  return err(FAULTS[body.code ?? ''] ?? 'NETWORK');
}
