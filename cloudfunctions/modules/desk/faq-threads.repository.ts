import type { Thread } from '@domain/desk/thread.schema';
import type { Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';

/** What the answers that teach want to know of threads: which questions came, how many, what was shown before. */
export type FaqThreads = {
  /** Threads of all communities in the order in which they were asked, after a cursor and up to an instant. */
  askedBetween(after: Cursor, until: number, limit: number): Promise<Thread[]>;
  countAsked(communityId: string, from: number, to: number): Promise<number>;
  countFirstReplies(communityId: string, from: number, to: number): Promise<number>;
  /** How many asked the desk although they had been shown this entry. */
  countRefusals(communityId: string, faqId: string): Promise<number>;
};

export function faqThreads({ database }: Platform): FaqThreads {
  const threads = database.collection<Thread>('threads');
  const _ = database.command;
  const within = (from: number, to: number) => _.gte(from).and(_.lt(to));
  return {
    askedBetween: (cursor, until, limit) =>
      threads.find({
        where: _.and([
          { askedAt: _.lte(until) },
          _.or([{ askedAt: _.gt(cursor.at) }, { askedAt: cursor.at, _id: _.gt(cursor.id) }]),
        ]),
        orderBy: [
          ['askedAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit,
      }),
    countAsked: (communityId, from, to) => threads.count({ communityId, askedAt: within(from, to) }),
    countFirstReplies: (communityId, from, to) =>
      threads.count({ communityId, firstRepliedAt: within(from, to) }),
    countRefusals: (communityId, faqId) => threads.count({ communityId, faqShown: faqId }),
  };
}
