import { PAGE_SIZE } from '@domain/kernel/input';
import type { DutyShift } from '@domain/desk/duty.schema';
import { FAQ_LIMITS, type FaqEntry } from '@domain/desk/faq.schema';
import { LOOK_LIMITS, type Look } from '@domain/desk/look.schema';
import type { MessageChunk, Thread } from '@domain/desk/thread.schema';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, type RecordStore } from '@cloud/platform/record-store';

export type QueueFilter = 'overdue' | 'waiting' | 'taken' | 'mine' | 'resolved' | 'ended';

export type DeskRepository = {
  readonly threads: RecordStore<Thread, 'THREAD_NOT_FOUND'>;
  ofAsker(communityId: string, askerId: string, limit: number): Promise<Thread[]>;
  /** Threads of the asker that changed after an instant, oldest change first. */
  changedOfAsker(communityId: string, askerId: string, after: number): Promise<Thread[]>;
  changedInCommunity(communityId: string, after: number): Promise<Thread[]>;
  queue(communityId: string, filter: QueueFilter, staffId: string, now: number): Promise<Thread[]>;
  countWaiting(communityId: string): Promise<number>;
  /** Threads whose promised answer is late. */
  countOverdue(communityId: string, now: number): Promise<number>;
  resolvedBefore(instant: number): Promise<Thread[]>;
  markRead(thread: Thread, seq: number): Promise<boolean>;
  chunk(threadId: string, chunkNo: number): Promise<MessageChunk | null>;
  fileChunk(chunk: MessageChunk): Promise<void>;
  shiftsFrom(communityId: string, endingAfter: number, limit: number): Promise<DutyShift[]>;
  faq(communityId: string): Promise<FaqEntry[]>;
  countFaqHelp(communityId: string, faqId: string): Promise<void>;
  /** Threads that carry all of these keys, the newest change first; one more than a page. */
  search(communityId: string, keys: readonly string[], cursor: Cursor | null): Promise<Thread[]>;
  keepLook(look: Look): Promise<void>;
  looksSince(communityId: string, instant: number): Promise<Look[]>;
  wipeLooksBefore(instant: number): Promise<number>;
};

const LIST_MAX = 50;
const SYNC_MAX = 100;
const LAPSE_BATCH = 100;

export function deskRepository({ database, relay }: Platform): DeskRepository {
  const threads = createRecordStore<Thread, 'THREAD_NOT_FOUND'>(
    database,
    'threads',
    'THREAD_NOT_FOUND',
    relay,
  );
  const chunks = database.collection<MessageChunk>('message_chunks');
  const shifts = database.collection<DutyShift>('duty_shifts');
  const faqEntries = database.collection<FaqEntry>('faq_entries');
  const looks = database.collection<Look>('looks');
  const _ = database.command;
  const rows = threads.collection;
  const overdue = (communityId: string, now: number) => ({
    communityId,
    replyDueAt: _.gt(0).and(_.lte(now)),
  });

  return {
    threads,
    ofAsker: (communityId, askerId, limit) =>
      rows.find({ where: { communityId, askerId }, orderBy: [['updatedAt', 'desc']], limit }),
    changedOfAsker: (communityId, askerId, after) =>
      rows.find({
        where: { communityId, askerId, updatedAt: _.gt(after) },
        orderBy: [['updatedAt', 'asc']],
        limit: SYNC_MAX,
      }),
    changedInCommunity: (communityId, after) =>
      rows.find({
        where: { communityId, updatedAt: _.gt(after) },
        orderBy: [['updatedAt', 'asc']],
        limit: SYNC_MAX,
      }),
    async queue(communityId, filter, staffId, now) {
      if (filter === 'overdue') {
        return rows.find({
          where: overdue(communityId, now),
          orderBy: [['replyDueAt', 'asc']],
          limit: LIST_MAX,
        });
      }
      if (filter === 'waiting') {
        return rows.find({
          where: { communityId, status: 'waiting' },
          orderBy: [['updatedAt', 'asc']],
          limit: LIST_MAX,
        });
      }
      const status =
        filter === 'ended'
          ? _.in(['confirmed', 'closed', 'withdrawn'])
          : filter === 'mine'
            ? 'taken'
            : filter;
      const where = { communityId, status, ...(filter === 'mine' ? { 'taker.personId': staffId } : {}) };
      return rows.find({ where, orderBy: [['updatedAt', 'desc']], limit: LIST_MAX });
    },
    countOverdue: (communityId, now) => rows.count(overdue(communityId, now)),
    countWaiting: (communityId) => rows.count({ communityId, status: 'waiting' }),
    resolvedBefore: (instant) =>
      rows.find({
        where: { status: 'resolved', updatedAt: _.lt(instant) },
        orderBy: [['updatedAt', 'asc']],
        limit: LAPSE_BATCH,
      }),
    markRead: (thread, seq) => rows.updateOne({ _id: thread._id }, { askerReadSeq: _.max(seq) }),
    chunk: (threadId, chunkNo) => chunks.get(`${threadId}:${chunkNo}`),
    async fileChunk(chunk) {
      await chunks.insert(chunk);
    },
    shiftsFrom: (communityId, endingAfter, limit) =>
      shifts.find({ where: { communityId, endsAt: _.gt(endingAfter) }, orderBy: [['endsAt', 'asc']], limit }),
    faq: (communityId) =>
      faqEntries.find({ where: { communityId, status: 'published' }, limit: FAQ_LIMITS.entriesMax }),
    async countFaqHelp(communityId, faqId) {
      await faqEntries.updateOne({ _id: faqId, communityId }, { helpedCount: _.inc(1) });
    },
    search(communityId, [first = '', ...others], cursor) {
      const scope = { communityId, searchKeys: first };
      const all = others.length === 0 ? scope : _.and([scope, ...others.map((key) => ({ searchKeys: key }))]);
      return rows.find({
        where: after(_, all, 'updatedAt', cursor),
        orderBy: [
          ['updatedAt', 'desc'],
          ['_id', 'desc'],
        ],
        limit: PAGE_SIZE + 1,
      });
    },
    async keepLook({ _id, communityId, ...look }) {
      if (await looks.updateOne({ _id, communityId }, look)) return;
      await looks.insert({ _id, communityId, ...look });
    },
    looksSince: (communityId, instant) =>
      looks.find({ where: { communityId, seenAt: _.gt(instant) }, limit: LOOK_LIMITS.shownMax }),
    async wipeLooksBefore(instant) {
      const over = await looks.find({
        where: { seenAt: _.gt(0).and(_.lte(instant)) },
        limit: LOOK_LIMITS.shownMax,
      });
      const wiped = { threadId: null, isTyping: false, seenAt: 0 };
      for (const { _id, seenAt } of over) await looks.updateOne({ _id, seenAt }, wiped);
      return over.length;
    },
  };
}
