import { PAGE_SIZE } from '@domain/kernel/input';
import { ok } from '@domain/kernel/result';
import type * as actions from '@domain/desk/console.actions';
import { searchKeysFor } from '@domain/desk/thread-search';
import type { Handler } from '@cloud/platform/binding';
import { decodeCursor, pageFrom } from '@cloud/platform/paging';
import type { DeskRepository } from './desk.repository';
import { toThreadCard } from './thread-views';

/** Conversations by who asked, where they live, what was said or their number; the newest first. */
export const searchThreads =
  (desk: DeskRepository): Handler<typeof actions.searchThreads> =>
  async ({ person }, { query, cursor }) => {
    const keys = searchKeysFor(query);
    if (keys.length === 0) return ok({ items: [], nextCursor: null });
    const found = await desk.search(person.communityId, keys, decodeCursor(cursor));
    const page = pageFrom(found, PAGE_SIZE, (thread) => ({ at: thread.updatedAt, id: thread._id }));
    return ok({
      items: page.items.map((thread) => toThreadCard(thread, person)),
      nextCursor: page.nextCursor,
    });
  };
