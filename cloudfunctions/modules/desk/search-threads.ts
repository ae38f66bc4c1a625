import { PAGE_SIZE } from '@domain/kernel/input';
import type { Person } from '@domain/kernel/person';
import { ok } from '@domain/kernel/result';
import type * as actions from '@domain/desk/console.actions';
import type { searchMine as searchMineAction } from '@domain/desk/talk.actions';
import { searchKeysFor } from '@domain/desk/thread-search';
import type { Handler } from '@cloud/platform/binding';
import { decodeCursor, pageFrom } from '@cloud/platform/paging';
import type { DeskRepository } from './desk.repository';
import { toThreadCard } from './thread-views';

/** Conversations by who asked, where they live, what was said or their number; the newest first. */
export const searchThreads =
  (desk: DeskRepository): Handler<typeof actions.searchThreads> =>
  ({ person }, sought) =>
    found(desk, person, null, sought);

/** The same among one's own. */
export const searchMine =
  (desk: DeskRepository): Handler<typeof searchMineAction> =>
  ({ person }, sought) =>
    found(desk, person, person.personId, sought);

type Sought = { readonly query: string; readonly cursor?: string | undefined };

async function found(
  desk: DeskRepository,
  person: Person,
  askerId: string | null,
  { query, cursor }: Sought,
) {
  const keys = searchKeysFor(query);
  if (keys.length === 0) return ok({ items: [], nextCursor: null });
  const rows = await desk.search(person.communityId, askerId, keys, decodeCursor(cursor));
  const page = pageFrom(rows, PAGE_SIZE, (thread) => ({ at: thread.updatedAt, id: thread._id }));
  return ok({
    items: page.items.map((thread) => toThreadCard(thread, person)),
    nextCursor: page.nextCursor,
  });
}
