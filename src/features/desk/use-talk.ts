import { useState } from 'react';
import { newKey } from '@/services/call';
import { formerTopOf, lastSeq } from './conversation';
import type { Door } from './door';
import { echoesOf } from './echoes';
import type { OutgoingMessage } from './outgoing';
import { useOutgoing } from './outgoing-of-person';
import { useChatScroll } from './use-chat-scroll';
import { useConversation } from './use-conversation';
import { useEnclosures } from './use-enclosures';
import { dangerIn } from './use-emergency-table';
import { useWriting, type Written } from './use-writing';

const NONE: readonly OutgoingMessage[] = [];

/** A conversation one can take part in: what was said, what is on its way, what is being written, where one reads. */
export function useTalk(door: Door, threadId: string) {
  const open = useConversation(door, threadId);
  const { conversation } = open;
  const { outgoing, messages } = useOutgoing();
  const echoes = conversation ? echoesOf(conversation, messages) : NONE;
  const newestSeq = conversation ? lastSeq(conversation) : 0;
  const scroll = useChatScroll({
    newestSeq,
    echoCount: echoes.length,
    olderCount: conversation ? Object.keys(conversation.history).length : 0,
    formerTop: conversation ? formerTopOf(conversation) : null,
    unread: open.unread,
  });
  const [promiseDueAt, setPromiseDueAt] = useState<number | null>(null);
  const draftName = `thread.${door.writes}.${threadId}`;
  const enclosures = useEnclosures(draftName);
  const submit = (written: Written): boolean => {
    const promised = door.writes === 'reply' && promiseDueAt !== null ? { promiseDueAt } : {};
    const urgent = door.writes === 'say' && dangerIn(written.text) ? { soundsUrgent: true } : {};
    const to = { kind: door.writes, threadId, ...promised, ...urgent };
    setPromiseDueAt(null);
    return outgoing.add({ key: newKey(), to, ...written, queuedAt: Date.now(), afterSeq: newestSeq });
  };
  const writing = useWriting(draftName, submit, enclosures);
  const noteWriting = () => {
    open.noteActivity();
    scroll.follow();
  };
  return {
    ...open,
    side: door.side,
    outgoing,
    echoes,
    scroll,
    writing,
    enclosures,
    noteWriting,
    promiseDueAt,
    setPromiseDueAt,
  };
}
export type Talk = ReturnType<typeof useTalk>;
