import Taro from '@tarojs/taro';

/** Small values kept on this phone. A full or broken storage never stops the app: the value is then not kept. */
export function readStored<T>(name: string, isValid: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = Taro.getStorageSync(name);
    return isValid(value) ? value : null;
  } catch {
    return null;
  }
}

/** @returns whether the value was kept. */
export function store(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, value);
    return true;
  } catch {
    return false;
  }
}

/** @returns whether nothing is stored under that name any more. */
export function forget(name: string): boolean {
  try {
    Taro.removeStorageSync(name);
    return true;
  } catch {
    return false;
  }
}
