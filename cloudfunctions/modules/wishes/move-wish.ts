import type { AnyAction } from '@domain/kernel/action';
import { err, ok, type Result } from '@domain/kernel/result';
import { isStaff } from '@domain/kernel/roles';
import type * as actions from '@domain/wishes/wish.actions';
import * as rules from '@domain/wishes/wish.rules';
import { wishContactView, type Wish } from '@domain/wishes/wish.schema';
import type { Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import type { Photos } from '@cloud/platform/photos';
import type { Secrets } from '@cloud/platform/secrets';
import type { WordsCheck } from '@cloud/platform/words-check';
import { toWishView } from './wish-views';
import type { WishesRepository } from './wishes.repository';

/** Moves a wish the caller may see; to anyone else it does not exist. */
async function moveWish<E extends string>(
  wishes: WishesRepository,
  photos: Photos,
  caller: Caller,
  wishId: string,
  decide: (wish: Wish) => Result<Wish, E>,
) {
  const moved = await wishes.move(caller, wishId, (wish): Result<Wish, E | 'WISH_NOT_FOUND'> =>
    rules.maySee(wish, caller.person) ? decide(wish) : err('WISH_NOT_FOUND'),
  );
  return moved.ok ? ok(await toWishView(moved.value, caller.person, photos)) : moved;
}

type Wired<A extends AnyAction> = (wishes: WishesRepository, photos: Photos) => Handler<A>;

export const withdrawWish: Wired<typeof actions.withdrawWish> =
  (wishes, photos) =>
  (caller, { wishId }) =>
    moveWish(wishes, photos, caller, wishId, (wish) => rules.withdraw(wish, caller.person, caller.now));

export const releaseWish: Wired<typeof actions.releaseWish> =
  (wishes, photos) =>
  (caller, { wishId, reason }) =>
    moveWish(wishes, photos, caller, wishId, (wish) =>
      rules.release(wish, caller.person, reason, caller.now),
    );

/** Staff stand for their own words; a neighbour's go through the platform's check. */
const verdictOn = async (wordsCheck: WordsCheck, { person, openid }: Caller, words: string) =>
  isStaff(person) ? 'passed' : wordsCheck.check(openid, words);

export const fulfilWish =
  (wishes: WishesRepository, photos: Photos, wordsCheck: WordsCheck): Handler<typeof actions.fulfilWish> =>
  async (caller, { wishId, done }) => {
    const verdict = await verdictOn(wordsCheck, caller, done.note);
    if (verdict === 'refused') return err('WORDS_REFUSED');
    return moveWish(wishes, photos, caller, wishId, (wish) =>
      rules.fulfil(wish, caller.person, done, caller.now, verdict === 'held'),
    );
  };

export const thankForWish =
  (wishes: WishesRepository, photos: Photos, wordsCheck: WordsCheck): Handler<typeof actions.thankForWish> =>
  async (caller, { wishId, thanks }) => {
    const verdict = await verdictOn(wordsCheck, caller, thanks);
    if (verdict === 'refused') return err('WORDS_REFUSED');
    return moveWish(wishes, photos, caller, wishId, (wish) =>
      rules.thank(wish, caller.person, thanks, caller.now, verdict === 'held'),
    );
  };

export const tieWish: Wired<typeof actions.tieWish> =
  (wishes, photos) =>
  (caller, { wishId, threadId }) =>
    moveWish(wishes, photos, caller, wishId, (wish) => rules.tie(wish, caller.person, threadId, caller.now));

export const vouchForWish: Wired<typeof actions.vouchForWish> =
  (wishes, photos) =>
  (caller, { wishId }) =>
    moveWish(wishes, photos, caller, wishId, (wish) => rules.vouch(wish, caller.person, caller.now));

export const publishWish: Wired<typeof actions.publishWish> =
  (wishes, photos) =>
  (caller, { wishId, words }) =>
    moveWish(wishes, photos, caller, wishId, (wish) => rules.publish(wish, caller.person, words, caller.now));

export const declineWish: Wired<typeof actions.declineWish> =
  (wishes, photos) =>
  (caller, { wishId, reason }) =>
    moveWish(wishes, photos, caller, wishId, (wish) =>
      rules.decline(wish, caller.person, reason, caller.now),
    );

/** Tells whoever may know how to reach the wisher, once the look stands in the wish's history. */
export const lookAtWishContact =
  (wishes: WishesRepository, secrets: Secrets): Handler<typeof actions.lookAtWishContact> =>
  async (caller, { wishId }) => {
    const { person, now } = caller;
    const looked = await wishes.move(
      caller,
      wishId,
      (wish): Result<Wish, 'WISH_NOT_FOUND' | 'MOVE_NOT_ALLOWED_FOR_ROLE' | 'WISH_CONTACT_BLANKED'> =>
        rules.maySee(wish, person) ? rules.lookAtContact(wish, person, now) : err('WISH_NOT_FOUND'),
    );
    if (!looked.ok) return looked;
    return ok(wishContactView.parse(JSON.parse(secrets.open(looked.value.sealedContact))));
  };
