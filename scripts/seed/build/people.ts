import type { Home, Person } from '@domain/kernel/person';
import { HOUR, MINUTE } from '@domain/kernel/time';
import { newcomer } from '@domain/people/binding.rules';
import type { PersonRecord } from '@domain/people/people.schema';
import { instantOf } from '../clock';
import { APPLICANT, NEWCOMER, UNCLE_HAN } from '../data/cast';
import { COMMUNITY } from '../data/register';
import { diceFor, type Dice } from '../dice';
import { arrivalsOf, nameOf, type Arrival } from './arrivals';
import type { DeskStaff } from './desk-staff';
import { createDoors, homeOf, type Doors } from './doors';
import { boundNeighbour, refusedNeighbour, requestedNeighbour } from './neighbours';
import { personOf, type SeedTools } from './tools';

export type Neighbour = {
  readonly person: Person;
  readonly part: Arrival['part'];
  readonly boundAt: number;
  readonly phone: string;
};

export type People = {
  readonly records: readonly PersonRecord[];
  /** Everyone with a household, the cast first. */
  readonly neighbours: readonly Neighbour[];
  /** Homes where nobody uses the app, that of 韩大爷 first. */
  readonly homesWithoutApp: readonly Home[];
  /** @throws when nobody with a household has this identity. */
  named(openid: string): Neighbour;
};

/** The share of ordinary residents who came within the last month. */
const NEW_THIS_MONTH = 0.07;

/** A made-up number that is plain to see as one: nobody is called by mistake. */
const phoneOf = (serial: number): string => `1300000${String(serial).padStart(4, '0')}`;

/** Everyone the app knows besides staff, made by the very moves that tie a neighbour to a household. */
export function buildPeople(tools: SeedTools, staff: DeskStaff): People {
  const dice = diceFor('people');
  const doors = createDoors(dice);
  const arrivals = arrivalsOf(dice, doors);
  const bound = arrivals.map((arrival, index) => {
    const phone = phoneOf(index + 1);
    const requestedAt = requestedAtOf(arrival, tools.now, dice);
    const confirmedAfter = dice.between(10, 900) * MINUTE;
    const record = boundNeighbour(tools, staff, { ...arrival, phone, requestedAt }, confirmedAfter);
    return {
      record,
      neighbour: { person: personOf(record), part: arrival.part, boundAt: record.updatedAt, phone },
    };
  });
  const neighbours = bound.map(({ neighbour }) => neighbour);
  const byId = new Map(neighbours.map((neighbour) => [neighbour.person.personId, neighbour]));
  return {
    records: [...bound.map(({ record }) => record), ...notBound(tools, staff, dice, doors, arrivals)],
    neighbours,
    homesWithoutApp: [homeOf(UNCLE_HAN.home), ...doors.rest()],
    named(openid) {
      const neighbour = byId.get(tools.personIdOf(openid));
      if (!neighbour) throw new Error(`demo community: nobody with a household is ${openid}`);
      return neighbour;
    },
  };
}

/** Whoever has a part to play in the last month's stories came earlier than that. */
function requestedAtOf({ part }: Arrival, now: number, dice: Dice): number {
  const isNew = part === 'family' && dice.chance(NEW_THIS_MONTH);
  const days = isNew ? -dice.between(2, 29) : -dice.between(42, 800);
  return instantOf(now, { days, hour: dice.between(8, 21), minute: dice.between(0, 59) });
}

/** Those without a household: waiting for staff to confirm, refused, or only just here. */
function notBound(
  tools: SeedTools,
  staff: DeskStaff,
  dice: Dice,
  doors: Doors,
  arrivals: readonly Arrival[],
): PersonRecord[] {
  const serial = arrivals.length + 1;
  const applicant = (number: number, home: Home, before: number) => ({
    openid: `demo-applicant-${number}`,
    name: nameOf(dice),
    home,
    part: 'family' as const,
    phone: phoneOf(serial + number),
    requestedAt: tools.now - before,
  });
  const sharedHome = arrivals[arrivals.length - 1]?.home ?? doors.next();
  const chen = {
    openid: APPLICANT.openid,
    name: APPLICANT.name,
    home: homeOf(APPLICANT.home),
    part: 'cast' as const,
    phone: phoneOf(serial),
    requestedAt: tools.now - 2 * HOUR,
  };
  return [
    ...[
      chen,
      applicant(1, sharedHome, 25 * MINUTE),
      applicant(2, doors.next(), 5 * HOUR),
      applicant(3, doors.next(), 20 * HOUR),
    ].map((application) => requestedNeighbour(tools, application)),
    refusedNeighbour(
      tools,
      staff,
      applicant(4, doors.next(), 30 * HOUR),
      '填写的房号登记的是另一户，请核对楼栋和房间后再申请。',
    ),
    newcomer(
      tools.personIdOf(NEWCOMER.openid),
      COMMUNITY.communityId,
      NEWCOMER.openid,
      tools.now - 10 * MINUTE,
    ),
  ];
}
