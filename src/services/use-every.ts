import { useEffect, useRef } from 'react';
import { useVisible } from './visible';

/** Calls `turn` every so many milliseconds while this page is on screen. */
export function useEvery(everyMs: number, turn: () => void): void {
  const isVisible = useVisible();
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    if (!isVisible) return undefined;
    const timer = setInterval(() => latest.current(), everyMs);
    return () => clearInterval(timer);
  }, [isVisible, everyMs]);
}
