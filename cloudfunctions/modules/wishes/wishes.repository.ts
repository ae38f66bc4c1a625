import type { Wish } from '@domain/wishes/wish.schema';
import { PAGE_SIZE } from '@domain/kernel/input';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, type RecordStore } from '@cloud/platform/record-store';
import { countInSpans, within, type Span } from '@cloud/platform/spans';

type Status = Wish['status'];

export type WishesRepository = RecordStore<Wish, 'WISH_NOT_FOUND'> & {
  /** Newest change first; one more than a page, so that the caller sees whether there is a next one. */
  page(communityId: string, statuses: readonly Status[], cursor: Cursor | null): Promise<Wish[]>;
  ofWisher(communityId: string, personId: string): Promise<Wish[]>;
  ofClaimer(communityId: string, personId: string): Promise<Wish[]>;
  /** The wish and the claims this person already holds, in one read. */
  withClaimsOf(
    communityId: string,
    wishId: string,
    personId: string,
  ): Promise<{ wish: Wish | null; openClaims: number }>;
  newestOpen(communityId: string, limit: number): Promise<Wish[]>;
  countSubmitted(communityId: string): Promise<number>;
  /** Wishes on the wall nobody has claimed. */
  countOpen(communityId: string): Promise<number>;
  /** The same, by when they were wished: one count for each span; the spans lie next to one another. */
  countOpenIn(communityId: string, spans: readonly Span[]): Promise<number[]>;
  /** Those of one span, the longest wait first; one more than a page. */
  openIn(communityId: string, span: Span, cursor: Cursor | null): Promise<Wish[]>;
  /** Wishes with words that wait for staff, the longest wait first; one more than a page. */
  held(communityId: string, cursor: Cursor | null): Promise<Wish[]>;
  /** Wishes that ended before an instant and still hold a contact. */
  withOldContacts(communityId: string, before: number, limit: number): Promise<Wish[]>;
};

const MINE_MAX = 100;
const ENDED: readonly Status[] = ['fulfilled', 'thanked', 'declined', 'withdrawn'];

export function wishesRepository({ database, relay }: Platform): WishesRepository {
  const wishes = createRecordStore<Wish, 'WISH_NOT_FOUND'>(database, 'wishes', 'WISH_NOT_FOUND', relay);
  const rows = wishes.collection;
  const _ = database.command;
  const newestFirst = [
    ['updatedAt', 'desc'],
    ['_id', 'desc'],
  ] as const;
  const oneOf = (statuses: readonly Status[]) => (statuses.length === 1 ? statuses[0] : _.in([...statuses]));

  return {
    ...wishes,
    page(communityId, statuses, cursor) {
      const where = after(_, { communityId, status: oneOf(statuses) }, 'updatedAt', cursor);
      return rows.find({ where, orderBy: newestFirst, limit: PAGE_SIZE + 1 });
    },
    ofWisher: (communityId, wisherId) =>
      rows.find({ where: { communityId, wisherId }, orderBy: newestFirst, limit: MINE_MAX }),
    ofClaimer: (communityId, personId) =>
      rows.find({
        where: { communityId, 'claimer.personId': personId },
        orderBy: newestFirst,
        limit: MINE_MAX,
      }),
    async withClaimsOf(communityId, wishId, personId) {
      const found = await rows.find({
        where: _.or([
          { communityId, _id: wishId },
          { communityId, 'claimer.personId': personId, status: 'claimed' },
        ]),
        limit: MINE_MAX,
      });
      const held = found.filter((wish) => wish.status === 'claimed' && wish.claimer.personId === personId);
      return {
        wish: found.find((wish) => wish._id === wishId) ?? null,
        openClaims: held.filter((wish) => wish._id !== wishId).length,
      };
    },
    newestOpen: (communityId, limit) =>
      rows.find({ where: { communityId, status: 'open' }, orderBy: newestFirst, limit }),
    countSubmitted: (communityId) => rows.count({ communityId, status: 'submitted' }),
    countOpen: (communityId) => rows.count({ communityId, status: 'open' }),
    countOpenIn: (communityId, spans) =>
      countInSpans(rows, _, { communityId, status: 'open' }, 'submittedAt', spans),
    held: (communityId, cursor) =>
      rows.find({
        where: after(_, { communityId, heldAt: _.gt(0) }, 'heldAt', cursor, 'asc'),
        orderBy: [
          ['heldAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: PAGE_SIZE + 1,
      }),
    withOldContacts: (communityId, before, limit) =>
      rows.find({
        // A field that is not there counts as null, in the index too.
        where: {
          communityId,
          status: _.in([...ENDED]),
          contactBlankedAt: _.eq(null),
          updatedAt: _.lt(before),
        },
        limit,
      }),
    openIn(communityId, span, cursor) {
      const scope = { communityId, status: 'open', submittedAt: within(_, span) };
      return rows.find({
        where: after(_, scope, 'submittedAt', cursor, 'asc'),
        orderBy: [
          ['submittedAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: PAGE_SIZE + 1,
      });
    },
  };
}
