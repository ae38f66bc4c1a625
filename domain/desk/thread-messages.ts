import type { Person } from '../kernel/person';
import { SYSTEM_ACTOR, withEffect } from '../kernel/record';
import { secondsWords } from './message-voice';
import { firstSearchKeys, moreSearchKeys } from './thread-search';
import { THREAD_LIMITS, type Message, type MessageParts, type Side, type Thread } from './thread.schema';

/** A message as it is stored. */
export const messageFrom = (
  person: Person,
  side: Side,
  messageId: string,
  message: MessageParts,
  seq: number,
  at: number,
): Message => ({
  messageId,
  seq,
  side,
  at,
  personId: person.personId,
  name: person.name,
  face: person.face,
  text: message.text ?? '',
  photos: message.photos ?? [],
  ...(message.place ? { place: message.place } : {}),
  ...(message.voice ? { voice: message.voice } : {}),
});

/** What a list says of a message without words. */
export const wordsOf = ({
  text,
  photos,
  place,
  voice,
}: Pick<Message, 'text' | 'place' | 'voice'> & { readonly photos: readonly unknown[] }): string => {
  if (text !== '') return text;
  if (voice) return `（语音 ${secondsWords(voice.seconds)}）`;
  if (photos.length > 0) return '（图片）';
  return place ? `（位置）${place.label}` : '';
};

/** What a message is found by. */
export const soughtWords = ({ text = '', place }: Pick<MessageParts, 'text' | 'place'>): string =>
  [text, place?.label ?? ''].join(' ');

/** The thread with one more message of somebody; its version counts up. */
export function withMessage(
  thread: Thread,
  person: Person,
  side: Side,
  messageId: string,
  message: MessageParts,
  now: number,
): Thread {
  const next = append(
    thread,
    messageFrom(person, side, messageId, message, thread.messageCount + 1, now),
    now,
  );
  return {
    ...next,
    version: thread.version + 1,
    searchKeys: moreSearchKeys(
      thread.searchKeys ?? firstSearchKeys(thread, thread.title),
      soughtWords(message),
    ),
    ...(side === 'asker'
      ? { askerReadSeq: next.messageCount, askerTypingAt: 0 }
      : { deskReadSeq: next.messageCount, deskTypingAt: 0 }),
  };
}

/** A line the desk writes about the matter itself: taken, handed back, resolved. */
export const withSystemLine = (thread: Thread, text: string, now: number): Thread =>
  append(
    thread,
    {
      messageId: `${thread._id}-s${thread.messageCount + 1}`,
      seq: thread.messageCount + 1,
      side: 'system',
      personId: SYSTEM_ACTOR.personId,
      name: SYSTEM_ACTOR.name,
      face: '',
      text,
      photos: [],
      at: now,
    },
    now,
  );

function append(thread: Thread, message: Message, now: number): Thread {
  const grown: Thread = {
    ...thread,
    tail: [...thread.tail, message],
    messageCount: message.seq,
    updatedAt: now,
  };
  const chunkNo = thread.filedChunkCount + 1;
  const id = `${thread._id}:file:${chunkNo}`;
  const isFiling = thread.outbox.some((entry) => entry.id === id);
  if (grown.tail.length < THREAD_LIMITS.tailMax || isFiling) return grown;
  return withEffect(grown, {
    id,
    effect: 'desk.fileChunk',
    payload: { threadId: thread._id, chunkNo },
    at: now,
  });
}

/** The oldest messages of the tail, once there are enough to file as chunk `chunkNo`; null when that is done or too early. */
export function chunkToFile(thread: Thread, chunkNo: number): readonly Message[] | null {
  if (thread.filedChunkCount !== chunkNo - 1) return null;
  const chunk = thread.tail.slice(0, THREAD_LIMITS.chunkSize);
  return chunk.length === THREAD_LIMITS.chunkSize ? chunk : null;
}

/** The thread once its oldest chunk stands in a document of its own. */
export const afterFiling = (thread: Thread): Thread => ({
  ...thread,
  version: thread.version + 1,
  tail: thread.tail.slice(THREAD_LIMITS.chunkSize),
  filedChunkCount: thread.filedChunkCount + 1,
});

/** Remembers how far the asker has read. Reading is not a move, so neither version nor history change. */
export const seenByAsker = (thread: Thread, seq: number): Thread => ({
  ...thread,
  askerReadSeq: Math.max(thread.askerReadSeq, Math.min(seq, thread.messageCount)),
});

/** Messages the asker has not seen. */
export const unreadForAsker = (thread: Thread): number =>
  thread.tail.filter((message) => message.seq > thread.askerReadSeq && message.side !== 'asker').length;

/** Messages of the asker that the desk has not answered. */
export const unansweredByDesk = (thread: Thread): number => {
  const lastReply = [...thread.tail].reverse().find((message) => message.side === 'desk')?.seq ?? 0;
  return thread.tail.filter((message) => message.side === 'asker' && message.seq > lastReply).length;
};
