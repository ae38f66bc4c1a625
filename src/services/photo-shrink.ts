import Taro from '@tarojs/taro';
import { PHOTO_LIMITS } from '@domain/kernel/input';

type Step = { side: number; quality: number };
/** Tried in turn until a picture is small enough to send over a slow connection. Sides in pixels. */
const STEPS: readonly Step[] = [
  { side: 1600, quality: 0.82 },
  { side: 1440, quality: 0.66 },
  { side: 1200, quality: 0.55 },
  { side: 960, quality: 0.45 },
];

/** Makes a picture at most 300 KB where that is possible. @returns a local path; the original where it cannot be read. */
export async function shrinkPhoto(path: string): Promise<string> {
  if ((await sizeOf(path)) <= PHOTO_LIMITS.sentMaxBytes) return path;
  let smallest = path;
  for (const step of STEPS) {
    smallest = await (PLATFORM === 'weapp' ? shrinkOnWeChat(path, step) : shrinkInBrowser(path, step));
    if ((await sizeOf(smallest)) <= PHOTO_LIMITS.sentMaxBytes) return smallest;
  }
  return smallest;
}

/** @returns bytes. */
export async function sizeOf(path: string): Promise<number> {
  if (PLATFORM === 'h5') return (await (await fetch(path)).blob()).size;
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: ({ size }) => resolve(size),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

async function shrinkOnWeChat(path: string, { side, quality }: Step): Promise<string> {
  const { width, height } = await Taro.getImageInfo({ src: path });
  const scale = Math.min(1, side / Math.max(width, height));
  const { tempFilePath } = await Taro.compressImage({
    src: path,
    quality: Math.round(quality * 100),
    compressedWidth: Math.round(width * scale),
  });
  return tempFilePath;
}

async function shrinkInBrowser(path: string, { side, quality }: Step): Promise<string> {
  const image = await loadImage(path);
  const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return blob ? URL.createObjectURL(blob) : path;
}

const loadImage = (path: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('not a picture'));
    image.src = path;
  });
