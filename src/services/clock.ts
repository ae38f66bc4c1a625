import { useEffect, useState } from 'react';
import { useVisible } from './visible';

/** The time now, renewed every so many milliseconds while somebody looks. @returns epoch ms. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  const isVisible = useVisible();
  useEffect(() => {
    if (!isVisible) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [isVisible, everyMs]);
  return now;
}
