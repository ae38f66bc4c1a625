import { err, ok } from '@domain/kernel/result';
import type * as actions from '@domain/wishes/wish.actions';
import * as rules from '@domain/wishes/wish.rules';
import type { Handler } from '@cloud/platform/binding';
import type { Photos } from '@cloud/platform/photos';
import { isKeyReused, isReplay } from '@cloud/platform/record-store';
import { toWishView } from './wish-views';
import type { WishesRepository } from './wishes.repository';

/**
 * One neighbour takes a wish on; of any number who try at once, one does. The wish and the claims the person already
 * holds come in one read, so this is a read and a conditional update.
 */
export const claimWish =
  (wishes: WishesRepository, photos: Photos): Handler<typeof actions.claimWish> =>
  async (caller, { wishId }) => {
    const { person, now } = caller;
    const { wish, openClaims } = await wishes.withClaimsOf(person.communityId, wishId, person.personId);
    if (!wish || !rules.maySee(wish, person)) return err('WISH_NOT_FOUND');
    if (isKeyReused(wish, caller)) return err('KEY_REUSED');
    if (isReplay(wish, caller)) return ok(await toWishView(wish, person, photos));
    if (wish.status === 'claimed') return err('WISH_ALREADY_CLAIMED');

    const claimed = rules.claim(wish, person, openClaims, now);
    if (!claimed.ok) return claimed;
    const stored = await wishes.commit(caller, wish, claimed.value);
    if (stored) return ok(await toWishView(stored, person, photos));

    const standing = await wishes.load(caller, wishId);
    if (!standing.ok) return standing;
    if (isReplay(standing.value, caller)) return ok(await toWishView(standing.value, person, photos));
    return err(standing.value.status === 'claimed' ? 'WISH_ALREADY_CLAIMED' : 'CONFLICT');
  };
