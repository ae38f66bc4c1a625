import { useEffect, useState } from 'react';
import { useVisible } from './visible';

/** From this width on a window holds lists, a conversation and details side by side, CSS px. */
export const WIDE_FROM = 1000;
const WHOLE_WINDOW = 'hy-whole-window';

const query = (): MediaQueryList | null =>
  PLATFORM === 'weapp' || typeof matchMedia === 'undefined'
    ? null
    : matchMedia(`(min-width: ${WIDE_FROM}px)`);

/** Whether this is a wide window on a PC, followed as it is dragged. Never on WeChat. */
export function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => query()?.matches ?? false);
  useEffect(() => {
    const media = query();
    if (!media) return undefined;
    const follow = () => setWide(media.matches);
    follow();
    // Browsers of 2018 know only the older spelling.
    media.addListener(follow);
    return () => media.removeListener(follow);
  }, []);
  return isWide;
}

/** Gives this page the whole window instead of a column as wide as a phone, while it is the page shown. */
export function useWholeWindow(): void {
  const isVisible = useVisible();
  useEffect(() => {
    document.documentElement.classList.toggle(WHOLE_WINDOW, isVisible);
    return () => document.documentElement.classList.remove(WHOLE_WINDOW);
  }, [isVisible]);
}
