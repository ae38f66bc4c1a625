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

/** Tells what another tab of this browser stored under a name, and what stood there before; null is nothing. */
export function watchStoredElsewhere(
  name: string,
  listener: (before: unknown, now: unknown) => void,
): () => void {
  if (PLATFORM === 'weapp') return () => undefined;
  const listen = ({ key, oldValue, newValue }: StorageEvent) => {
    if (key === name) listener(unwrapped(oldValue), unwrapped(newValue));
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}

/** Taro keeps a value in a browser as `{"data": …}`. */
function unwrapped(text: string | null): unknown {
  try {
    return (JSON.parse(text ?? 'null') as { data?: unknown } | null)?.data ?? null;
  } catch {
    return null;
  }
}
