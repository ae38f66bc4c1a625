import { err, ok } from '@domain/kernel/result';
import { PAGE_SIZE } from '@domain/kernel/input';
import type * as actions from '@domain/wishes/wish.actions';
import { maySee } from '@domain/wishes/wish.rules';
import type { Wish } from '@domain/wishes/wish.schema';
import type { Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import { decodeCursor, pageFrom } from '@cloud/platform/paging';
import type { Photos } from '@cloud/platform/photos';
import { toWishView, toWishViews } from './wish-views';
import type { WishesRepository } from './wishes.repository';

const WALL: Readonly<Record<actions.WallFilter, readonly Wish['status'][]>> = {
  open: ['open'],
  claimed: ['claimed'],
  done: ['fulfilled', 'thanked'],
};

async function pageOfWishes(
  wishes: WishesRepository,
  photos: Photos,
  caller: Caller,
  statuses: readonly Wish['status'][],
  cursor: string | undefined,
) {
  const rows = await wishes.page(caller.person.communityId, statuses, decodeCursor(cursor));
  const page = pageFrom(rows, PAGE_SIZE, (wish) => ({ at: wish.updatedAt, id: wish._id }));
  return ok({ items: await toWishViews(page.items, caller.person, photos), nextCursor: page.nextCursor });
}

export const listWall =
  (wishes: WishesRepository, photos: Photos): Handler<typeof actions.listWall> =>
  (caller, { filter, cursor }) =>
    pageOfWishes(wishes, photos, caller, WALL[filter], cursor);

export const listWishesForStaff =
  (wishes: WishesRepository, photos: Photos): Handler<typeof actions.listWishesForStaff> =>
  async (caller, { filter, cursor }) => {
    if (filter !== 'held') return pageOfWishes(wishes, photos, caller, [filter], cursor);
    const rows = await wishes.held(caller.person.communityId, decodeCursor(cursor));
    const page = pageFrom(rows, PAGE_SIZE, (wish) => ({ at: wish.heldAt ?? 0, id: wish._id }));
    return ok({ items: await toWishViews(page.items, caller.person, photos), nextCursor: page.nextCursor });
  };

export const listUnclaimed =
  (wishes: WishesRepository, photos: Photos): Handler<typeof actions.listUnclaimedWishes> =>
  async ({ person }, { from, to, cursor }) => {
    const rows = await wishes.openIn(person.communityId, { from, to }, decodeCursor(cursor));
    const page = pageFrom(rows, PAGE_SIZE, (wish) => ({ at: wish.submittedAt, id: wish._id }));
    return ok({ items: await toWishViews(page.items, person, photos), nextCursor: page.nextCursor });
  };

export const getWish =
  (wishes: WishesRepository, photos: Photos): Handler<typeof actions.getWish> =>
  async (caller, { wishId }) => {
    const loaded = await wishes.load(caller, wishId);
    if (!loaded.ok || !maySee(loaded.value, caller.person)) return err('WISH_NOT_FOUND');
    return ok(await toWishView(loaded.value, caller.person, photos));
  };

export const listMyWishes =
  (wishes: WishesRepository, photos: Photos): Handler<typeof actions.listMyWishes> =>
  async ({ person }) => {
    const [wished, claimed] = await Promise.all([
      wishes.ofWisher(person.communityId, person.personId),
      wishes.ofClaimer(person.communityId, person.personId),
    ]);
    return ok({
      wished: await toWishViews(wished, person, photos),
      claimed: await toWishViews(claimed, person, photos),
    });
  };
