import { useCallback, useEffect, useRef } from 'react';
import { useVisible } from '@/services/visible';
import { Poller, type Poll } from './poller';

/**
 * Asks for news again and again while somebody looks at this page: at once when it is shown, fast while something
 * happens, slower when nothing does, never while it is hidden. Where the server tells of changes, they are asked for
 * at once, and else hardly ever. `noteActivity` says that something happens.
 */
export function usePoll(poll: Poll): { noteActivity(): void } {
  const isVisible = useVisible();
  const latest = useRef(poll);
  latest.current = poll;
  const poller = useRef<Poller | null>(null);

  useEffect(() => {
    if (!isVisible) return undefined;
    const running = new Poller(() => latest.current);
    poller.current = running;
    return () => {
      running.stop();
      poller.current = null;
    };
  }, [isVisible]);

  return { noteActivity: useCallback(() => poller.current?.noteActivity(), []) };
}
