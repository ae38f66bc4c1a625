import { PAGE_SIZE } from '@domain/kernel/input';
import type { Thread } from '@domain/desk/thread.schema';
import { VISIT_LIMITS, type ThreadVisit } from '@domain/desk/visit.schema';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';

export type SightRepository = {
  /** Once; the same look again within its hour changes nothing. */
  keepVisit(visit: ThreadVisit): Promise<void>;
  /** The newest first, of one conversation or all; one more than a page. */
  visits(communityId: string, threadId: string | undefined, cursor: Cursor | null): Promise<ThreadVisit[]>;
  /** Takes looks from before an instant away, a batch at most. Returns how many. */
  forgetVisitsBefore(instant: number): Promise<number>;
  /** Conversations of these grids, the newest change first; one more than a page. */
  ofGrids(communityId: string, gridIds: readonly string[], cursor: Cursor | null): Promise<Thread[]>;
  /** Matters that staff recorded and that ended before an instant, whose caller's number was not looked after yet. */
  withOldPhones(communityId: string, before: number, limit: number): Promise<Thread[]>;
};

const ENDED = ['confirmed', 'closed', 'withdrawn', 'merged'] as const;

export function sightRepository({ database }: Platform): SightRepository {
  const visits = database.collection<ThreadVisit>('thread_visits');
  const threads = database.collection<Thread>('threads');
  const _ = database.command;
  return {
    async keepVisit(visit) {
      await visits.insert(visit);
    },
    visits: (communityId, threadId, cursor) =>
      visits.find({
        where: after(_, { communityId, ...(threadId === undefined ? {} : { threadId }) }, 'at', cursor),
        orderBy: [
          ['at', 'desc'],
          ['_id', 'desc'],
        ],
        limit: PAGE_SIZE + 1,
      }),
    async forgetVisitsBefore(instant) {
      const over = await visits.find({ where: { at: _.lt(instant) }, limit: VISIT_LIMITS.forgetBatch });
      for (const { _id } of over) await visits.remove(_id);
      return over.length;
    },
    withOldPhones: (communityId, before, limit) =>
      threads.find({
        // A field that is not there counts as null, in the index too.
        where: {
          communityId,
          status: _.in([...ENDED]),
          'recorded.phoneBlankedAt': _.eq(null),
          'recorded.at': _.lt(before),
          updatedAt: _.lt(before),
        },
        limit,
      }),
    ofGrids: (communityId, gridIds, cursor) =>
      threads.find({
        where: after(
          _,
          { communityId, gridId: gridIds.length === 1 ? gridIds[0] : _.in([...gridIds]) },
          'updatedAt',
          cursor,
        ),
        orderBy: [
          ['updatedAt', 'desc'],
          ['_id', 'desc'],
        ],
        limit: PAGE_SIZE + 1,
      }),
  };
}
