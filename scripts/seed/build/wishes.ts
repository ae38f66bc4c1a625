import type { Person } from '@domain/kernel/person';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import * as rules from '@domain/wishes/wish.rules';
import type { Wish, WishContact } from '@domain/wishes/wish.schema';
import { byDaylight, instantOf } from '../clock';
import { COMMUNITY } from '../data/register';
import { WISH_PLANS } from '../data/wish-cards';
import type { Wisher, WishPlan } from '../data/wish-plan';
import { diceFor, type Dice } from '../dice';
import { allowed } from '../outcome';
import type { DeskStaff } from './desk-staff';
import type { People } from './people';
import type { SeedTools } from './tools';

type Scene = {
  readonly tools: SeedTools;
  readonly staff: DeskStaff;
  readonly people: People;
  readonly dice: Dice;
  /** Who holds how many claims. */
  readonly claims: Map<string, number>;
};

/** The wish wall: every card takes its way by the moves of the workflow. */
export function buildWishes(tools: SeedTools, staff: DeskStaff, people: People): Wish[] {
  const scene: Scene = { tools, staff, people, dice: diceFor('wishes'), claims: new Map() };
  return WISH_PLANS.map((plan) => grantWish(scene, plan));
}

function grantWish(scene: Scene, plan: WishPlan): Wish {
  const { staff, dice } = scene;
  const submittedAt = submittedAtOf(scene, plan);
  const { author, contact } = authorOf(scene, plan.wisher, submittedAt);
  const sealedContact = scene.tools.seal(JSON.stringify(contact));
  const card = { ...plan, sealedContact, isForSomeone: plan.wisher.kind === 'recorded' };
  const submitted = allowed(rules.submit(author, card, 0, submittedAt), plan.id);
  const { end } = plan;
  const reviewedAt = byDaylight(submittedAt + dice.between(1, 5) * HOUR);
  const reviewer = otherOnDuty(staff, author, reviewedAt);
  if (end.status === 'submitted') return submitted;
  if (end.status === 'withdrawn') return allowed(rules.withdraw(submitted, author, reviewedAt), plan.id);
  if (end.status === 'declined')
    return allowed(rules.decline(submitted, reviewer, end.reason, reviewedAt), plan.id);

  const open = allowed(rules.publish(submitted, reviewer, plan.reworded ?? plan, reviewedAt), plan.id);
  if (end.status === 'open') return end.released ? takenAndGivenBack(scene, open, end.released) : open;
  const claimer = end.claimer ? scene.people.named(end.claimer).person : helperFor(scene);
  const claimed = claim(scene, open, claimer);
  if (end.status === 'claimed') {
    scene.claims.set(claimer.personId, (scene.claims.get(claimer.personId) ?? 0) + 1);
    return claimed;
  }
  const fulfilledAt = byDaylight(claimed.updatedAt + dice.between(20, 80) * HOUR);
  const fulfilled = allowed(
    rules.fulfil(claimed, claimer, { note: end.note, photos: [] }, fulfilledAt),
    plan.id,
  );
  if (end.status === 'fulfilled') return fulfilled;
  return allowed(
    rules.thank(fulfilled, author, end.thanks, byDaylight(fulfilledAt + dice.between(2, 20) * HOUR)),
    plan.id,
  );
}

/** Claiming, and looking at the contact a little later, which leaves its line in the history. */
function claim(scene: Scene, wish: Wish, claimer: Person): Wish {
  const { dice, claims } = scene;
  const claimedAt = byDaylight(wish.updatedAt + dice.between(3, 40) * HOUR);
  const held = claims.get(claimer.personId) ?? 0;
  const claimed = allowed(rules.claim(wish, claimer, held, claimedAt), `claiming ${wish._id}`);
  const looked = rules.lookAtContact(claimed, claimer, claimedAt + 3 * MINUTE);
  return allowed(looked, `the contact of ${wish._id}`);
}

function takenAndGivenBack(scene: Scene, wish: Wish, reason: string): Wish {
  const claimer = helperFor(scene);
  const claimed = claim(scene, wish, claimer);
  const released = rules.release(claimed, claimer, reason, byDaylight(claimed.updatedAt + 30 * HOUR));
  return allowed(released, `releasing ${wish._id}`);
}

/** Whoever wrote a card does not review it, as long as there are two on duty. */
function otherOnDuty(staff: DeskStaff, author: Person, at: number): Person {
  const [first, second] = staff.onDutyAt(at);
  return first.personId === author.personId ? second : first;
}

/** A volunteer or grid worker whose hands are free and whom visitors of the demo do not play. */
function helperFor({ people, dice, claims }: Scene): Person {
  const helpers = people.neighbours
    .filter(({ part }) => part === 'helper')
    .map(({ person }) => person)
    .filter(({ roles }) => roles.includes('volunteer') || roles.includes('gridWorker'));
  return dice.pick(helpers.filter(({ personId }) => (claims.get(personId) ?? 0) === 0));
}

function authorOf(
  { staff, people, dice }: Scene,
  wisher: Wisher,
  at: number,
): { author: Person; contact: WishContact } {
  if (wisher.kind === 'recorded') {
    const [author] = staff.onDutyAt(at);
    const { name, phone, place } = wisher;
    return { author, contact: { name, phone, place } };
  }
  const settled = people.neighbours.filter(({ part, boundAt }) => part === 'family' && boundAt < at);
  const { person, phone } = wisher.kind === 'cast' ? people.named(wisher.openid) : dice.pick(settled);
  return {
    author: person,
    contact: { name: person.name, phone, place: person.home?.label ?? COMMUNITY.name },
  };
}

/** Today's cards were filled in within the last hours, the others at an hour of their day. */
function submittedAtOf({ tools: { now }, dice }: Scene, { daysAgo }: WishPlan): number {
  if (daysAgo === 0) return now - dice.between(20, 200) * MINUTE;
  const at = instantOf(now, { days: -daysAgo, hour: dice.between(9, 20), minute: dice.between(0, 59) });
  return Math.min(at, now - daysAgo * DAY + 12 * HOUR);
}
