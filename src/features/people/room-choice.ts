import type { PlacesView } from '@domain/people/people.schema';
import { placeLabel, roomNumber } from '@domain/people/place';

/** Which door somebody says is theirs, as far as they have picked. */
export type RoomChoice = {
  readonly buildingId: string | null;
  readonly entrance: number | null;
  readonly floor: number | null;
  readonly door: number | null;
};
export const NO_ROOM: RoomChoice = { buildingId: null, entrance: null, floor: null, door: null };

type BuildingView = PlacesView['buildings'][number];
type Option = { readonly value: string; readonly text: string };

const upTo = (count: number, word: (value: number) => string): Option[] =>
  Array.from({ length: count }, (_, index) => ({ value: String(index + 1), text: word(index + 1) }));

export const buildingOf = (choice: RoomChoice, places: PlacesView): BuildingView | null =>
  places.buildings.find((building) => building.buildingId === choice.buildingId) ?? null;

/** The doors that exist behind what is picked so far; nothing else can be chosen. */
export function roomOptions(choice: RoomChoice, places: PlacesView) {
  const building = buildingOf(choice, places);
  return {
    buildings: places.buildings.map(({ buildingId, name }) => ({ value: buildingId, text: name })),
    entrances: upTo(building?.entrances ?? 0, (value) => `${value}单元`),
    floors: upTo(building?.floors ?? 0, (value) => `${value}层`),
    doors: upTo(building?.doorsPerFloor ?? 0, (value) =>
      choice.floor === null ? `${value}号门` : `${roomNumber(choice.floor, value)}室`,
    ),
  };
}

/** Another building has other entrances and floors: a choice that does not exist there is dropped. */
export function withBuilding(choice: RoomChoice, buildingId: string, places: PlacesView): RoomChoice {
  const building = places.buildings.find((other) => other.buildingId === buildingId);
  if (!building) return choice;
  const kept = (value: number | null, most: number) => (value !== null && value <= most ? value : null);
  return {
    buildingId,
    entrance: kept(choice.entrance, building.entrances),
    floor: kept(choice.floor, building.floors),
    door: kept(choice.door, building.doorsPerFloor),
  };
}

export type Room = { readonly buildingId: string; readonly entrance: number; readonly room: string };

/** The complete choice, or null while something is missing. */
export function roomOf({ buildingId, entrance, floor, door }: RoomChoice): Room | null {
  if (buildingId === null || entrance === null || floor === null || door === null) return null;
  return { buildingId, entrance, room: roomNumber(floor, door) };
}

/** `3号楼2单元1502室` once everything is picked. */
export function roomWords(choice: RoomChoice, places: PlacesView): string | null {
  const room = roomOf(choice);
  const building = buildingOf(choice, places);
  return room && building ? placeLabel(building.name, room.entrance, room.room) : null;
}
