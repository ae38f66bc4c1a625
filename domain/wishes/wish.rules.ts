import type { Person } from '../kernel/person';
import { becameOf, newRecord, SYSTEM_ACTOR, tiedTo, withTrace } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { isStaff } from '../kernel/roles';
import { movesFrom, step, type MoveError } from '../kernel/workflow';
import { WISH_LIMITS, type HeldWords, type Wish, type WishCategory } from './wish.schema';
import { wishWorkflow } from './wish.workflow';

type Outcome<E extends string = never> = Result<Wish, MoveError | E>;

/** The relations a person has to a wish. */
export function rolesOn(wish: Wish, person: Person): string[] {
  return [
    ...(wish.wisherId === person.personId ? ['wisher'] : []),
    ...(wish.recorderId === person.personId ? ['recorder'] : []),
    ...('claimer' in wish && wish.claimer.personId === person.personId ? ['claimer'] : []),
    ...(isStaff(person) ? ['staff'] : []),
    ...(person.roles.includes('volunteer') ? ['volunteer'] : []),
    ...(person.roles.includes('gridWorker') ? ['gridWorker'] : []),
  ];
}

/** Moves for the screen. The rule against claiming one's own wish holds here too, so no button lies. */
export const wishMoves = (wish: Wish, person: Person): string[] =>
  movesFrom(wishWorkflow, wish.status, rolesOn(wish, person)).filter(
    (move) => move !== 'claim' || wish.wisherId !== person.personId,
  );

/** Before it is published a wish is between its wisher and staff; declined and withdrawn ones stay there. */
export const maySee = (wish: Wish, person: Person): boolean => {
  if (wish.communityId !== person.communityId) return false;
  const isPublic = ['open', 'claimed', 'fulfilled', 'thanked'].includes(wish.status);
  return isPublic || rolesOn(wish, person).some((role) => ['wisher', 'recorder', 'staff'].includes(role));
};

/** The contact is for staff, the wisher, and whoever holds the claim until it is thanked. */
export const maySeeContact = (wish: Wish, person: Person): boolean => {
  const relations = rolesOn(wish, person);
  if (relations.includes('staff') || relations.includes('wisher')) return true;
  return relations.includes('claimer') && (wish.status === 'claimed' || wish.status === 'fulfilled');
};

/** Money is never given or asked for here: what the law leaves to charities, and what swindlers look for. */
const CASH = /现金|转账|汇款|打款|红包|借钱|收款码|付款码|微信支付|支付宝|银行卡|卡号|募捐|众筹/;
export const mentionsCash = (...words: readonly string[]): boolean =>
  words.some((word) => CASH.test(word.replace(/\s/g, '')));

export type WishCard = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly category: WishCategory;
  readonly sealedContact: string;
  /** Set when staff write the card for somebody. */
  readonly isForSomeone: boolean;
  /** The conversation that became this wish. */
  readonly threadId?: string | undefined;
};

/** A filled-in card. `openCount` is how many unfinished wishes the person already has. */
export function submit(
  by: Person,
  card: WishCard,
  openCount: number,
  now: number,
): Result<Wish, 'WISH_MENTIONS_CASH' | 'TOO_MANY_OPEN_WISHES'> {
  if (mentionsCash(card.title, card.detail)) return err('WISH_MENTIONS_CASH');
  if (!card.isForSomeone && openCount >= WISH_LIMITS.openWishesPerPerson) return err('TOO_MANY_OPEN_WISHES');
  const base = newRecord({
    id: card.id,
    communityId: by.communityId,
    by,
    now,
    status: 'submitted',
    move: card.isForSomeone ? 'record' : 'submit',
  });
  const wish: Wish = {
    ...base,
    status: 'submitted',
    title: card.title,
    detail: card.detail,
    category: card.category,
    wisherId: card.isForSomeone ? null : by.personId,
    recorderId: card.isForSomeone ? by.personId : null,
    sealedContact: card.sealedContact,
    submittedAt: now,
  };
  const { threadId } = card;
  if (threadId === undefined) return ok(wish);
  const to = { area: 'wishes', id: card.id, title: card.title } as const;
  return ok({ ...becameOf(wish, threadId, to, by, now), link: { area: 'desk', id: threadId } });
}

export function publish(
  wish: Wish,
  staff: Person,
  words: { title: string; detail: string },
  now: number,
): Outcome<'WISH_MENTIONS_CASH' | 'CANNOT_REVIEW_OWN_WISH'> {
  if (wish.wisherId === staff.personId) return err('CANNOT_REVIEW_OWN_WISH');
  if (mentionsCash(words.title, words.detail)) return err('WISH_MENTIONS_CASH');
  const moved = step(wishWorkflow, wish, 'publish', mover(wish, staff, now));
  if (!moved.ok) return moved;
  return ok({ ...wish, ...moved.value, title: words.title, detail: words.detail });
}

