import { useCallback, useEffect, useRef } from 'react';
import { useVisible } from '@/services/visible';
import { nextPollIn, POLL_PACE } from './poll-pace';

type Poll = {
  /** Asks once for news. @returns whether the cloud answered. */
  ask(): Promise<boolean>;
  /** When something was asked that is still unanswered, epoch ms; null when nothing is. */
  expectingSince: number | null;
  isWatch?: boolean;
};

/**
 * Asks for news again and again while somebody looks at this page: at once when it is shown, fast while something
 * happens, slower when nothing does, never while it is hidden. `noteActivity` says that something happens.
 */
export function usePoll(poll: Poll): { noteActivity(): void } {
  const isVisible = useVisible();
  const latest = useRef(poll);
  latest.current = poll;
  const activeAt = useRef(0);
  const hurry = useRef<() => void>(() => undefined);

  useEffect(() => {
    if (!isVisible) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let dueAt = 0;
    let failureCount = 0;
    let isOver = false;
    activeAt.current = Date.now();

    const plan = (ms: number) => {
      if (timer) clearTimeout(timer);
      dueAt = Date.now() + ms;
      timer = setTimeout(() => void ask(), ms);
    };
    const ask = async () => {
      timer = null;
      const isAnswered = await latest.current.ask();
      if (isOver) return;
      failureCount = isAnswered ? 0 : failureCount + 1;
      const { expectingSince, isWatch = false } = latest.current;
      plan(
        nextPollIn({ now: Date.now(), activeAt: activeAt.current, expectingSince, failureCount, isWatch }),
      );
    };
    hurry.current = () => {
      if (timer && dueAt - Date.now() > POLL_PACE.fastMs) plan(POLL_PACE.fastMs);
    };
    void ask();
    return () => {
      isOver = true;
      hurry.current = () => undefined;
      if (timer) clearTimeout(timer);
    };
  }, [isVisible]);

  const noteActivity = useCallback(() => {
    activeAt.current = Date.now();
    hurry.current();
  }, []);
  return { noteActivity };
}
