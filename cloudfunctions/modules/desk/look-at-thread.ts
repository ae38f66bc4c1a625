import { ok } from '@domain/kernel/result';
import type * as actions from '@domain/desk/console.actions';
import { LOOK_LIMITS, type LookView } from '@domain/desk/look.schema';
import type { Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import type { DeskRepository } from './desk.repository';
import type { SignsRepository } from './signs.repository';

/**
 * Somebody at the desk looks at a conversation now. It overwrites what they looked at before. That they are writing,
 * the asker sees, too, without a name.
 */
export const lookAtThread =
  (desk: DeskRepository, signs: SignsRepository): Handler<typeof actions.lookAtThread> =>
  async ({ person, now }, { threadId, isTyping }) => {
    const { personId, communityId, name, face } = person;
    await Promise.all([
      desk.keepLook({ _id: personId, communityId, name, face, threadId, isTyping, seenAt: now }),
      threadId !== null && isTyping && signs.noteDeskTyping(communityId, threadId, personId, now),
    ]);
    return ok({});
  };

/** What the caller's colleagues look at this moment. */
export async function colleaguesLooking(desk: DeskRepository, caller: Caller): Promise<LookView[]> {
  const looks = await desk.looksSince(caller.person.communityId, caller.now - LOOK_LIMITS.freshForMs);
  return looks.flatMap(({ _id: personId, threadId, name, face, isTyping }) =>
    threadId === null || personId === caller.person.personId
      ? []
      : [{ threadId, personId, name, face, isTyping }],
  );
}

/** Wipes looks that are over. Returns how many. */
export const forgetLooks = (desk: DeskRepository) => (now: number) =>
  desk.wipeLooksBefore(now - LOOK_LIMITS.forgetAfterMs);