export function decline(
  wish: Wish,
  staff: Person,
  reason: string,
  now: number,
): Outcome<'CANNOT_REVIEW_OWN_WISH'> {
  if (wish.wisherId === staff.personId) return err('CANNOT_REVIEW_OWN_WISH');
  const moved = step(wishWorkflow, wish, 'decline', { ...mover(wish, staff, now), note: reason });
  if (!moved.ok) return moved;
  return ok({ ...wish, ...moved.value, declineReason: reason });
}

/** One person takes a wish on. `openClaims` is how many they hold already. */
export function claim(
  wish: Wish,
  person: Person,
  openClaims: number,
  now: number,
): Outcome<'CANNOT_CLAIM_OWN_WISH' | 'TOO_MANY_CLAIMS'> {
  if (wish.wisherId === person.personId) return err('CANNOT_CLAIM_OWN_WISH');
  const moved = step(wishWorkflow, wish, 'claim', mover(wish, person, now));
  if (!moved.ok) return moved;
  if (openClaims >= WISH_LIMITS.openClaimsPerPerson) return err('TOO_MANY_CLAIMS');
  return ok({
    ...wish,
    ...moved.value,
    claimer: { personId: person.personId, name: person.name },
    claimedAt: now,
  });
}

/** The claim ends and the wish is on the wall again; whoever held it no longer sees the contact. */
export function release(wish: Wish, person: Person, reason: string, now: number): Outcome {
  const moved = step(wishWorkflow, wish, 'release', { ...mover(wish, person, now), note: reason });
  if (!moved.ok) return moved;
  const { claimer: _claimer, claimedAt: _claimedAt, ...rest } = { claimer: null, claimedAt: 0, ...wish };
  return ok({ ...rest, ...moved.value });
}

export function fulfil(
  wish: Wish,
  person: Person,
  done: { note: string; photos: readonly string[] },
  now: number,
  isHeld = false,
): Outcome {
  if (wish.status !== 'claimed') return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const moved = step(wishWorkflow, wish, 'fulfil', mover(wish, person, now));
  if (!moved.ok) return moved;
  return ok({ ...wish, ...moved.value, ...done, fulfilledAt: now, ...holding(wish, 'note', isHeld, now) });
}

export function thank(wish: Wish, person: Person, thanks: string, now: number, isHeld = false): Outcome {
  if (wish.status !== 'fulfilled') return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const moved = step(wishWorkflow, wish, 'thank', mover(wish, person, now));
  if (!moved.ok) return moved;
  return ok({ ...wish, ...moved.value, thanks, ...holding(wish, 'thanks', isHeld, now) });
}

const holding = (wish: Wish, words: HeldWords, isHeld: boolean, now: number) =>
  isHeld ? { heldWords: [...(wish.heldWords ?? []), words], heldAt: wish.heldAt ?? now } : {};

/** Who may read words that the platform's check has not passed: those they are about, and staff. */
export const maySeeHeld = (wish: Wish, person: Person): boolean =>
  rolesOn(wish, person).some((role) => ['wisher', 'recorder', 'claimer', 'staff'].includes(role));

/** Staff have read what was held; who did stands in the wish's history. */
export function vouch(wish: Wish, person: Person, now: number): Outcome {
  if (!rolesOn(wish, person).includes('staff')) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if ((wish.heldWords ?? []).length === 0) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  return ok({ ...withTrace(wish, { move: 'vouch', by: person, now }), heldWords: [], heldAt: null });
}

export function withdraw(wish: Wish, person: Person, now: number): Outcome {
  const moved = step(wishWorkflow, wish, 'withdraw', mover(wish, person, now));
  if (!moved.ok) return moved;
  return ok({ ...wish, ...moved.value });
}

/** Staff find that a conversation is about this wish; both carry the link. A wish keeps the conversation it came from. */
export function tie(wish: Wish, person: Person, threadId: string, now: number): Outcome {
  if (!rolesOn(wish, person).includes('staff')) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  const traced = withTrace(wish, { move: 'tie', by: person, now });
  const to = { area: 'wishes', id: wish._id, title: wish.title } as const;
  return ok(
    tiedTo({ ...traced, link: wish.link ?? { area: 'desk', id: threadId } }, threadId, to, person, now),
  );
}

/** Notes in the wish's history that somebody looked at the contact. */
export function lookAtContact(
  wish: Wish,
  person: Person,
  now: number,
): Result<Wish, 'MOVE_NOT_ALLOWED_FOR_ROLE' | 'WISH_CONTACT_BLANKED'> {
  if (!maySeeContact(wish, person)) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if (wish.contactBlankedAt) return err('WISH_CONTACT_BLANKED');
  return ok(withTrace(wish, { move: 'lookAtContact', by: person, now }));
}

/** The contact has served its purpose and is taken out; when the wish changed last stays what it was. */
export const blankContact = (wish: Wish, now: number): Wish => ({
  ...withTrace(wish, { move: 'blankContact', by: SYSTEM_ACTOR, now }),
  sealedContact: '',
  contactBlankedAt: now,
});

const mover = (wish: Wish, actor: Person, now: number) => ({ actor, relations: rolesOn(wish, actor), now });
