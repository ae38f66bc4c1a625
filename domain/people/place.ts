import type { Home } from '../kernel/person';

/** A building as the community's register has it. Rooms are numbered floor × 100 + door, on every entrance alike. */
export type Building = {
  readonly buildingId: string;
  readonly name: string;
  readonly gridId: string;
  readonly entrances: number;
  readonly floors: number;
  readonly doorsPerFloor: number;
};

export const roomNumber = (floor: number, door: number): string => String(floor * 100 + door);

export const householdIdOf = (buildingId: string, entrance: number, room: string): string =>
  `${buildingId}-${entrance}-${room}`;

export const householdCount = (building: Building): number =>
  building.entrances * building.floors * building.doorsPerFloor;

/** Whether the register has this door. */
export function hasRoom(building: Building, entrance: number, room: string): boolean {
  const value = Number(room);
  const floor = Math.floor(value / 100);
  const door = value % 100;
  const isEntrance = Number.isInteger(entrance) && entrance >= 1 && entrance <= building.entrances;
  return (
    isEntrance &&
    /^\d{3,4}$/.test(room) &&
    floor >= 1 &&
    floor <= building.floors &&
    door >= 1 &&
    door <= building.doorsPerFloor
  );
}

export const placeLabel = (buildingName: string, entrance: number, room: string): string =>
  `${buildingName}${entrance}单元${room}室`;

/** The home behind a building, entrance and room, or null where the register has no such door. */
export function homeAt(building: Building, entrance: number, room: string): Home | null {
  if (!hasRoom(building, entrance, room)) return null;
  return {
    householdId: householdIdOf(building.buildingId, entrance, room),
    buildingId: building.buildingId,
    gridId: building.gridId,
    entrance,
    room,
    label: placeLabel(building.name, entrance, room),
  };
}

/** Every home of a building, entrance by entrance from the ground up. */
export function homesIn(building: Building): Home[] {
  const homes: Home[] = [];
  for (let entrance = 1; entrance <= building.entrances; entrance += 1) {
    for (let floor = 1; floor <= building.floors; floor += 1) {
      for (let door = 1; door <= building.doorsPerFloor; door += 1) {
        const home = homeAt(building, entrance, roomNumber(floor, door));
        if (home) homes.push(home);
      }
    }
  }
  return homes;
}
