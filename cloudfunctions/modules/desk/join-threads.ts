import { createHash } from 'node:crypto';
import { err, ok } from '@domain/kernel/result';
import type { Actor } from '@domain/kernel/record';
import { linkAreas } from '@domain/kernel/link';
import type * as actions from '@domain/desk/casework.actions';
import { LINK_RELATIONS } from '@domain/desk/casework.schema';
import * as merging from '@domain/desk/merge.rules';
import { split } from '@domain/desk/split.rules';
import { withLink } from '@domain/desk/thread-links';
import type { Thread } from '@domain/desk/thread.schema';
import { transfer } from '@domain/desk/transfer.rules';
import type { Handler } from '@cloud/platform/binding';
import type { Effect } from '@cloud/platform/outbox';
import type { OutboxEntry } from '@domain/kernel/record';
import type { Photos } from '@cloud/platform/photos';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';
import { colleaguesOf } from './keep-notes';
import { moveThread } from './move-thread';
import { loadVisible } from './read-threads';
import { toThreadPage } from './thread-views';

/** Somebody else's change in between makes a consequence start over; after so many tries the timer goes on. */
const TRIES = 5;

export const transferThread =
  (desk: DeskRepository, people: PeopleRepository, photos: Photos): Handler<typeof actions.transferThread> =>
  async (caller, { threadId, toPersonId, reason }) => {
    const to = (await colleaguesOf(people, caller.person.communityId)).get(toPersonId);
    if (!to) return err('COLLEAGUE_NOT_FOUND');
    return moveThread(desk, photos, caller, threadId, (thread) =>
      transfer(thread, caller.person, to, reason, caller.now),
    );
  };

/** The survivor's update is the merger; its outbox ends the other. Answers the matter that goes on. */
export const mergeThreads =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.mergeThreads> =>
  async (caller, { threadId, otherId }) => {
    const [one, other] = await Promise.all([
      loadVisible(desk, caller, threadId),
      loadVisible(desk, caller, otherId),
    ]);
    if (!one.ok) return one;
    if (!other.ok) return other;
    const [survivor, ending] = merging.survivorOf(one.value, other.value);
    return moveThread(desk, photos, caller, survivor._id, (thread) =>
      merging.absorb(thread, ending, caller.person, caller.now),
    );
  };

export const relateThreads =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.relateThreads> =>
  async (caller, { threadId, otherId }) => {
    const other = await loadVisible(desk, caller, otherId);
    if (!other.ok) return other;
    return moveThread(desk, photos, caller, threadId, (thread) =>
      merging.relate(thread, other.value, caller.person, caller.now),
    );
  };

/** The new matter's id follows from the words it is made of: colleagues who split off the same make one. */
export const splitThread =
  (desk: DeskRepository, people: PeopleRepository, photos: Photos): Handler<typeof actions.splitThread> =>
  async (caller, { threadId, messageIds }) => {
    const { person, now } = caller;
    const loaded = await loadVisible(desk, caller, threadId);
    if (!loaded.ok) return loaded;
    const thread = loaded.value;
    const chosen = new Set(messageIds);
    const said = (await messagesOf(desk, thread, chosen)).sort((a, b) => a.seq - b.seq);
    if (said.length !== chosen.size) return err('MESSAGE_NOT_FOUND');
    const { replyWithinMinutes } = await people.community(person.communityId);
    const seqs = said.map(({ seq }) => seq).join(',');
    const id = `split-${createHash('sha256').update(`${threadId}\n${seqs}`).digest('hex').slice(0, 24)}`;
    const made = split(thread, said, person, { id, replyWithinMinutes }, now);
    if (!made.ok) return made;
    const stored = await desk.threads.insert(caller, made.value);
    return stored.ok ? ok(await toThreadPage(stored.value, person, photos)) : stored;
  };

/** Chosen messages that lie in the thread itself or in its newest filed chunk; older ones nobody has on the screen. */
async function messagesOf(desk: DeskRepository, thread: Thread, chosen: ReadonlySet<string>) {
  const { tail, filedChunkCount } = thread;
  const near = tail.filter(({ messageId }) => chosen.has(messageId));
  if (near.length === chosen.size || filedChunkCount === 0) return near;
  const chunk = await desk.chunk(thread._id, filedChunkCount);
  const far = (chunk?.messages ?? []).filter(({ messageId }) => chosen.has(messageId));
  return [...far, ...near];
}

const textOf = (entry: OutboxEntry, name: string): string => {
  const value = entry.payload[name];
  return typeof value === 'string' ? value : '';
};
const actorIn = (entry: OutboxEntry): Actor => ({
  personId: textOf(entry, 'byId'),
  name: textOf(entry, 'byName'),
});

/** Changes another record than the one whose consequence this is, until it has worked or there is nothing to do. */
async function changeThread(
  desk: DeskRepository,
  threadId: string,
  change: (thread: Thread) => Promise<Thread | null> | Thread | null,
): Promise<null> {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const thread = await desk.threads.collection.get(threadId);
    const changed = thread ? await change(thread) : null;
    if (!thread || !changed || changed === thread) return null;
    if (await desk.threads.commitByTimer(thread, changed)) return null;
  }
  throw new Error('the other thread is changing all the time; the timer goes on');
}

/** The other end of a link. */
export const setLink =
  (desk: DeskRepository): Effect =>
  (entry) => {
    const relation = LINK_RELATIONS.find((known) => known === entry.payload['relation']);
    const area = linkAreas.find((known) => known === entry.payload['area']);
    if (!relation || !area) throw new Error('a link of a kind nobody knows');
    const link = {
      relation,
      area,
      id: textOf(entry, 'id'),
      title: textOf(entry, 'title'),
      isShared: entry.payload['isShared'] === 1,
    };
    const communityId = textOf(entry, 'communityId');
    return changeThread(desk, textOf(entry, 'threadId'), (thread) =>
      // A conversation named by a client is tied only within its own community.
      thread.communityId === communityId
        ? withLink(thread, link, actorIn(entry), entry.at, textOf(entry, 'line'))
        : null,
    );
  };

/** The matter that was taken in ends, pointing to the one that goes on. */
export const endMerged =
  (desk: DeskRepository): Effect =>
  async (entry) => {
    const survivor = await desk.threads.collection.get(textOf(entry, 'into'));
    if (!survivor) throw new Error('the thread that goes on is gone');
    return changeThread(desk, textOf(entry, 'threadId'), (thread) =>
      merging.endMerged(thread, survivor, actorIn(entry), entry.at),
    );
  };
