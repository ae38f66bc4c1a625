import { PLACE_LIMITS, placeWords, type PlaceInput } from '@domain/desk/message-place';
import type { PlacesView } from '@domain/people/people.schema';
import type { Option } from '@/components/chips';
import type { EnclosedPlace } from './use-enclosures';

export type PlaceForm = {
  readonly buildingId: string | null;
  readonly entrance: number | null;
  readonly floor: number | null;
  readonly spot: string;
  readonly note: string;
};
const EMPTY: PlaceForm = { buildingId: null, entrance: null, floor: null, spot: '', note: '' };
type Building = PlacesView['buildings'][number];

/** What was chosen before, to go on with. */
export const formFrom = (chosen: EnclosedPlace | null): PlaceForm => ({
  ...EMPTY,
  buildingId: chosen?.input.buildingId ?? null,
  entrance: chosen?.input.entrance ?? null,
  floor: chosen?.input.floor ?? null,
  spot: chosen?.input.spot ?? '',
  note: chosen?.input.note ?? '',
});

/** Another building has other entrances and floors; a public place is in none. Choosing the same again takes it back. */
export function withChoice(form: PlaceForm, choice: Partial<PlaceForm>): PlaceForm {
  const { buildingId } = choice;
  if (buildingId !== undefined) {
    const next = buildingId === form.buildingId ? null : buildingId;
    return { ...EMPTY, note: form.note, buildingId: next };
  }
  if (choice.spot) return { ...EMPTY, note: form.note, spot: choice.spot.slice(0, PLACE_LIMITS.spotMax) };
  const toggled = (name: 'entrance' | 'floor') =>
    choice[name] === undefined ? form[name] : choice[name] === form[name] ? null : choice[name];
  return { ...form, ...choice, entrance: toggled('entrance'), floor: toggled('floor') };
}

export const numbered = (count: number, unit: string): readonly Option[] =>
  Array.from({ length: count }, (_, index) => ({ value: String(index + 1), text: `${index + 1}${unit}` }));

/** The place that is chosen; null while none is. */
export function placeFrom(form: PlaceForm, buildings: readonly Building[]): EnclosedPlace | null {
  const { buildingId, entrance, floor } = form;
  const note = form.note.trim().slice(0, PLACE_LIMITS.noteMax);
  const noted = note === '' ? {} : { note };
  if (buildingId === null) {
    const spot = form.spot.trim();
    return spot === '' ? null : withLabel({ spot, ...noted }, spot);
  }
  const name = buildings.find((building) => building.buildingId === buildingId)?.name ?? '';
  const inside = { ...(entrance === null ? {} : { entrance }), ...(floor === null ? {} : { floor }) };
  return withLabel({ buildingId, ...inside, ...noted }, name);
}

export const homePlace = (homeLabel: string): EnclosedPlace => withLabel({ isHome: true }, homeLabel);

const withLabel = (input: PlaceInput, name: string): EnclosedPlace => ({
  input,
  label: placeWords(input, name),
});
