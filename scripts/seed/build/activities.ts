import * as rules from '@domain/activities/activity.rules';
import type { Activity, ActivityInput } from '@domain/activities/activity.schema';
import type { Person } from '@domain/kernel/person';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import { instantOf } from '../clock';
import { PAST, UPCOMING, type ActivityPlan } from '../data/activity-plans';
import { diceFor, type Dice } from '../dice';
import { allowed } from '../outcome';
import type { DeskStaff } from './desk-staff';
import type { People } from './people';

const ENROL_CLOSES_BEFORE = 2 * HOUR;
/** Places are given up some time after the last person signed up. */
const LEAVING_TAKES = 30 * MINUTE;

/** Activities to come with their rolls partly filled, and past ones with who was there. */
export function buildActivities(now: number, staff: DeskStaff, people: People): Activity[] {
  const dice = diceFor('activities');
  return [...UPCOMING, ...PAST].map((plan) => {
    const startsAt = instantOf(now, plan.starts);
    const input: ActivityInput = {
      ...plan.words,
      startsAt,
      endsAt: startsAt + plan.lastsMinutes * MINUTE,
      enrolUntil: startsAt - ENROL_CLOSES_BEFORE,
    };
    const publisher = staff.named(plan.publisher);
    const announcedAt = startsAt - plan.announcedDaysBefore * DAY;
    const announced = allowed(rules.publish(publisher, plan.id, input, announcedAt), plan.id);
    const cancelledAt = plan.cancelled ? startsAt - plan.cancelled.daysBefore * DAY : Infinity;
    const rollClosesAt = Math.min(now, input.enrolUntil, cancelledAt) - MINUTE;

    const enrolled = withRoll(announced, plan, people, dice, rollClosesAt);
    if (plan.cancelled)
      return allowed(rules.cancel(enrolled, publisher, plan.cancelled.reason, cancelledAt), plan.id);
    if (startsAt > now) return enrolled;
    return afterwards(enrolled, publisher, plan.attendedPercent ?? 100, dice);
  });
}

/** People sign up one after another; then some give their place up, and the queue moves on. */
function withRoll(
  activity: Activity,
  plan: ActivityPlan,
  people: People,
  dice: Dice,
  closesAt: number,
): Activity {
  const crowd = crowdFor(plan, people, dice, activity.createdAt);
  const signUpUntil = closesAt - LEAVING_TAKES;
  const times = crowd.map(() => dice.between(activity.createdAt + MINUTE, signUpUntil)).sort((a, b) => a - b);
  const full = crowd.reduce((roll, person, index) => {
    const ticketCode = String(dice.between(0, 9999)).padStart(4, '0');
    const ticket = { ticketCode, key: `${plan.id}-${index + 1}` };
    return allowed(rules.enrol(roll, person, ticket, times[index] ?? signUpUntil), plan.id);
  }, activity);
  const isCast = new Set(
    [...(plan.first ?? []), ...(plan.last ?? [])].map((openid) => people.named(openid).person),
  );
  const leavers = crowd.filter((person) => !isCast.has(person)).slice(0, plan.left ?? 0);
  return leavers.reduce(
    (roll, person, index) =>
      allowed(rules.leave(roll, person, signUpUntil + (index + 1) * 5 * MINUTE), plan.id),
    full,
  );
}

function crowdFor(plan: ActivityPlan, people: People, dice: Dice, at: number): Person[] {
  const cast = (openids: readonly string[] = []) => openids.map((openid) => people.named(openid).person);
  const first = cast(plan.first);
  const last = cast(plan.last);
  const others = people.neighbours.filter(({ part, boundAt }) => part !== 'cast' && boundAt < at);
  const middle = dice.shuffle(others).slice(0, plan.enrolled - first.length - last.length);
  return [...first, ...middle.map(({ person }) => person), ...last];
}

/** Who was checked in at the door, and the end. */
function afterwards(activity: Activity, staff: Person, attendedPercent: number, dice: Dice): Activity {
  const seated = activity.roll.filter((seat) => seat.status === 'confirmed');
  const came = seated.filter(() => dice.between(1, 100) <= attendedPercent);
  const arrivals = came.map(() => activity.startsAt + dice.between(-15, 20) * MINUTE).sort((a, b) => a - b);
  const attended = came.reduce(
    (roll, { personId }, index) =>
      allowed(rules.checkIn(roll, staff, personId, arrivals[index] ?? roll.startsAt), activity._id),
    activity,
  );
  return allowed(rules.finish(attended, activity.endsAt + 5 * MINUTE), activity._id);
}
