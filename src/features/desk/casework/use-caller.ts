import { useCallback, useEffect, useRef, useState } from 'react';
import { findCaller } from '@domain/desk/casework.actions';
import type { OutputOf } from '@domain/kernel/action';
import { call } from '@/services/call';

export type Found = OutputOf<typeof findCaller> & { readonly query: string };

/** Typing is asked about once it pauses, ms. */
const PAUSE = 200;

/** Who lives behind what is typed. `find` answers at once, for whoever sends before the pause is over. */
export function useCaller(query: string) {
  const [found, setFound] = useState<Found | null>(null);
  const [trouble, setTrouble] = useState('');
  const latest = useRef(query);
  latest.current = query;

  const find = useCallback(async (): Promise<Found | null> => {
    const asked = latest.current.trim();
    if (asked === '') return null;
    const told = await call(findCaller, { query: asked });
    if (asked !== latest.current.trim()) return null;
    setTrouble(told.ok ? '' : told.error.words);
    if (!told.ok) return null;
    const answer = { ...told.value, query: asked };
    setFound(answer);
    return answer;
  }, []);

  useEffect(() => {
    if (query.trim() === '') return undefined;
    const timer = setTimeout(() => void find(), PAUSE);
    return () => clearTimeout(timer);
  }, [query, find]);

  const current = found?.query === query.trim() ? found : null;
  return { found: current, trouble: query.trim() === '' ? '' : trouble, find };
}
