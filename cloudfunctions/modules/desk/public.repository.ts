import { PAGE_SIZE } from '@domain/kernel/input';
import { FAQ_LIMITS } from '@domain/desk/faq.schema';
import type { PublicMark, PublicQuestion } from '@domain/desk/public-question.schema';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, type RecordStore } from '@cloud/platform/record-store';

export type PublicRepository = {
  readonly questions: RecordStore<PublicQuestion, 'PUBLIC_NOT_FOUND'>;
  open(communityId: string, keys: readonly string[], cursor: Cursor | null): Promise<PublicQuestion[]>;
  answered(communityId: string): Promise<PublicQuestion[]>;
  ofAsker(communityId: string, askerId: string): Promise<PublicQuestion[]>;
  followedBy(communityId: string, personId: string): Promise<PublicQuestion[]>;
  inState(communityId: string, status: 'proposed' | 'open'): Promise<PublicQuestion[]>;
  withPending(communityId: string): Promise<PublicQuestion[]>;
  /** Notes "me too" or a thank-you once for a person and a thing. Returns whether it is new. */
  mark(mark: PublicMark): Promise<boolean>;
  marksOf(questionId: string): Promise<PublicMark[]>;
  countFollowers(question: PublicQuestion): Promise<number>;
  setFollowCount(questionId: string, count: number): Promise<void>;
};

const MINE_MAX = 50;
const REVIEW_MAX = 100;
/** More thanks or followers than this are counted no further; nobody is ranked by them. */
const MARKS_MAX = 1000;

export function publicRepository({ database, relay }: Platform): PublicRepository {
  const questions = createRecordStore<PublicQuestion, 'PUBLIC_NOT_FOUND'>(
    database,
    'public_questions',
    'PUBLIC_NOT_FOUND',
    relay,
  );
  const marks = database.collection<PublicMark>('public_marks');
  const rows = questions.collection;
  const _ = database.command;
  const newestFirst = [
    ['updatedAt', 'desc'],
    ['_id', 'desc'],
  ] as const;

  return {
    questions,
    open(communityId, keys, cursor) {
      const scope = { communityId, status: 'open' };
      const all = keys.length === 0 ? scope : _.and([scope, ...keys.map((key) => ({ searchKeys: key }))]);
      return rows.find({
        where: after(_, all, 'updatedAt', cursor),
        orderBy: newestFirst,
        limit: PAGE_SIZE + 1,
      });
    },
    answered: (communityId) =>
      rows.find({
        where: { communityId, status: 'open' },
        orderBy: newestFirst,
        limit: FAQ_LIMITS.publicLeadsMax,
      }),
    ofAsker: (communityId, askerId) =>
      rows.find({ where: { communityId, askerId }, orderBy: [['updatedAt', 'desc']], limit: MINE_MAX }),
    async followedBy(communityId, personId) {
      const where = { communityId, personId, kind: 'follow' };
      const own = await marks.find({ where, orderBy: [['at', 'desc']], limit: MINE_MAX });
      if (own.length === 0) return [];
      const ids = own.map(({ questionId }) => questionId);
      return rows.find({ where: { _id: _.in(ids), communityId }, limit: MINE_MAX });
    },
    inState: (communityId, status) =>
      rows.find({ where: { communityId, status }, orderBy: newestFirst, limit: REVIEW_MAX }),
    withPending: (communityId) =>
      rows.find({ where: { communityId, status: 'open', pendingCount: _.gt(0) }, limit: REVIEW_MAX }),
    mark: async (mark) => (await marks.insert(mark)) === 'inserted',
    marksOf: (questionId) => marks.find({ where: { questionId }, limit: MARKS_MAX }),
    countFollowers: ({ _id }) => marks.count({ questionId: _id, kind: 'follow' }),
    async setFollowCount(questionId, count) {
      await rows.updateOne({ _id: questionId }, { followCount: _.max(count) });
    },
  };
}
