import { PAGE_SIZE } from '@domain/kernel/input';
import type { DutyShift } from '@domain/desk/duty.schema';
import { LOOK_LIMITS, type Look } from '@domain/desk/look.schema';
import type { MessageChunk, Thread } from '@domain/desk/thread.schema';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, type RecordStore } from '@cloud/platform/record-store';

export type QueueFilter = 'overdue' | 'waiting' | 'taken' | 'mine' | 'resolved' | 'ended';

export type DeskRepository = {
  readonly threads: RecordStore<Thread, 'THREAD_NOT_FOUND'>;
  ofAsker(communityId: string, askerId: string, limit: number): Promise<Thread[]>;
  /** Threads of the asker that changed after an instant, oldest change first; of more than `SYNC_MAX`, the newest. */
  changedOfAsker(
    communityId: string,
    askerId: string,
    after: number,
    openId: string | undefined,
  ): Promise<Thread[]>;
  /** As of one asker, of everybody. `openId` is a conversation that is wanted even if it has not changed. */
  changedInCommunity(communityId: string, after: number, openId: string | undefined): Promise<Thread[]>;
  /**
   * One view of the queue; one more than a page. To somebody on duty, `mine` is also what those who have gone home have
   * left: everything taken but by the `colleagues` on duty. Null for somebody who is not on duty.
   */
  queue(
    communityId: string,
    filter: QueueFilter,
    staffId: string,
    now: number,
    cursor: Cursor | null,
    colleagues: readonly string[] | null,
  ): Promise<Thread[]>;
  /** Unfinished matters of danger: they stand before everything else. */
  urgent(communityId: string, status: 'waiting' | 'taken'): Promise<Thread[]>;
  countWaiting(communityId: string): Promise<number>;
  /** Threads whose promised answer is late. */
  countOverdue(communityId: string, now: number): Promise<number>;
  resolvedBefore(instant: number): Promise<Thread[]>;
  /** Resolved and not confirmed, the oldest first. */
  resolvedIn(communityId: string): Promise<Thread[]>;
  /** What ended after an instant, however it ended. */
  endedSince(communityId: string, instant: number): Promise<Thread[]>;
  markRead(thread: Thread, seq: number): Promise<boolean>;
  chunk(threadId: string, chunkNo: number): Promise<MessageChunk | null>;
  fileChunk(chunk: MessageChunk): Promise<void>;
  shiftsFrom(communityId: string, endingAfter: number, limit: number): Promise<DutyShift[]>;
  /** Threads that carry all of these keys, the newest change first; one more than a page. Null: whoever asked. */
  search(
    communityId: string,
    askerId: string | null,
    keys: readonly string[],
    cursor: Cursor | null,
  ): Promise<Thread[]>;
  keepLook(look: Look): Promise<void>;
  looksSince(communityId: string, instant: number): Promise<Look[]>;
  wipeLooksBefore(instant: number): Promise<number>;
};

/** So many conversations a desk sees at once, as many as it scrolls through without a wait. */
export const QUEUE_PAGE = 50;
const ENDED = ['confirmed', 'closed', 'withdrawn', 'merged'] as const;
/** What waits is sorted by who waits longest, the rest by what changed last. */
export const QUEUE_ORDER = {
  overdue: ['replyDueAt', 'asc'],
  waiting: ['updatedAt', 'asc'],
  taken: ['updatedAt', 'desc'],
  mine: ['updatedAt', 'desc'],
  resolved: ['updatedAt', 'desc'],
  ended: ['updatedAt', 'desc'],
} as const;
/** A sync tells of so many changes at most. */
export const SYNC_MAX = 100;
const LAPSE_BATCH = 100;
/** What CloudBase gives at once. */
const ENDED_MAX = 1000;

