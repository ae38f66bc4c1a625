import Taro from '@tarojs/taro';
import { PHOTO_LIMITS } from '@domain/kernel/input';
import { err, ok, type Result } from '@domain/kernel/result';
import { toast } from './feedback';
import { pickPhotos } from './photo-pick';
import { shrinkPhoto, sizeOf } from './photo-shrink';
import { secretName } from './random';
import { reportSessionEnd } from './session-end';
import { readToken } from './session-store';

export type PhotoFault = 'NETWORK' | 'PHOTO_TOO_LARGE' | 'PHOTO_NOT_ALLOWED' | 'PHOTO_TOO_OFTEN';
export const PHOTO_FAULT_WORDS: Readonly<Record<PhotoFault, string>> = {
  NETWORK: '照片没有传上去，点一下重试',
  PHOTO_TOO_LARGE: '照片太大，请换一张',
  PHOTO_NOT_ALLOWED: '这不是能用的照片，请换一张 JPG 或 PNG',
  PHOTO_TOO_OFTEN: '今天发的照片太多了，请过一会儿再发',
};

/** Lets somebody take or pick up to `max` pictures and makes them small. @returns local paths, none on cancel. */
export async function choosePhotos(max: number): Promise<string[]> {
  try {
    const paths = await pickPhotos(max);
    return await Promise.all(paths.map((path) => shrinkPhoto(path).catch(() => path)));
  } catch {
    toast('没有拿到照片，请在设置里允许使用相册和相机');
    return [];
  }
}

/** Sends one picture. @returns its file id, to be sent along with what it belongs to. */
export async function uploadPhoto(localPath: string): Promise<Result<string, PhotoFault>> {
  try {
    if ((await sizeOf(localPath)) > PHOTO_LIMITS.maxBytes) return err('PHOTO_TOO_LARGE');
    return await (PLATFORM === 'weapp' ? uploadOverWeChat(localPath) : uploadOverHttp(localPath));
  } catch {
    return err('NETWORK');
  }
}

async function uploadOverWeChat(localPath: string): Promise<Result<string, PhotoFault>> {
  const extension = /\.(jpg|jpeg|png|webp)$/i.exec(localPath)?.[1]?.toLowerCase();
  if (!extension) return err('PHOTO_NOT_ALLOWED');
  const cloudPath = `photos/${await secretName()}.${extension}`;
  const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: localPath });
  return ok(fileID);
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

async function uploadOverHttp(localPath: string): Promise<Result<string, PhotoFault>> {
  const photo = await (await fetch(localPath)).blob();
  const extension = EXTENSIONS[photo.type];
  if (!extension) return err('PHOTO_NOT_ALLOWED');
  const response = await fetch(`/upload?path=photos/${await secretName()}.${extension}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${readToken() ?? ''}`, 'content-type': photo.type },
    body: photo,
  });
  const body: { fileID?: string; code?: string } = await response.json();
  if (response.ok && body.fileID) return ok(body.fileID);
  if (response.status === 401) reportSessionEnd('SESSION_EXPIRED');
  return err(UPLOAD_FAULTS[body.code ?? ''] ?? 'NETWORK');
}

const UPLOAD_FAULTS: Readonly<Record<string, PhotoFault>> = {
  STORAGE_FILE_TOO_LARGE: 'PHOTO_TOO_LARGE',
  STORAGE_FILE_TYPE_REFUSED: 'PHOTO_NOT_ALLOWED',
  STORAGE_UPLOAD_TOO_OFTEN: 'PHOTO_TOO_OFTEN',
};

/** Shows pictures full screen, starting at one of them. */
export const previewPhotos = (urls: string[], current: string): void =>
  void Taro.previewImage({ urls, current });
