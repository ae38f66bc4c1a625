import { PAGE_SIZE } from '@domain/kernel/input';
import type { Answer, AnswerStatus, Notice } from '@domain/notices/notice.schema';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, type RecordStore } from '@cloud/platform/record-store';

type Status = Notice['status'];

/** Households of a building that answered, by answer; a household that asks for help counts as that alone. */
export type AnswerCount = {
  readonly buildingId: string;
  readonly status: AnswerStatus;
  readonly households: number;
};

export type NoticesRepository = {
  readonly notices: RecordStore<Notice, 'NOTICE_NOT_FOUND'>;
  readonly answers: RecordStore<Answer, 'ANSWER_NOT_FOUND'>;
  /** In force, or called off before their time: for these keys, soonest end first. */
  active(communityId: string, keys: readonly string[], now: number): Promise<Notice[]>;
  /** Published and not over, for whomever; soonest end first. */
  inForce(communityId: string, now: number, limit: number): Promise<Notice[]>;
  past(communityId: string, keys: readonly string[], now: number, cursor: Cursor | null): Promise<Notice[]>;
  forStaff(communityId: string, statuses: readonly Status[], cursor: Cursor | null): Promise<Notice[]>;
  answersById(ids: readonly string[]): Promise<Map<string, Answer>>;
  answersOfBuilding(noticeId: string, revision: number, buildingId: string): Promise<Answer[]>;
  countAnswers(noticeId: string, revision: number): Promise<AnswerCount[]>;
  endedBefore(now: number): Promise<Notice[]>;
  /** What a household answered with "needs help", the newest first, each with its notice if that is still in force. */
  helpWantedBy(
    communityId: string,
    householdId: string,
    limit: number,
  ): Promise<{ notice: Notice; answer: Answer }[]>;
};

const ACTIVE_MAX = 50;
const BUILDING_MAX = 1000;
const END_BATCH = 50;

export function noticesRepository({ database, relay }: Platform): NoticesRepository {
  const notices = createRecordStore<Notice, 'NOTICE_NOT_FOUND'>(
    database,
    'notices',
    'NOTICE_NOT_FOUND',
    relay,
  );
  const answers = createRecordStore<Answer, 'ANSWER_NOT_FOUND'>(
    database,
    'answers',
    'ANSWER_NOT_FOUND',
    relay,
  );
  const _ = database.command;

  return {
    notices,
    answers,
    active: (communityId, keys, now) =>
      notices.collection.find({
        where: {
          communityId,
          status: _.in(['published', 'cancelled']),
          targetKeys: _.in([...keys]),
          endsAt: _.gt(now),
        },
        orderBy: [['endsAt', 'asc']],
        limit: ACTIVE_MAX,
      }),
    inForce: (communityId, now, limit) =>
      notices.collection.find({
        where: { communityId, status: 'published', endsAt: _.gt(now) },
        orderBy: [['endsAt', 'asc']],
        limit,
      }),
    past(communityId, keys, now, cursor) {
      const scope = {
        communityId,
        status: _.in(['published', 'cancelled', 'ended']),
        targetKeys: _.in([...keys]),
        endsAt: _.lte(now),
      };
      const where = after(_, scope, 'endsAt', cursor);
      return notices.collection.find({
        where,
        orderBy: [
          ['endsAt', 'desc'],
          ['_id', 'desc'],
        ],
        limit: PAGE_SIZE + 1,
      });
    },
    forStaff(communityId, statuses, cursor) {
      const where = after(_, { communityId, status: _.in([...statuses]) }, 'updatedAt', cursor);
      return notices.collection.find({
        where,
        orderBy: [
          ['updatedAt', 'desc'],
          ['_id', 'desc'],
        ],
        limit: PAGE_SIZE + 1,
      });
    },
    async answersById(ids) {
      if (ids.length === 0) return new Map();
      const found = await answers.collection.find({ where: { _id: _.in([...ids]) }, limit: ids.length });
      return new Map(found.map((answer) => [answer._id, answer]));
    },
    answersOfBuilding: (noticeId, revision, buildingId) =>
      answers.collection.find({ where: { noticeId, revision, buildingId }, limit: BUILDING_MAX }),
    async countAnswers(noticeId, revision) {
      const rows = await answers.collection.aggregate<{
        _id: { building: string; help: number };
        households: number;
      }>([
        { match: { noticeId, revision } },
        {
          group: {
            _id: { building: '$buildingId', household: '$householdId' },
            help: { $max: { $cond: [{ $eq: ['$status', 'needsHelp'] }, 1, 0] } },
          },
        },
        { group: { _id: { building: '$_id.building', help: '$help' }, households: { $sum: 1 } } },
      ]);
      return rows.map(({ _id, households }) => ({
        buildingId: _id.building,
        status: _id.help === 1 ? 'needsHelp' : 'acknowledged',
        households,
      }));
    },
    endedBefore: (now) =>
      notices.collection.find({ where: { status: 'published', endsAt: _.lte(now) }, limit: END_BATCH }),
    async helpWantedBy(communityId, householdId, limit) {
      const asked = await answers.collection.find({
        where: { communityId, householdId, status: 'needsHelp' },
        orderBy: [['answeredAt', 'desc']],
        limit,
      });
      if (asked.length === 0) return [];
      const ids = [...new Set(asked.map(({ noticeId }) => noticeId))];
      const found = await notices.collection.find({ where: { _id: _.in(ids) }, limit: ids.length });
      return asked.flatMap((answer) => {
        const notice = found.find(({ _id }) => _id === answer.noticeId);
        return notice?.status === 'published' ? [{ notice, answer }] : [];
      });
    },
  };
}
