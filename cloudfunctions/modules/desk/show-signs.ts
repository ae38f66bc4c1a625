import { err, ok } from '@domain/kernel/result';
import type * as actions from '@domain/desk/talk.actions';
import { isOtherTyping, readsOf } from '@domain/desk/thread-signs';
import type { SyncView, Thread } from '@domain/desk/thread.schema';
import type { Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import type { DeskRepository } from './desk.repository';
import type { SignsRepository } from './signs.repository';

/** What an open page shows of the other side; the sync has the thread in its hands already. */
export const signsOf = (thread: Thread, { person, now }: Caller): NonNullable<SyncView['signs']> => ({
  reads: readsOf(thread),
  isTyping: isOtherTyping(thread, person, now),
});

/** A mark that says nothing new is rare, for pages know what has been read; only then one looks why. */
export const markDeskRead =
  (desk: DeskRepository, signs: SignsRepository): Handler<typeof actions.markDeskRead> =>
  async (caller, { threadId, seq }) => {
    const { communityId, personId } = caller.person;
    if (await signs.markDeskRead(communityId, threadId, personId, seq)) return ok({});
    const loaded = await desk.threads.load(caller, threadId);
    const isKnown = loaded.ok && loaded.value.askerId !== personId && readsOf(loaded.value).desk >= seq;
    return isKnown ? ok({}) : err('THREAD_NOT_FOUND');
  };

export const tellTyping =
  (signs: SignsRepository): Handler<typeof actions.tellTyping> =>
  async ({ person, now }, { threadId }) => {
    const { communityId, personId } = person;
    return (await signs.noteAskerTyping(communityId, threadId, personId, now))
      ? ok({})
      : err('THREAD_NOT_FOUND');
  };
