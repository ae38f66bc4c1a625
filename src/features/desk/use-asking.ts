import { useEffect, useRef, useState } from 'react';
import type { FaqLead } from '@domain/desk/faq.schema';
import { newKey } from '@/services/call';
import { go } from '@/services/navigate';
import { useVisible } from '@/services/visible';
import { openConversation } from './conversation';
import { askerDoor } from './door';
import { countSolved } from './faq-taps';
import { useOutgoing } from './outgoing-of-person';
import { remember } from './recent-conversations';
import { useFaq } from './use-faq';
import type { Helping } from './use-helping';
import { useWriting } from './use-writing';

/** How many shown entries a question carries along. */
const SHOWN_MAX = 10;
/** What is being written to be spoken or placed has a box of its own (pages/desk/ask). */
export const ASK_DRAFT = 'desk.ask.parts';
export const ASK_PAGE = '/pages/desk/ask/index';
export const THREAD_PAGE = '/pages/desk/thread/index';

/** Everything behind the one input box: words and pictures, fitting answers, and the way to the desk. */
export function useAsking(helping: Helping) {
  const { outgoing, messages } = useOutgoing();
  const [openId, setOpenId] = useState<string | null>(null);
  const [solvedBy, setSolvedBy] = useState<FaqLead | null>(null);
  const shown = useRef<readonly string[]>([]);
  const awaited = useRef<string | null>(null);

  const writing = useWriting('desk.ask', ({ text, photos }) => {
    const key = newKey();
    awaited.current = key;
    const faqShown = shown.current.slice(0, SHOWN_MAX);
    const helpFor = helping.helped?.personId;
    const to = { kind: 'ask', faqShown, ...(helpFor ? { helpFor } : {}) } as const;
    const isTaken = outgoing.add({ key, to, text, photos, queuedAt: Date.now(), afterSeq: 0 });
    if (isTaken) helping.end();
    return isTaken;
  });
  const faq = useFaq(writing.text);
  shown.current = [...new Set([...(openId ? [openId] : []), ...faq.fitting.map(({ faqId }) => faqId)])];

  const isVisible = useVisible();
  const isSeen = useRef(isVisible);
  isSeen.current = isVisible;
  useEffect(
    () =>
      outgoing.onArrival((message, page) => {
        if (message.key !== awaited.current || !isSeen.current) return;
        awaited.current = null;
        remember(askerDoor.side, openConversation(page));
        go(THREAD_PAGE, { threadId: page.thread.threadId });
      }),
    [outgoing],
  );

  const open = (faqId: string | null) => {
    if (faqId !== null) void faq.fetchAnswer(faqId);
    setOpenId(faqId);
    setSolvedBy(null);
  };
  const sayHelped = (entry: FaqLead) => {
    void countSolved(entry.faqId);
    writing.setText('');
    setOpenId(null);
    setSolvedBy(entry);
  };
  const sayNotHelped = (entry: FaqLead) => {
    if (writing.text.trim() === '') writing.setText(entry.question);
    void writing.send().then(() => setOpenId(null));
  };

  /** Goes where one may speak, and say where it is; the words come along. */
  const speak = () => {
    const text = writing.text;
    writing.setText('');
    go(ASK_PAGE, text === '' ? {} : { text });
  };
  const canSpeak = helping.helped === null && writing.uploads.photos.length === 0;

  return {
    writing,
    speak: canSpeak ? speak : null,
    ...faq,
    openId,
    open,
    solvedBy,
    sayHelped,
    sayNotHelped,
    outgoing,
    leaving: messages.filter(({ to }) => to.kind === 'ask'),
  };
}
