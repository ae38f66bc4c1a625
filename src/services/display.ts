import { readStored, store } from './storage';
import { useWatched, watched } from './watched';

const NAME = 'hy.elder';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const elder = watched<boolean>(() => readStored(NAME, isBoolean) ?? false);

function setElder(on: boolean): void {
  store(NAME, on);
  elder.set(on);
}

/** In a browser the tab bar lies outside the pages and can only follow the document. WeChat draws its own. */
export function followDisplayOutsidePages(): void {
  if (PLATFORM === 'weapp') return;
  const follow = () => document.documentElement.classList.toggle('hy-elder', elder.get());
  follow();
  elder.watch(follow);
}

/** How large this person wants things; kept on the phone. */
export const useDisplay = (): { isElder: boolean; setElder(on: boolean): void } => ({
  isElder: useWatched(elder),
  setElder,
});
