import type { PublicMark, PublicQuestion } from '@domain/desk/public-question.schema';
import type { Thread } from '@domain/desk/thread.schema';
import type { Platform } from '@cloud/platform/platform';

/** Who is still to be told by WeChat that there is an answer. */
export type NoticeRepository = {
  /** Threads whose asker is to be told by now, the longest due first. */
  answeredBy(now: number, limit: number): Promise<Thread[]>;
  /** False when somebody else did it, or a newer answer put on another. */
  takeMarkOff(threadId: string, dueAt: number): Promise<boolean>;
  /** Public questions whose followers are to be told by now. */
  withNews(now: number, limit: number): Promise<PublicQuestion[]>;
  /** Followers after a mark, in the order of their marks. */
  followersAfter(questionId: string, markId: string, limit: number): Promise<PublicMark[]>;
  /** Notes that this follower hears of the news; false when they have. */
  claimFollower(mark: PublicMark, newsAt: number): Promise<boolean>;
  /** Notes how far the followers were told; null when all were. Newer news are left alone. */
  moveOn(questionId: string, newsAt: number, after: string | null): Promise<void>;
};

export function noticeRepository({ database }: Platform): NoticeRepository {
  const threads = database.collection<Thread>('threads');
  const questions = database.collection<PublicQuestion>('public_questions');
  const marks = database.collection<PublicMark>('public_marks');
  const _ = database.command;
  return {
    answeredBy: (now, limit) =>
      threads.find({
        where: { tellAskerAt: _.gt(0).and(_.lte(now)) },
        orderBy: [['tellAskerAt', 'asc']],
        limit,
      }),
    takeMarkOff: (_id, dueAt) => threads.updateOne({ _id, tellAskerAt: dueAt }, { tellAskerAt: 0 }),
    withNews: (now, limit) =>
      questions.find({
        where: { 'tellFollowers.at': _.gt(0).and(_.lte(now)) },
        orderBy: [['tellFollowers.at', 'asc']],
        limit,
      }),
    followersAfter: (questionId, markId, limit) =>
      marks.find({
        where: { questionId, kind: 'follow', _id: _.gt(markId) },
        orderBy: [['_id', 'asc']],
        limit,
      }),
    claimFollower: ({ _id }, newsAt) => marks.updateOne({ _id, toldAt: _.neq(newsAt) }, { toldAt: newsAt }),
    async moveOn(_id, newsAt, after) {
      const tellFollowers = after === null ? null : _.set({ at: newsAt, after });
      await questions.updateOne({ _id, 'tellFollowers.at': newsAt }, { tellFollowers });
    },
  };
}
