import { blankCallerPhone } from '@domain/desk/retention.rules';
import { BLANKED_AT_ONCE, contactsKeptFor, isBlankingTime } from '@domain/kernel/retention';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';
import type { SightRepository } from './sight.repository';

/**
 * Takes the numbers of callers out of matters that ended long enough ago. Each is one conditional update, so a timer
 * that dies goes on where it stopped. Returns how many were blanked.
 */
export const blankCallerPhones =
  (desk: DeskRepository, sight: SightRepository, people: PeopleRepository) =>
  async (now: number): Promise<number> => {
    if (!isBlankingTime(now)) return 0;
    let blanked = 0;
    for (const communityId of await people.communityIds()) {
      const before = now - contactsKeptFor(await people.community(communityId));
      for (const thread of await sight.withOldPhones(communityId, before, BLANKED_AT_ONCE)) {
        if (await desk.threads.commitByTimer(thread, blankCallerPhone(thread, now))) blanked += 1;
      }
    }
    return blanked;
  };
