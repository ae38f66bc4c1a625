import type * as actions from '@domain/desk/sight.actions';
import { threadNumber } from '@domain/desk/thread-search';
import type { Thread } from '@domain/desk/thread.schema';
import { isOfOwnGrid, isOwnMatter, visitOf } from '@domain/desk/visit.rules';
import { VISIT_LIMITS } from '@domain/desk/visit.schema';
import { PAGE_SIZE } from '@domain/kernel/input';
import { err, ok } from '@domain/kernel/result';
import { isStaff } from '@domain/kernel/roles';
import type { Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import { decodeCursor, pageFrom } from '@cloud/platform/paging';
import type { Photos } from '@cloud/platform/photos';
import type { DeskRepository } from './desk.repository';
import { colleaguesOnDuty } from './duty-now';
import type { SightRepository } from './sight.repository';
import { toMessageViews, toThreadCard, toThreadPage } from './thread-views';

/** Told of every conversation that is about to be shown to somebody. */
export type NoteVisit = (caller: Caller, thread: Thread) => Promise<void>;

/**
 * Writes down that staff looked at a conversation which is not their own duty. Who asked, who handles it and who is on
 * duty now leave no trace; where none is needed, nothing is read to find that out.
 */
export const noteVisit =
  (desk: DeskRepository, sight: SightRepository): NoteVisit =>
  async ({ person, now }, thread) => {
    if (!isStaff(person) || isOwnMatter(thread, person)) return;
    if ((await colleaguesOnDuty(desk, person, now)) !== null) return;
    await sight.keepVisit(visitOf(thread, person, now));
  };

export const listVisits =
  (sight: SightRepository): Handler<typeof actions.listVisits> =>
  async ({ person }, { threadId, cursor }) => {
    const found = await sight.visits(person.communityId, threadId, decodeCursor(cursor));
    const page = pageFrom(found, PAGE_SIZE, ({ at, _id }) => ({ at, id: _id }));
    return ok({
      items: page.items.map(({ _id, threadId: of, title, name, role, at }) => ({
        visitId: _id,
        threadId: of,
        number: threadNumber(of),
        title,
        name,
        role,
        at,
      })),
      nextCursor: page.nextCursor,
    });
  };

/** Looks of long ago are forgotten. Returns how many. */
export const forgetVisits = (sight: SightRepository) => (now: number) =>
  sight.forgetVisitsBefore(now - VISIT_LIMITS.keptFor);

export const listGridThreads =
  (sight: SightRepository): Handler<typeof actions.listGridThreads> =>
  async ({ person }, { cursor }) => {
    const gridIds = person.gridIds ?? [];
    if (gridIds.length === 0) return err('NO_GRID_YET');
    const found = await sight.ofGrids(person.communityId, gridIds, decodeCursor(cursor));
    const page = pageFrom(found, PAGE_SIZE, (thread) => ({ at: thread.updatedAt, id: thread._id }));
    return ok({
      items: page.items.map((thread) => toThreadCard(thread, person)),
      nextCursor: page.nextCursor,
    });
  };

/** A conversation of the caller's own grid, once the look is written down; any other does not exist. */
async function lookFromGrid(desk: DeskRepository, sight: SightRepository, caller: Caller, threadId: string) {
  const loaded = await desk.threads.load(caller, threadId);
  if (!loaded.ok || !isOfOwnGrid(loaded.value, caller.person)) return err('THREAD_NOT_FOUND');
  if (!isOwnMatter(loaded.value, caller.person)) {
    await sight.keepVisit(visitOf(loaded.value, caller.person, caller.now));
  }
  return loaded;
}

export const openGridThread =
  (desk: DeskRepository, sight: SightRepository, photos: Photos): Handler<typeof actions.openGridThread> =>
  async (caller, { threadId }) => {
    const looked = await lookFromGrid(desk, sight, caller, threadId);
    return looked.ok ? ok(await toThreadPage(looked.value, caller.person, photos)) : looked;
  };

export const getOlderForGrid =
  (desk: DeskRepository, sight: SightRepository, photos: Photos): Handler<typeof actions.getOlderForGrid> =>
  async (caller, { threadId, chunkNo }) => {
    const looked = await lookFromGrid(desk, sight, caller, threadId);
    if (!looked.ok) return looked;
    const chunk = await desk.chunk(threadId, chunkNo);
    return ok({ chunkNo, messages: await toMessageViews(chunk?.messages ?? [], caller.person, photos) });
  };
