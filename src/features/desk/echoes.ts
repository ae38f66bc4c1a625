import type { Conversation } from './conversation';
import type { OutgoingMessage } from './outgoing';

/**
 * The messages of a thread that are still on their way. One that has arrived although its receipt was lost stands
 * among the real messages already and is not shown twice.
 */
export function echoesOf(
  conversation: Conversation,
  queue: readonly OutgoingMessage[],
): readonly OutgoingMessage[] {
  const { threadId } = conversation.thread;
  const leaving = queue.filter(({ to }) => to.kind !== 'ask' && to.threadId === threadId);
  if (leaving.length === 0) return leaving;
  const arrived = conversation.live.flatMap(({ messages }) => messages).filter(({ isMine }) => isMine);
  const used = new Set<number>();
  return leaving.filter((message) => {
    const real = arrived.find(
      ({ seq, text, photos, place, voice }) =>
        seq > message.afterSeq &&
        !used.has(seq) &&
        text === message.text.trim() &&
        photos.length === message.photos.length &&
        (place === undefined) === (message.place === undefined) &&
        voice?.seconds === message.voice?.seconds,
    );
    if (real) used.add(real.seq);
    return !real;
  });
}
