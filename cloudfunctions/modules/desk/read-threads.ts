import { err, ok } from '@domain/kernel/result';
import { MINUTE } from '@domain/kernel/time';
import type { listAsked as listAskedAction } from '@domain/desk/console.actions';
import type * as actions from '@domain/desk/desk.actions';
import { PAGE_SIZE } from '@domain/kernel/input';
import { seenByAsker, unreadForAsker } from '@domain/desk/thread-messages';
import { maySee } from '@domain/desk/thread.rules';
import type { SyncView, Thread } from '@domain/desk/thread.schema';
import type { Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import type { Photos } from '@cloud/platform/photos';
import { decodeCursor, pageFrom } from '@cloud/platform/paging';
import type { AskedRepository } from './asked.repository';
import { QUEUE_ORDER, QUEUE_PAGE, SYNC_MAX, type DeskRepository } from './desk.repository';
import { colleaguesOnDuty } from './duty-now';
import { colleaguesLooking } from './look-at-thread';
import { signsOf } from './show-signs';
import type { NoteVisit } from './watch-sight';
import { toMessageViews, toThreadCard, toThreadPage } from './thread-views';

const MY_LIST = 50;

/**
 * Two servers' clocks may differ a little, so a change can be stored under an instant that a reader has already
 * passed. Readers therefore look back this far and skip versions they know.
 */
const CLOCK_SKEW = MINUTE / 6;

/** Residents only ever see their own: nothing is to be written down of that. */
const unnoted: NoteVisit = async () => undefined;

/** A thread the caller may see, once the look is noted; any other does not exist. */
export const loadVisible = async (
  desk: DeskRepository,
  caller: Caller,
  threadId: string,
  note: NoteVisit = unnoted,
) => {
  const loaded = await desk.threads.load(caller, threadId);
  if (!loaded.ok || !maySee(loaded.value, caller.person)) return err('THREAD_NOT_FOUND');
  await note(caller, loaded.value);
  return loaded;
};

export const listMyThreads =
  (desk: DeskRepository): Handler<typeof actions.listMyThreads> =>
  async ({ person }) => {
    const threads = await desk.ofAsker(person.communityId, person.personId, MY_LIST);
    return ok({ items: threads.map((thread) => toThreadCard(thread, person)) });
  };

export const getThread =
  (
    desk: DeskRepository,
    photos: Photos,
    note?: NoteVisit,
  ): Handler<typeof actions.getThread | typeof actions.openThread> =>
  async (caller, { threadId }) => {
    const loaded = await loadVisible(desk, caller, threadId, note);
    return loaded.ok ? ok(await toThreadPage(loaded.value, caller.person, photos)) : loaded;
  };

export const getOlder =
  (
    desk: DeskRepository,
    photos: Photos,
    note?: NoteVisit,
  ): Handler<typeof actions.getOlderMessages | typeof actions.getOlderForDesk> =>
  async (caller, { threadId, chunkNo }) => {
    const loaded = await loadVisible(desk, caller, threadId, note);
    if (!loaded.ok) return loaded;
    const chunk = await desk.chunk(threadId, chunkNo);
    return ok({ chunkNo, messages: await toMessageViews(chunk?.messages ?? [], caller.person, photos) });
  };

export const listQueue =
  (desk: DeskRepository): Handler<typeof actions.listQueue> =>
  async ({ person, now }, { filter, cursor }) => {
    const colleagues = filter === 'mine' ? await colleaguesOnDuty(desk, person, now) : null;
    const isFirst = cursor === undefined && (filter === 'waiting' || filter === 'taken');
    const [urgent, found, waitingCount] = await Promise.all([
      isFirst ? desk.urgent(person.communityId, filter) : [],
      desk.queue(person.communityId, filter, person.personId, now, decodeCursor(cursor), colleagues),
      desk.countWaiting(person.communityId),
    ]);
    const [sortedBy] = QUEUE_ORDER[filter];
    const { items, nextCursor } = pageFrom(found, QUEUE_PAGE, (thread) => ({
      at: thread[sortedBy] ?? 0,
      id: thread._id,
    }));
    const rest = items.filter(({ _id }) => !urgent.some((first) => first._id === _id));
    const cards = [...urgent, ...rest].map((thread) => toThreadCard(thread, person));
    return ok({ items: cards, nextCursor, waitingCount });
  };

export const listAsked =
  (asked: AskedRepository): Handler<typeof listAskedAction> =>
  async ({ person }, { from, to, isOpen, cursor }) => {
    const found = await asked.page(person.communityId, { from, to }, isOpen, decodeCursor(cursor));
    const page = pageFrom(found, PAGE_SIZE, (thread) => ({ at: thread.askedAt, id: thread._id }));
    return ok({
      items: page.items.map((thread) => toThreadCard(thread, person)),
      nextCursor: page.nextCursor,
    });
  };

type SyncInput = { since: number; threadId?: string | undefined; version?: number | undefined };

async function syncFrom(
  desk: DeskRepository,
  found: readonly Thread[],
  caller: Caller,
  input: SyncInput,
  photos: Photos,
  note: NoteVisit = unnoted,
): Promise<SyncView> {
  const { since, version } = input;
  const changed = found.filter(({ updatedAt }) => updatedAt > since - CLOCK_SKEW);
  const onScreen = await threadOnScreen(desk, found, caller, input);
  const open = onScreen && onScreen.version !== version ? onScreen : null;
  const last = changed[changed.length - 1];
  if (open) await note(caller, open);
  return {
    cursor: Math.max(since, last?.updatedAt ?? 0),
    threads: changed.map((thread) => toThreadCard(thread, caller.person)),
    page: open ? await toThreadPage(open, caller.person, photos) : null,
    ...(onScreen && { signs: signsOf(onScreen, caller) }),
  };
}

// In a flood, the conversation that is open may be among the changes that were left out.
async function threadOnScreen(
  desk: DeskRepository,
  changed: readonly Thread[],
  caller: Caller,
  { threadId }: SyncInput,
): Promise<Thread | null> {
  const found = changed.find(({ _id }) => _id === threadId);
  if (found || threadId === undefined || changed.length < SYNC_MAX) return found ?? null;
  const loaded = await loadVisible(desk, caller, threadId);
  return loaded.ok ? loaded.value : null;
}

export const syncMyThreads =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.syncMyThreads> =>
  async (caller, input) => {
    const { person } = caller;
    const { communityId, personId } = person;
    const changed = await desk.changedOfAsker(
      communityId,
      personId,
      input.since - CLOCK_SKEW,
      input.threadId,
    );
    return ok(await syncFrom(desk, changed, caller, input, photos));
  };

export const syncDesk =
  (desk: DeskRepository, photos: Photos, note?: NoteVisit): Handler<typeof actions.syncDesk> =>
  async (caller, input) => {
    const [changed, looking] = await Promise.all([
      desk.changedInCommunity(caller.person.communityId, input.since - CLOCK_SKEW, input.threadId),
      input.isLookSkipped === true ? undefined : colleaguesLooking(desk, caller),
    ]);
    return ok({
      ...(await syncFrom(desk, changed, caller, input, photos, note)),
      ...(looking && { looking }),
    });
  };

export const markThreadRead =
  (desk: DeskRepository): Handler<typeof actions.markThreadRead> =>
  async (caller, { threadId, seq }) => {
    const loaded = await desk.threads.load(caller, threadId);
    if (!loaded.ok || loaded.value.askerId !== caller.person.personId) return err('THREAD_NOT_FOUND');
    const seen = seenByAsker(loaded.value, seq);
    if (seen.askerReadSeq > loaded.value.askerReadSeq) await desk.markRead(loaded.value, seen.askerReadSeq);
    return ok({ unreadCount: unreadForAsker(seen) });
  };