export function deskRepository({ database, relay }: Platform): DeskRepository {
  const threads = createRecordStore<Thread, 'THREAD_NOT_FOUND'>(
    database,
    'threads',
    'THREAD_NOT_FOUND',
    relay,
  );
  const chunks = database.collection<MessageChunk>('message_chunks');
  const shifts = database.collection<DutyShift>('duty_shifts');
  const looks = database.collection<Look>('looks');
  const _ = database.command;
  const rows = threads.collection;
  const overdue = (communityId: string, now: number) => ({
    communityId,
    replyDueAt: _.gt(0).and(_.lte(now)),
  });

  const changedOrOpen = (scope: object, after: number, openId: string | undefined): object => {
    const changed = { ...scope, updatedAt: _.gt(after) };
    return openId === undefined ? changed : _.or([changed, { ...scope, _id: openId }]);
  };

  // In a flood the oldest are left out: whoever only ever got those would never catch up.
  const newest = async (where: object): Promise<Thread[]> =>
    (await rows.find({ where, orderBy: [['updatedAt', 'desc']], limit: SYNC_MAX })).reverse();

  return {
    threads,
    ofAsker: (communityId, askerId, limit) =>
      rows.find({ where: { communityId, askerId }, orderBy: [['updatedAt', 'desc']], limit }),
    changedOfAsker: (communityId, askerId, after, openId) =>
      newest(changedOrOpen({ communityId, askerId }, after, openId)),
    changedInCommunity: (communityId, after, openId) => newest(changedOrOpen({ communityId }, after, openId)),
    queue(communityId, filter, staffId, now, cursor, colleagues) {
      const [sortedBy, direction] = QUEUE_ORDER[filter];
      const scope =
        filter === 'overdue'
          ? overdue(communityId, now)
          : {
              communityId,
              status: filter === 'ended' ? _.in([...ENDED]) : filter === 'mine' ? 'taken' : filter,
              ...(filter === 'mine'
                ? { 'taker.personId': colleagues ? _.nin([...colleagues]) : staffId }
                : {}),
            };
      return rows.find({
        where: after(_, scope, sortedBy, cursor, direction),
        orderBy: [
          [sortedBy, direction],
          ['_id', direction],
        ],
        limit: QUEUE_PAGE + 1,
      });
    },
    urgent: (communityId, status) =>
      rows.find({
        where: { communityId, isUrgent: true, status },
        orderBy: [['updatedAt', 'asc']],
        limit: QUEUE_PAGE,
      }),
    countOverdue: (communityId, now) => rows.count(overdue(communityId, now)),
    countWaiting: (communityId) => rows.count({ communityId, status: 'waiting' }),
    resolvedBefore: (instant) =>
      rows.find({
        where: { status: 'resolved', updatedAt: _.lt(instant) },
        orderBy: [['updatedAt', 'asc']],
        limit: LAPSE_BATCH,
      }),
    resolvedIn: (communityId) =>
      rows.find({
        where: { communityId, status: 'resolved' },
        orderBy: [['updatedAt', 'asc']],
        limit: SYNC_MAX,
      }),
    endedSince: (communityId, instant) =>
      rows.find({
        where: { communityId, status: _.in(['confirmed', 'closed']), updatedAt: _.gt(instant) },
        limit: ENDED_MAX,
        without: ['tail', 'searchKeys', 'history'],
      }),
    markRead: (thread, seq) => rows.updateOne({ _id: thread._id }, { askerReadSeq: _.max(seq) }),
    chunk: (threadId, chunkNo) => chunks.get(`${threadId}:${chunkNo}`),
    async fileChunk(chunk) {
      await chunks.insert(chunk);
    },
    shiftsFrom: (communityId, endingAfter, limit) =>
      shifts.find({
        where: { communityId, status: 'planned', endsAt: _.gt(endingAfter) },
        orderBy: [['endsAt', 'asc']],
        limit,
      }),
    search(communityId, askerId, [first = '', ...others], cursor) {
      const scope = { communityId, ...(askerId === null ? {} : { askerId }), searchKeys: first };
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
