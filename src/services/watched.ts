import { useSyncExternalStore } from 'react';

/** One value of the whole app that screens follow. */
export type Watched<T> = { get(): T; set(next: T): void; watch(listener: () => void): () => void };

export function watched<T>(initial: () => T): Watched<T> {
  let isRead = false;
  let value: T;
  const listeners = new Set<() => void>();
  const get = (): T => {
    if (!isRead) {
      value = initial();
      isRead = true;
    }
    return value;
  };
  return {
    get,
    set(next) {
      value = next;
      isRead = true;
      listeners.forEach((listener) => listener());
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useWatched = <T>({ watch, get }: Watched<T>): T => useSyncExternalStore(watch, get, get);
