import type { Home } from '@domain/kernel/person';
import type { Role } from '@domain/kernel/roles';
import { GRID_WORKERS, RESIDENTS, VOLUNTEERS, type CastMember } from '../data/cast';
import { MEN, SURNAMES, WOMEN } from '../data/names';
import { GRIDS, STEWARDS } from '../data/register';
import type { Dice } from '../dice';
import { homeOf, type Doors } from './doors';

/** About 1,500 of the 4,955 households are in the community's groups, as the newspaper says. */
const BOUND_HOUSEHOLDS = 1500;
const BOUND_PEOPLE = 1560;
const VOLUNTEER_COUNT = 20;
/** One volunteer in so many is a party member. */
const PARTY_MEMBER_EVERY = 3;

/** Who came to the app and where they live. */
export type Arrival = {
  readonly openid: string;
  readonly name: string;
  readonly home: Home;
  /** The cast is played by visitors of the demo; helpers hold an office; families are everyone else. */
  readonly part: 'cast' | 'helper' | 'family';
  readonly extraRole?: Role | undefined;
  readonly office?: string | undefined;
};

/** Everyone with a household, the cast first, then those who hold an office, then families as they come. */
export function arrivalsOf(dice: Dice, doors: Doors): Arrival[] {
  const known = [
    ...[...RESIDENTS, ...VOLUNTEERS, ...GRID_WORKERS].map(fromCast),
    ...gridWorkers(doors),
    ...stewards(doors),
    ...volunteers(dice, doors),
  ];
  const families = Array.from({ length: BOUND_HOUSEHOLDS - known.length }, (_, index) => ({
    openid: `demo-resident-${index + 1}`,
    name: nameOf(dice),
    home: doors.next(),
    part: 'family' as const,
  }));
  const relatives = dice.shuffle(families).slice(0, BOUND_PEOPLE - BOUND_HOUSEHOLDS);
  return [
    ...known,
    ...families,
    ...relatives.map(({ home }, index) => ({
      openid: `demo-relative-${index + 1}`,
      name: nameOf(dice),
      home,
      part: 'family' as const,
    })),
  ];
}

export const nameOf = (dice: Dice): string =>
  `${dice.pick(SURNAMES)}${dice.pick(dice.chance(0.56) ? WOMEN : MEN)}`;

const fromCast = ({ openid, name, home, extraRole, office }: CastMember): Arrival => ({
  openid,
  name,
  home: homeOf(home),
  part: 'cast',
  extraRole,
  office,
});

const gridWorkers = (doors: Doors): Arrival[] =>
  GRIDS.filter(({ workerName }) => !GRID_WORKERS.some(({ name }) => name === workerName)).map((grid) => ({
    openid: `demo-grid-${grid.gridId}`,
    name: grid.workerName,
    home: doors.next((home) => home.gridId === grid.gridId),
    part: 'helper',
    extraRole: 'gridWorker',
    office: `${grid.name}网格员`,
  }));

const stewards = (doors: Doors): Arrival[] =>
  STEWARDS.map(({ building, name }) => ({
    openid: `demo-steward-${building.buildingId}`,
    name,
    home: doors.next((home) => home.buildingId === building.buildingId),
    part: 'helper',
    office: `${building.name}楼门长`,
  }));

const volunteers = (dice: Dice, doors: Doors): Arrival[] =>
  Array.from({ length: VOLUNTEER_COUNT - VOLUNTEERS.length }, (_, index) => ({
    openid: `demo-volunteer-${index + 1}`,
    name: nameOf(dice),
    home: doors.next(),
    part: 'helper',
    extraRole: 'volunteer',
    office: index % PARTY_MEMBER_EVERY === 0 ? '党员志愿者' : '志愿者',
  }));
