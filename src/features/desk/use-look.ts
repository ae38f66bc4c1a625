import { useEffect, useRef, useState } from 'react';
import { lookAtThread } from '@domain/desk/console.actions';
import { call } from '@/services/call';
import { useVisible } from '@/services/visible';
import { useTyping } from './use-typing';
import { afterTelling, nextTellIn, type Told } from './look-pace';

/**
 * Tells colleagues that I look at this conversation, and whether I am writing, while I do. Nothing waits for it: a line
 * that does not arrive is told again with the next.
 */
export function useLook(threadId: string, text: string): void {
  const isVisible = useVisible();
  const isTyping = useTyping(text);
  const told = useRef<Told | null>(null);
  const openedAt = useRef(Date.now());
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    if (!isVisible) return undefined;
    const timer = setTimeout(
      () => {
        told.current = afterTelling(Date.now(), isTyping, told.current);
        setTurn((old) => old + 1);
        void call(lookAtThread, { threadId, isTyping });
      },
      nextTellIn(Date.now(), openedAt.current, isTyping, told.current),
    );
    return () => clearTimeout(timer);
  }, [threadId, isVisible, isTyping, turn]);

  useEffect(() => {
    if (!isVisible) return undefined;
    openedAt.current = Date.now();
    return () => {
      if (told.current) void call(lookAtThread, { threadId: null, isTyping: false });
      told.current = null;
    };
  }, [threadId, isVisible]);
}
