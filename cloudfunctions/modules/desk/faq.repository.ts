import type { DeskDay, FaqHelp } from '@domain/desk/faq-help.schema';
import type { FaqEntry } from '@domain/desk/faq.schema';
import { PAGE_SIZE } from '@domain/kernel/input';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, type RecordStore } from '@cloud/platform/record-store';

export type StaffFilter = 'published' | 'overdue' | 'draft' | 'asked' | 'retired';
type StaffQuery = {
  readonly filter: StaffFilter;
  readonly keys: readonly string[];
  readonly today: string;
  readonly cursor: Cursor | null;
};

/** How far the timer has read the questions that reached the desk. */
type GatherMark = { readonly _id: string; readonly askedAt: number; readonly threadId: string };

export type FaqRepository = {
  readonly entries: RecordStore<FaqEntry, 'FAQ_NOT_FOUND'>;
  readonly help: RecordStore<FaqHelp, 'FAQ_HELP_NOT_FOUND'>;
  published(communityId: string, limit: number): Promise<FaqEntry[]>;
  /** Every published entry, without answers and histories. */
  publishedLeads(communityId: string): Promise<FaqEntry[]>;
  byIds(communityId: string, faqIds: readonly string[]): Promise<FaqEntry[]>;
  /** Entries of any state in the order in which they changed; one more than asked for. */
  changedAfter(communityId: string, cursor: Cursor | null, limit: number): Promise<FaqEntry[]>;
  forStaff(communityId: string, query: StaffQuery): Promise<FaqEntry[]>;
  askedDrafts(communityId: string): Promise<FaqEntry[]>;
  /** Counts a question for a draft, once for a thread. Returns whether it was counted now. */
  countAsked(draftId: string, threadId: string): Promise<boolean>;
  setHelped(faqId: string, helpedCount: number): Promise<void>;
  countHelp(subjectId: string): Promise<number>;
  countHelpOn(communityId: string, day: string, sources: readonly string[]): Promise<number>;
  daysFrom(communityId: string, firstDay: string): Promise<DeskDay[]>;
  fileDay(day: DeskDay): Promise<void>;
  gatherMark(): Promise<GatherMark | null>;
  moveGatherMark(askedAt: number, threadId: string): Promise<void>;
};

const MARK_ID = 'gather';
const BATCH = 1000;
const DRAFTS_MAX = 300;
const OVERDUE_MAX = 200;
const DAYS_MAX = 62;
const REMEMBERED = 50;

export function faqRepository({ database, relay }: Platform): FaqRepository {
  const entries = createRecordStore<FaqEntry, 'FAQ_NOT_FOUND'>(
    database,
    'faq_entries',
    'FAQ_NOT_FOUND',
    relay,
  );
  const help = createRecordStore<FaqHelp, 'FAQ_HELP_NOT_FOUND'>(
    database,
    'faq_helps',
    'FAQ_HELP_NOT_FOUND',
    relay,
  );
  const days = database.collection<DeskDay>('desk_days');
  const marks = database.collection<GatherMark>('faq_marks');
  const rows = entries.collection;
  const _ = database.command;
  const newestFirst = [
    ['updatedAt', 'desc'],
    ['_id', 'desc'],
  ] as const;

  const scopeOf = (communityId: string, filter: StaffFilter, today: string) => {
    if (filter === 'overdue')
      return { communityId, status: 'published', reviewOn: _.gt('').and(_.lt(today)) };
    if (filter === 'asked') return { communityId, status: 'draft', askedCount: _.gt(0) };
    if (filter === 'draft') return { communityId, status: 'draft', askedCount: 0 };
    return { communityId, status: filter };
  };

  const changedAfter: FaqRepository['changedAfter'] = (communityId, cursor, limit) => {
    const scope = { communityId };
    const rest = cursor
      ? _.or([{ updatedAt: _.gt(cursor.at) }, { updatedAt: cursor.at, _id: _.gt(cursor.id) }])
      : null;
    return rows.find({
      where: rest ? _.and([scope, rest]) : scope,
      orderBy: [
        ['updatedAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: limit + 1,
      without: ['answer', 'receipts', 'searchKeys', 'askedIn'],
    });
  };

  return {
    entries,
    help,
    changedAfter,
    published: (communityId, limit) => rows.find({ where: { communityId, status: 'published' }, limit }),
    async publishedLeads(communityId) {
      const found: FaqEntry[] = [];
      for (let cursor: Cursor | null = null; ;) {
        const batch: FaqEntry[] = await changedAfter(communityId, cursor, BATCH - 1);
        found.push(...batch.filter(({ status }) => status === 'published'));
        const last = batch[batch.length - 1];
        if (!last || batch.length < BATCH) return found;
        cursor = { at: last.updatedAt, id: last._id };
      }
    },
    byIds: (communityId, faqIds) =>
      rows.find({ where: { _id: _.in([...faqIds]), communityId }, limit: faqIds.length }),
    forStaff(communityId, { filter, keys, today, cursor }) {
      const scope = scopeOf(communityId, filter, today);
      const searched =
        keys.length === 0 ? scope : _.and([scope, ...keys.map((key) => ({ searchKeys: key }))]);
      const without = ['answer', 'receipts', 'searchKeys', 'askedIn', 'history'];
      if (filter === 'overdue')
        return rows.find({ where: searched, orderBy: [['reviewOn', 'asc']], limit: OVERDUE_MAX, without });
      const field = filter === 'asked' ? 'askedCount' : 'updatedAt';
      return rows.find({
        where: after(_, searched, field, cursor),
        orderBy:
          filter === 'asked'
            ? [
                ['askedCount', 'desc'],
                ['_id', 'desc'],
              ]
            : newestFirst,
        limit: PAGE_SIZE + 1,
        without,
      });
    },
    askedDrafts: (communityId) =>
      rows.find({
        where: { communityId, status: 'draft', askedCount: _.gt(0) },
        orderBy: [
          ['askedCount', 'desc'],
          ['_id', 'desc'],
        ],
        limit: DRAFTS_MAX,
      }),
    countAsked: (draftId, threadId) =>
      rows.updateOne(
        { _id: draftId, askedIn: _.nin([threadId]) },
        { askedCount: _.inc(1), askedIn: _.push({ each: [threadId], slice: -REMEMBERED }) },
      ),
    async setHelped(faqId, helpedCount) {
      await rows.updateOne({ _id: faqId }, { helpedCount: _.max(helpedCount) });
    },
    countHelp: (subjectId) => help.collection.count({ subjectId, status: 'solved' }),
    countHelpOn: (communityId, day, sources) =>
      help.collection.count({ communityId, day, status: 'solved', source: _.in([...sources]) }),
    daysFrom: (communityId, firstDay) =>
      days.find({
        where: { communityId, date: _.gte(firstDay) },
        orderBy: [['date', 'asc']],
        limit: DAYS_MAX,
      }),
    async fileDay(day) {
      await days.insert(day);
    },
    gatherMark: () => marks.get(MARK_ID),
    async moveGatherMark(askedAt, threadId) {
      if (await marks.updateOne({ _id: MARK_ID }, { askedAt, threadId })) return;
      await marks.insert({ _id: MARK_ID, askedAt, threadId });
    },
  };
}
