import type { PhotoView } from '@domain/kernel/input';
import type { Person } from '@domain/kernel/person';
import { toPromiseView } from '@domain/desk/promise.schema';
import { unansweredByDesk, unreadForAsker, wordsOf } from '@domain/desk/thread-messages';
import { readsOf } from '@domain/desk/thread-signs';
import { canWrite, rolesOn, threadMoves } from '@domain/desk/thread.rules';
import type { Message, MessageView, Thread, ThreadCard, ThreadPage } from '@domain/desk/thread.schema';
import { pick, type Photos } from '@cloud/platform/photos';
import { caseworkOn } from './casework-views';

/** A line in a list. The asker's name is for the desk; an asker knows their own. */
export function toThreadCard(thread: Thread, person: Person): ThreadCard {
  const isAsker = rolesOn(thread, person).includes('asker');
  const last = thread.tail[thread.tail.length - 1];
  return {
    threadId: thread._id,
    title: thread.title,
    status: thread.status,
    moves: threadMoves(thread, person),
    canWrite: canWrite(thread, person),
    askedAt: thread.askedAt,
    replyDueAt: thread.replyDueAt,
    firstRepliedAt: thread.firstRepliedAt,
    taker: thread.taker,
    lastText: last ? wordsOf(last) : '',
    lastSide: last?.side ?? 'system',
    lastAt: last?.at ?? thread.askedAt,
    unreadCount: isAsker ? unreadForAsker(thread) : unansweredByDesk(thread),
    messageCount: thread.messageCount,
    link: thread.link,
    asker: isAsker
      ? null
      : { name: thread.askerName, face: thread.askerFace, homeLabel: thread.askerHomeLabel },
    version: thread.version,
    updatedAt: thread.updatedAt,
    ...runningOn(thread, isAsker),
  };
}

/** What runs on a thread beside its state: a promise or a pause concerns both sides, the escalation the desk. */
const runningOn = (thread: Thread, isAsker: boolean) => ({
  isUrgent: thread.isUrgent ?? false,
  escalation: isAsker ? 0 : Math.max(0, (thread.ladder?.rung ?? 1) - 1),
  pause: thread.pause ?? null,
  promises: (thread.promises ?? []).map(toPromiseView),
  rating: thread.rating ?? null,
  followUp: isAsker ? null : (thread.followUp ?? null),
  topic: isAsker ? undefined : thread.topic,
  faqId: isAsker ? undefined : thread.faqId,
  ...caseworkOn(thread, isAsker),
});

const toMessageView = (
  message: Message,
  person: Person,
  photos: ReadonlyMap<string, PhotoView>,
): MessageView => ({
  messageId: message.messageId,
  seq: message.seq,
  side: message.side,
  name: message.name,
  face: message.face,
  isMine: message.personId === person.personId,
  text: message.text,
  photos: pick(photos, message.photos),
  at: message.at,
  ...(message.place ? { place: message.place.label } : {}),
  ...(message.voice
    ? { voice: { seconds: message.voice.seconds, url: photos.get(message.voice.fileId)?.url ?? '' } }
    : {}),
});

export async function toMessageViews(
  messages: readonly Message[],
  person: Person,
  photos: Photos,
): Promise<MessageView[]> {
  const stored = messages.flatMap(({ photos: pictures, voice }) => [
    ...pictures,
    ...(voice ? [voice.fileId] : []),
  ]);
  const views = await photos.views(stored);
  return messages.map((message) => toMessageView(message, person, views));
}

export async function toThreadPage(thread: Thread, person: Person, photos: Photos): Promise<ThreadPage> {
  return {
    thread: toThreadCard(thread, person),
    messages: await toMessageViews(thread.tail, person, photos),
    filedChunkCount: thread.filedChunkCount,
    reads: readsOf(thread),
  };
}
