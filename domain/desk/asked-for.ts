import { SYSTEM_ACTOR } from '../kernel/record';
import { moreSearchKeys } from './thread-search';
import type { Message, Thread } from './thread.schema';

/**
 * A question just asked, for somebody of the asker's own household: the desk's own line above it says so. Only who
 * has checked the household may call this; the words a person types prove nothing.
 */
export function askedFor(thread: Thread, helpedName: string): Thread {
  const opened = withOpening(thread, `${thread.askerName}替同一户的家人${helpedName}提问`);
  return { ...opened, searchKeys: moreSearchKeys(opened.searchKeys ?? [], helpedName) };
}

/** The desk's own line above the first words of a matter that has just begun. */
export function withOpening(thread: Thread, text: string): Thread {
  const line: Message = {
    messageId: `${thread._id}-s1`,
    seq: 1,
    side: 'system',
    personId: SYSTEM_ACTOR.personId,
    name: SYSTEM_ACTOR.name,
    face: '',
    text,
    photos: [],
    at: thread.askedAt,
  };
  const asked = thread.tail.map((message) => ({ ...message, seq: message.seq + 1 }));
  return {
    ...thread,
    tail: [line, ...asked],
    messageCount: thread.messageCount + 1,
    askerReadSeq: thread.askerReadSeq + 1,
  };
}
