import { useEffect, useRef, useState } from 'react';
import { tellTyping } from '@domain/desk/talk.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { TYPING_LIMITS } from '@domain/desk/thread-signs';
import { MINUTE } from '@domain/kernel/time';
import { call } from '@/services/call';
import { useVisible } from '@/services/visible';

/** Who has not touched the box for so long is thinking, not typing, ms. */
const TYPING_FADES_AFTER = 20_000;
/** In a conversation that rested for so long nobody sits and watches it. */
const RESTING_AFTER = 10 * MINUTE;

export function useTyping(text: string): boolean {
  const [isTyping, setTyping] = useState(false);
  const first = useRef(text);
  useEffect(() => {
    // A draft from earlier is no typing.
    if (text === first.current) return undefined;
    first.current = '\u0000';
    setTyping(text !== '');
    const timer = setTimeout(() => setTyping(false), TYPING_FADES_AFTER);
    return () => clearTimeout(timer);
  }, [text]);
  return isTyping;
}

/** Lets the desk see that its resident is writing, once in fifteen seconds at most. What does not arrive is no harm. */
export function useTellTyping({ threadId, lastAt, canWrite }: ThreadCard, text: string): void {
  const isVisible = useVisible();
  const isTyping = useTyping(text) && isVisible && canWrite;
  const toldAt = useRef(-Infinity);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!isTyping || Date.now() - lastAt > RESTING_AFTER) return undefined;
    const timer = setTimeout(
      () => {
        toldAt.current = Date.now();
        setTurn((old) => old + 1);
        void call(tellTyping, { threadId });
      },
      Math.max(0, toldAt.current + TYPING_LIMITS.renewAfterMs - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [isTyping, threadId, lastAt, turn]);
}
