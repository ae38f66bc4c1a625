import type { Counted } from '@domain/desk/figures.rules';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';
import { within, type Span } from '@cloud/platform/spans';

export type FiguresRepository = {
  /**
   * Conversations asked in a span after a cursor, the earliest first, `limit` at most: only what the figures are made
   * of, about 200 bytes each, found by the index of when they were asked.
   */
  askedIn(communityId: string, span: Span, cursor: Cursor | null, limit: number): Promise<Counted[]>;
};

/** What CloudBase gives at once. */
export const PASS_SIZE = 1000;

const FIELDS = [
  'title',
  'status',
  'askedAt',
  'replyWithinMinutes',
  'firstRepliedAt',
  'topic',
  'buildingId',
  'rating',
  'followUp',
] as const satisfies readonly (keyof Counted)[];

export function figuresRepository({ database }: Platform): FiguresRepository {
  const threads = database.collection<Counted>('threads');
  const _ = database.command;
  return {
    askedIn: (communityId, span, cursor, limit) =>
      threads.find({
        where: after(_, { communityId, askedAt: within(_, span) }, 'askedAt', cursor, 'asc'),
        orderBy: [
          ['askedAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit,
        only: FIELDS,
      }),
  };
}
