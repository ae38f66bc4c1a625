import Taro from '@tarojs/taro';
import { PHOTO_LIMITS } from '@domain/kernel/input';
import { err, type Result } from '@domain/kernel/result';
import { toast } from './feedback';
import { pickPhotos } from './photo-pick';
import { shrinkPhoto, sizeOf } from './photo-shrink';
import { storeFile } from './uploads';

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
    const extension = await extensionOf(localPath);
    if (!extension) return err('PHOTO_NOT_ALLOWED');
    const stored = await storeFile('photos', extension, localPath);
    if (stored.ok) return stored;
    return err(stored.error === 'NETWORK' ? 'NETWORK' : `PHOTO_${stored.error}`);
  } catch {
    return err('NETWORK');
  }
}

/** What a picture is stored as; undefined for what is no picture we take. */
async function extensionOf(localPath: string): Promise<string | undefined> {
  if (PLATFORM === 'weapp') return /\.(jpg|jpeg|png|webp)$/i.exec(localPath)?.[1]?.toLowerCase();
  return EXTENSIONS[(await (await fetch(localPath)).blob()).type];
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** Shows pictures full screen, starting at one of them. */
export const previewPhotos = (urls: string[], current: string): void =>
  void Taro.previewImage({ urls, current });
