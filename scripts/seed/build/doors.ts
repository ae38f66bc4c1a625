import type { Home } from '@domain/kernel/person';
import { homeAt, homesIn } from '@domain/people/place';
import { APPLICANT, GRID_WORKERS, RESIDENTS, UNCLE_HAN, VOLUNTEERS } from '../data/cast';
import { BUILDINGS, buildingOf } from '../data/register';
import type { Dice } from '../dice';

/** Hands out the doors of the community, each to one household. */
export type Doors = {
  /** The next free door that fits. @throws when there is none. */
  next(fits?: (home: Home) => boolean): Home;
  /** The doors that nobody was given. */
  rest(): readonly Home[];
};

/** @throws when the register has no such door. */
export function homeOf(place: { buildingId: string; entrance: number; room: string }): Home {
  const home = homeAt(buildingOf(place.buildingId), place.entrance, place.room);
  if (!home)
    throw new Error(`demo community: there is no ${place.buildingId}-${place.entrance}-${place.room}`);
  return home;
}

/** The doors of the cast are kept for them. */
export function createDoors(dice: Dice): Doors {
  const kept = new Set(
    [...RESIDENTS, ...VOLUNTEERS, ...GRID_WORKERS, APPLICANT, UNCLE_HAN].map(
      ({ home }) => homeOf(home).householdId,
    ),
  );
  const free = dice.shuffle(BUILDINGS.flatMap(homesIn)).filter((home) => !kept.has(home.householdId));
  return {
    next(fits = () => true) {
      const index = free.findIndex(fits);
      const [home] = index < 0 ? [] : free.splice(index, 1);
      if (!home) throw new Error('demo community: no door is left');
      return home;
    },
    rest: () => free,
  };
}
