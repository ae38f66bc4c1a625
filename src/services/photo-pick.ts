import Taro from '@tarojs/taro';

/** Lets somebody take or pick pictures. @returns local paths; none when they changed their mind. @throws when refused. */
export const pickPhotos = (max: number): Promise<string[]> =>
  PLATFORM === 'weapp' ? pickOnWeChat(max) : pickInBrowser(max);

async function pickOnWeChat(max: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: max,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    });
    return tempFiles.map((file) => file.tempFilePath);
  } catch (reason) {
    if (isCancel(reason)) return [];
    throw reason;
  }
}

const isCancel = (reason: unknown): boolean =>
  typeof reason === 'object' &&
  reason !== null &&
  'errMsg' in reason &&
  String(reason.errMsg).includes('cancel');

function pickInBrowser(max: number): Promise<string[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/jpeg,image/png,image/webp';
  input.multiple = max > 1;
  input.style.display = 'none';
  document.body.appendChild(input);
  return new Promise((resolve) => {
    const finish = () => {
      const files = Array.from(input.files ?? []).slice(0, max);
      input.remove();
      resolve(files.map((file) => URL.createObjectURL(file)));
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    input.click();
  });
}
