import Taro from '@tarojs/taro';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const spell = (bytes: ArrayLike<number>): string =>
  Array.from(bytes, (byte) => ALPHABET.charAt(byte % 64)).join('');

const guessable = (length: number): number[] => Array.from({ length }, () => Math.floor(Math.random() * 256));

/** An idempotency key: 24 url-safe characters. It must be unique, not secret. */
export const newKey = (): string => spell(guessable(24));

/** 32 url-safe characters nobody can guess: the name of a picture is what lets people see it. */
export async function secretName(): Promise<string> {
  if (PLATFORM === 'h5') return spell(crypto.getRandomValues(new Uint8Array(32)));
  return spell(new Uint8Array(await weChatRandomBytes(32)));
}

const weChatRandomBytes = (length: number): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    Taro.getUserCryptoManager().getRandomValues({
      length,
      success: ({ randomValues }) => resolve(randomValues),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
