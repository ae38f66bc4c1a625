import { ok } from '@domain/kernel/result';
import type * as actions from '@domain/wishes/wish.actions';
import * as rules from '@domain/wishes/wish.rules';
import type { WishContact } from '@domain/wishes/wish.schema';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor } from '@cloud/platform/caller';
import type { Photos } from '@cloud/platform/photos';
import type { Secrets } from '@cloud/platform/secrets';
import { toWishView } from './wish-views';
import type { WishesRepository } from './wishes.repository';

const UNFINISHED = ['submitted', 'open', 'claimed'];

/** A resident fills in a card. */
export const submitWish =
  (wishes: WishesRepository, secrets: Secrets, photos: Photos): Handler<typeof actions.submitWish> =>
  async (caller, { phone, ...card }) => {
    const { person, now } = caller;
    const id = newIdFor(caller, 'wish');
    const own = await wishes.ofWisher(person.communityId, person.personId);
    const openCount = own.filter((wish) => UNFINISHED.includes(wish.status) && wish._id !== id).length;
    const contact: WishContact = { name: person.name, phone, place: person.home?.label ?? '' };
    const sealedContact = secrets.seal(JSON.stringify(contact));
    const wish = rules.submit(person, { ...card, id, sealedContact, isForSomeone: false }, openCount, now);
    if (!wish.ok) return wish;
    const stored = await wishes.insert(caller, wish.value);
    return stored.ok ? ok(await toWishView(stored.value, person, photos)) : stored;
  };

/** Staff write the card for somebody at the table in the courtyard. */
export const recordWish =
  (wishes: WishesRepository, secrets: Secrets, photos: Photos): Handler<typeof actions.recordWish> =>
  async (caller, { phone, contactName, place, threadId, ...card }) => {
    const contact: WishContact = { name: contactName, phone, place };
    const sealedContact = secrets.seal(JSON.stringify(contact));
    const id = newIdFor(caller, 'wish');
    const wish = rules.submit(
      caller.person,
      { ...card, id, sealedContact, isForSomeone: true, threadId },
      0,
      caller.now,
    );
    if (!wish.ok) return wish;
    const stored = await wishes.insert(caller, wish.value);
    return stored.ok ? ok(await toWishView(stored.value, caller.person, photos)) : stored;
  };
