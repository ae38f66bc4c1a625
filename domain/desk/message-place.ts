import * as z from 'zod/mini';
import { optionalText } from '../kernel/input';
import type { Home } from '../kernel/person';
import { err, ok, type Result } from '../kernel/result';

export const PLACE_LIMITS = { spotMax: 20, noteMax: 20, entranceMax: 50, floorMax: 100 } as const;

/** Where something is, as it was chosen: one's own home, a building down to its floor, or a public place in words. */
export const placeInput = z
  .object({
    isHome: z.optional(z.boolean()),
    buildingId: z.optional(z.string().check(z.minLength(1), z.maxLength(20))),
    entrance: z.optional(z.int().check(z.minimum(1), z.maximum(PLACE_LIMITS.entranceMax))),
    floor: z.optional(z.int().check(z.minimum(1), z.maximum(PLACE_LIMITS.floorMax))),
    spot: optionalText(PLACE_LIMITS.spotMax),
    note: optionalText(PLACE_LIMITS.noteMax),
  })
  .check(z.refine((place) => waysOf(place) === 1, { path: ['spot'] }));
export type PlaceInput = z.output<typeof placeInput>;

const waysOf = (place: { isHome?: unknown; buildingId?: unknown; spot?: string | undefined }): number =>
  [place.isHome === true, place.buildingId !== undefined, (place.spot ?? '') !== ''].filter(Boolean).length;

/** A place as a message keeps it: in the words of the register of that day, and by its numbers. */
export type MessagePlace = {
  readonly label: string;
  readonly buildingId?: string;
  readonly entrance?: number;
  readonly floor?: number;
};

/** What the register says of a building. */
export type PlacedBuilding = {
  readonly buildingId: string;
  readonly name: string;
  readonly entrances: number;
  readonly floors: number;
};

/** `3号楼 2单元 5层 · 电梯口`. `name` is the building's, or what the place is called otherwise. */
export function placeWords({ entrance, floor, note = '' }: PlaceInput, name: string): string {
  const parts = [
    name,
    entrance === undefined ? '' : `${entrance}单元`,
    floor === undefined ? '' : `${floor}层`,
  ];
  const where = parts.filter((part) => part !== '').join(' ');
  return note === '' ? where : `${where} · ${note}`;
}

/** Who needs the register to say where this is. */
export const needsRegister = (place: PlaceInput | undefined): boolean => place?.buildingId !== undefined;

/** The place as the register has it; refused where it has no such building, entrance or floor, or no home for them. */
export function placed(
  place: PlaceInput,
  home: Home | null,
  buildings: readonly PlacedBuilding[],
): Result<MessagePlace, 'PLACE_UNKNOWN'> {
  const { isHome, buildingId, entrance, floor, spot = '', note } = place;
  if (isHome === true) {
    if (!home) return err('PLACE_UNKNOWN');
    const { room, ...lives } = { room: home.room, buildingId: home.buildingId, entrance: home.entrance };
    return ok({ ...lives, floor: Math.floor(Number(room) / 100), label: placeWords({ note }, home.label) });
  }
  if (buildingId === undefined) return ok({ label: placeWords({ note }, spot) });
  const building = buildings.find((other) => other.buildingId === buildingId);
  const isThere =
    building !== undefined && (entrance ?? 1) <= building.entrances && (floor ?? 1) <= building.floors;
  if (!isThere) return err('PLACE_UNKNOWN');
  return ok({
    label: placeWords({ entrance, floor, note }, building.name),
    buildingId,
    ...(entrance === undefined ? {} : { entrance }),
    ...(floor === undefined ? {} : { floor }),
  });
}
