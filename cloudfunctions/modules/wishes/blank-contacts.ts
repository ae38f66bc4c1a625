import { BLANKED_AT_ONCE, contactsKeptFor, isBlankingTime } from '@domain/kernel/retention';
import { blankContact } from '@domain/wishes/wish.rules';
import type { PeopleRepository } from '../people';
import type { WishesRepository } from './wishes.repository';

/**
 * Takes the name, phone and place out of wishes that ended long enough ago. Each is one conditional update, so a timer
 * that dies goes on where it stopped. Returns how many were blanked.
 */
export const blankWishContacts =
  (wishes: WishesRepository, people: PeopleRepository) =>
  async (now: number): Promise<number> => {
    if (!isBlankingTime(now)) return 0;
    let blanked = 0;
    for (const communityId of await people.communityIds()) {
      const before = now - contactsKeptFor(await people.community(communityId));
      for (const wish of await wishes.withOldContacts(communityId, before, BLANKED_AT_ONCE)) {
        if (await wishes.commitByTimer(wish, blankContact(wish, now))) blanked += 1;
      }
    }
    return blanked;
  };
