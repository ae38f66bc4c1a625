import type { Role } from './roles';

/** Where a household lives. `householdId` is unique in its community, e.g. `b03-2-1502`. */
export type Home = {
  readonly householdId: string;
  readonly buildingId: string;
  readonly gridId: string;
  readonly entrance: number;
  readonly room: string;
  readonly label: string;
};

/** The person on whose behalf a call is made. Built by the platform from the signed-in identity, never from input. */
export type Person = {
  readonly personId: string;
  readonly communityId: string;
  readonly name: string;
  readonly face: string;
  readonly roles: readonly Role[];
  readonly home: Home | null;
  /** The grids a grid worker looks after. */
  readonly gridIds?: readonly string[];
};

/** Two people who live behind one door. Nobody is their own housemate, and who has no confirmed home has none. */
export const areHousemates = (
  one: Person,
  other: Pick<Person, 'personId' | 'communityId' | 'home'>,
): boolean =>
  one.personId !== other.personId &&
  one.communityId === other.communityId &&
  one.home !== null &&
  one.home.householdId === other.home?.householdId;
