import { useCallback, useEffect, useRef, useState } from 'react';
import { TYPING_LIMITS } from '@domain/desk/thread-signs';
import type { ReadsView, SyncView } from '@domain/desk/thread.schema';
import { MINUTE } from '@domain/kernel/time';
import { onLiveNews, type LiveChange } from '@/services/live';

/** A phone's clock may be a little off the server's; typing told of longer ago is a thing of the past. */
const CLOCKS_DIFFER = MINUTE;

/** What the other side does at this moment, from a sync or, where the server tells, without one. */
export function useSigns(side: 'asker' | 'desk', threadId: string, learnReads: (reads: ReadsView) => void) {
  const [isOtherTyping, setTyping] = useState(false);
  const fading = useRef<ReturnType<typeof setTimeout> | null>(null);
  const typedAt = useRef(0);

  const hear = useCallback((isTyping: boolean) => {
    if (fading.current) clearTimeout(fading.current);
    fading.current = isTyping ? setTimeout(() => setTyping(false), TYPING_LIMITS.freshForMs) : null;
    setTyping(isTyping);
  }, []);

  const learn = useCallback(
    ({ reads, isTyping }: NonNullable<SyncView['signs']>) => {
      learnReads(reads);
      hear(isTyping);
    },
    [learnReads, hear],
  );

  useEffect(() => {
    const follow = (change: LiveChange) => {
      learnReads({ asker: change.askerReadSeq ?? 0, desk: change.deskReadSeq ?? 0 });
      const at = (side === 'asker' ? change.deskTypingAt : change.askerTypingAt) ?? 0;
      if (at === typedAt.current) return;
      typedAt.current = at;
      hear(Math.abs(Date.now() - at) < CLOCKS_DIFFER);
    };
    return onLiveNews((news) => {
      if (news.kind === 'changed') news.changes.filter(({ _id }) => _id === threadId).forEach(follow);
    });
  }, [side, threadId, learnReads, hear]);
  useEffect(() => () => hear(false), [hear]);

  return { isOtherTyping, learn };
}
