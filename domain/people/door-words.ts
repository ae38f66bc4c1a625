import type { Home } from '../kernel/person';
import { homeAt, type Building } from './place';

/** `3-2-501`, or `3-501` where the building has one entrance. */
const BY_DASHES = /^(\d{1,3})[-\s.]+(?:(\d{1,2})[-\s.]+)?(\d{3,4})$/;
/** `3号楼2单元501室`, the entrance left out where there is one. */
const BY_WORDS = /(\d{1,3})(?:号楼|号院|栋|幢|#)(?:(\d{1,2})单元)?(\d{3,4})/;

const numberOf = ({ name }: Building): number => Number(/\d+/.exec(name)?.[0] ?? NaN);

/** The door that words name, as people at the telephone say it or type it; null where the register has none such. */
export function doorIn(words: string, buildings: readonly Building[]): Home | null {
  const plain = words
    .normalize('NFKC')
    .trim()
    .replace(/[—–－~]/g, '-');
  const match = BY_DASHES.exec(plain) ?? BY_WORDS.exec(plain.replace(/ /g, ''));
  if (!match) return null;
  const [, number, entrance, room = ''] = match;
  const building = buildings.find((candidate) => numberOf(candidate) === Number(number));
  if (!building) return null;
  if (entrance === undefined && building.entrances > 1) return null;
  return homeAt(building, Number(entrance ?? 1), room);
}

/** The door of an id like `b03-2-501`; null where the register has none such. */
export function doorOf(householdId: string, buildings: readonly Building[]): Home | null {
  const building = buildings.find(({ buildingId }) => householdId.startsWith(`${buildingId}-`));
  const [entrance, room = ''] = building ? householdId.slice(building.buildingId.length + 1).split('-') : [];
  return building ? homeAt(building, Number(entrance), room) : null;
}
