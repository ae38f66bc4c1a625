import * as actions from '@domain/wishes/wish.actions';
import { bind } from '@cloud/platform/binding';
import type { Module, Platform } from '@cloud/platform/platform';
import type { PeopleRepository } from '../people';
import { blankWishContacts } from './blank-contacts';
import { claimWish } from './claim-wish';
import * as lists from './list-wishes';
import * as moves from './move-wish';
import { recordWish, submitWish } from './submit-wish';
import type { WishesRepository } from './wishes.repository';

export { toWishViews } from './wish-views';
export { wishesRepository, type WishesRepository } from './wishes.repository';

export const wishesModule = (
  { photos, secrets, wordsCheck }: Platform,
  wishes: WishesRepository,
  people: PeopleRepository,
): Module => ({
  chores: { blankWishContacts: blankWishContacts(wishes, people) },
  bindings: [
    bind(actions.listWall, lists.listWall(wishes, photos)),
    bind(actions.getWish, lists.getWish(wishes, photos)),
    bind(actions.listMyWishes, lists.listMyWishes(wishes, photos)),
    bind(actions.submitWish, submitWish(wishes, secrets, photos)),
    bind(actions.withdrawWish, moves.withdrawWish(wishes, photos)),
    bind(actions.claimWish, claimWish(wishes, photos)),
    bind(actions.releaseWish, moves.releaseWish(wishes, photos)),
    bind(actions.fulfilWish, moves.fulfilWish(wishes, photos, wordsCheck)),
    bind(actions.thankForWish, moves.thankForWish(wishes, photos, wordsCheck)),
    bind(actions.lookAtWishContact, moves.lookAtWishContact(wishes, secrets)),
    bind(actions.listWishesForStaff, lists.listWishesForStaff(wishes, photos)),
    bind(actions.listUnclaimedWishes, lists.listUnclaimed(wishes, photos)),
    bind(actions.recordWish, recordWish(wishes, secrets, photos)),
    bind(actions.publishWish, moves.publishWish(wishes, photos)),
    bind(actions.vouchForWish, moves.vouchForWish(wishes, photos)),
    bind(actions.tieWish, moves.tieWish(wishes, photos)),
    bind(actions.declineWish, moves.declineWish(wishes, photos)),
  ],
});
