import { PAGE_SIZE } from '@domain/kernel/input';
import type { Thread } from '@domain/desk/thread.schema';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';
import { countInSpans, within, type Span } from '@cloud/platform/spans';

/** Conversations by when they were asked; `isOpen` leaves out what is finished or taken back. */
export type AskedRepository = {
  /** One count for each span; the spans lie next to one another. */
  countIn(communityId: string, spans: readonly Span[], isOpen: boolean): Promise<number[]>;
  /** The oldest first; one more than a page. */
  page(communityId: string, span: Span, isOpen: boolean, cursor: Cursor | null): Promise<Thread[]>;
};

/** What the desk still has to do; what waits for the neighbour's word is done as far as the desk goes. */
const OPEN = ['waiting', 'taken'];

export function askedRepository({ database }: Platform): AskedRepository {
  const threads = database.collection<Thread>('threads');
  const _ = database.command;
  const scopeOf = (communityId: string, isOpen: boolean) => ({
    communityId,
    ...(isOpen ? { status: _.in(OPEN) } : {}),
  });
  return {
    countIn: (communityId, spans, isOpen) =>
      countInSpans(threads, _, scopeOf(communityId, isOpen), 'askedAt', spans),
    page(communityId, span, isOpen, cursor) {
      const scope = { ...scopeOf(communityId, isOpen), askedAt: within(_, span) };
      return threads.find({
        where: after(_, scope, 'askedAt', cursor, 'asc'),
        orderBy: [
          ['askedAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: PAGE_SIZE + 1,
      });
    },
  };
}
