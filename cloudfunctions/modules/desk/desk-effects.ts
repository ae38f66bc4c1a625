import type { Person } from '@domain/kernel/person';
import { afterFiling, chunkToFile } from '@domain/desk/thread-messages';
import * as rules from '@domain/desk/thread.rules';
import { THREAD_LIMITS, type Thread } from '@domain/desk/thread.schema';
import type { Effect } from '@cloud/platform/outbox';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';

const textOf = (value: string | number | null | undefined): string =>
  typeof value === 'string' ? value : '';

/** Files the oldest twenty messages of a long thread in a document of their own. */
export const fileChunk =
  (desk: DeskRepository): Effect =>
  async (entry) => {
    const chunkNo = Number(entry.payload['chunkNo']);
    const thread = await desk.threads.collection.get(textOf(entry.payload['threadId']));
    const messages = thread ? chunkToFile(thread, chunkNo) : null;
    if (!thread || !messages) return thread;
    const { _id: threadId, communityId } = thread;
    await desk.fileChunk({ _id: `${threadId}:${chunkNo}`, communityId, threadId, chunkNo, messages });
    const filed = afterFiling(thread);
    const { tail, filedChunkCount, version } = filed;
    const stored = await desk.threads.collection.updateOne(
      { _id: threadId, version: thread.version },
      { tail: [...tail], filedChunkCount, version },
    );
    if (!stored) throw new Error('the thread changed while a chunk was being filed; the timer files it');
    return filed;
  };

/** A neighbour answered a safety notice with "needs help": the desk gets a conversation about it. */
export const openForNotice =
  (desk: DeskRepository, people: PeopleRepository): Effect =>
  async (entry) => {
    const { payload } = entry;
    const record = await people.collection.get(textOf(payload['personId']));
    if (!record) throw new Error('the person who asked for help is not in the register');
    const { replyWithinMinutes } = await people.community(record.communityId);
    const asker: Person = {
      personId: record._id,
      communityId: record.communityId,
      name: record.name,
      face: record.face,
      roles: record.roles,
      home: record.home,
    };
    const note = textOf(payload['note']);
    const words = `【需要帮助】${textOf(payload['title'])}${note === '' ? '' : `：${note}`}`;
    const thread: Thread = rules.ask(
      asker,
      {
        id: `help-${entry.id.replaceAll(':', '-')}`,
        messageId: `message-${entry.id.replaceAll(':', '-')}`,
        message: { text: words, photos: [] },
        faqShown: [],
        replyWithinMinutes,
        link: { area: 'notices', id: textOf(payload['noticeId']) },
      },
      entry.at,
    );
    await desk.threads.collection.insert(thread);
    return null;
  };

/** Threads nobody confirmed in time end. Returns how many. */
export const lapseThreads = (desk: DeskRepository) => async (now: number) => {
  let lapsed = 0;
  for (const thread of await desk.resolvedBefore(now - THREAD_LIMITS.confirmWithin)) {
    const decided = rules.lapse(thread, now);
    if (!decided.ok) continue;
    const { status, version, updatedAt, history, tail, messageCount } = decided.value;
    const stored = await desk.threads.collection.updateOne(
      { _id: thread._id, version: thread.version },
      { status, version, updatedAt, history: [...history], tail: [...tail], messageCount },
    );
    if (stored) lapsed += 1;
  }
  return lapsed;
};
