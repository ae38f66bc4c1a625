import { maskName } from '@domain/kernel/mask';
import type { Person } from '@domain/kernel/person';
import { rolesOn, maySeeContact, maySeeHeld, wishMoves } from '@domain/wishes/wish.rules';
import type { HeldWords, Wish, WishView } from '@domain/wishes/wish.schema';
import { pick, type Photos } from '@cloud/platform/photos';

/** Pictures of a fulfilment may show a home: they are for the wisher, the claimer and staff. */
const photosFor = (wish: Wish, person: Person): readonly string[] => {
  if (!('photos' in wish)) return [];
  return maySeeHeld(wish, person) ? wish.photos : [];
};

/** Wishes as this person may see them; no name, contact or place of the wisher. */
export async function toWishViews(
  wishes: readonly Wish[],
  person: Person,
  photos: Photos,
): Promise<WishView[]> {
  const views = await photos.views(wishes.flatMap((wish) => photosFor(wish, person)));
  return wishes.map((wish) => {
    const relations = rolesOn(wish, person);
    const isMine = relations.includes('wisher');
    const held = wish.heldWords ?? [];
    const isKept = (words: HeldWords) => held.includes(words) && !maySeeHeld(wish, person);
    return {
      wishId: wish._id,
      title: wish.title,
      detail: wish.detail,
      category: wish.category,
      status: wish.status,
      submittedAt: wish.submittedAt,
      updatedAt: wish.updatedAt,
      isMine,
      isClaimedByMe: relations.includes('claimer'),
      claimerMasked: 'claimer' in wish ? maskName(wish.claimer.name) : null,
      claimedAt: 'claimedAt' in wish ? wish.claimedAt : null,
      fulfilledAt: 'fulfilledAt' in wish ? wish.fulfilledAt : null,
      fulfilNote: 'note' in wish && !isKept('note') ? wish.note : null,
      photos: pick(views, photosFor(wish, person)),
      thanks: 'thanks' in wish && !isKept('thanks') ? wish.thanks : null,
      declineReason: 'declineReason' in wish ? wish.declineReason : null,
      canSeeContact: maySeeContact(wish, person) && !wish.contactBlankedAt,
      ...(maySeeContact(wish, person) && wish.contactBlankedAt ? { isContactBlanked: true } : {}),
      link: relations.includes('staff') ? wish.link : undefined,
      heldWords: held.length > 0 && maySeeHeld(wish, person) ? [...held] : undefined,
      moves: [
        ...wishMoves(wish, person),
        ...(held.length > 0 && relations.includes('staff') ? ['vouch'] : []),
      ],
      version: wish.version,
    };
  });
}

export async function toWishView(wish: Wish, person: Person, photos: Photos): Promise<WishView> {
  const [view] = await toWishViews([wish], person, photos);
  if (!view) throw new Error('one wish has one view');
  return view;
}
