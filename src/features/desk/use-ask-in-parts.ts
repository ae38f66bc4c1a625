import { useEffect, useRef } from 'react';
import { newKey } from '@/services/call';
import { goInstead } from '@/services/navigate';
import { openConversation } from './conversation';
import { askerDoor } from './door';
import { useOutgoing } from './outgoing-of-person';
import { remember } from './recent-conversations';
import { pickUp } from './taken-back';
import { ASK_DRAFT, THREAD_PAGE } from './use-asking';
import { useEnclosures } from './use-enclosures';
import { useWriting } from './use-writing';

/** A first question with everything a message may carry. `begun` is what was typed before somebody came here. */
export function useAskInParts(begun: string) {
  const { outgoing, messages } = useOutgoing();
  const awaited = useRef<string | null>(null);
  const enclosures = useEnclosures(ASK_DRAFT);
  const writing = useWriting(
    ASK_DRAFT,
    (written) => {
      const key = newKey();
      awaited.current = key;
      const to = { kind: 'ask', faqShown: [] } as const;
      return outgoing.add({ key, to, ...written, queuedAt: Date.now(), afterSeq: 0 });
    },
    enclosures,
  );

  const start = useRef({ begun, writing });
  useEffect(() => {
    const { begun: words, writing: box } = start.current;
    const again = pickUp();
    if (again) box.restore(again);
    else if (words !== '') box.restore({ text: words, photos: [] });
  }, []);

  useEffect(
    () =>
      outgoing.onArrival((message, page) => {
        if (message.key !== awaited.current) return;
        awaited.current = null;
        remember(askerDoor.side, openConversation(page));
        goInstead(THREAD_PAGE, { threadId: page.thread.threadId });
      }),
    [outgoing],
  );

  return { writing, enclosures, outgoing, leaving: messages.filter(({ to }) => to.kind === 'ask') };
}
