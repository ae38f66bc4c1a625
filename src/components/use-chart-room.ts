import { useCallback, useLayoutEffect, useState } from 'react';
import { useThemeClass } from '@/services/display';
import { useVisible } from '@/services/visible';

/** The browser's element of a part of the page, and what to give as its `ref`. Null on WeChat, which has none. */
export function useElement(): readonly [HTMLElement | null, (node: unknown) => void] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const ref = useCallback(
    (node: unknown) => setElement(PLATFORM === 'h5' && node instanceof HTMLElement ? node : null),
    [],
  );
  return [element, ref];
}

/** How much room a chart has, CSS px; all 0 where nothing is drawn. */
export type Room = { readonly width: number; readonly fontPx: number; readonly targetPx: number };

/** Measures the element a chart stands in, again when the window, the letters or the theme change. Browsers only. */
export function useChartRoom(box: HTMLElement | null): Room | null {
  const theme = useThemeClass();
  const isVisible = useVisible();
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    if (!box || !isVisible) return undefined;
    const measure = () => {
      const { fontSize, minHeight } = getComputedStyle(box);
      const next = {
        width: box.clientWidth,
        fontPx: parseFloat(fontSize) || 0,
        targetPx: parseFloat(minHeight) || 0,
      };
      setRoom((old) => (old && isSame(old, next) ? old : next));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [box, isVisible, theme]);
  return room;
}

const isSame = (one: Room, other: Room): boolean =>
  one.width === other.width && one.fontPx === other.fontPx && one.targetPx === other.targetPx;
