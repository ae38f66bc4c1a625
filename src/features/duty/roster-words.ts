import type { RosterShift } from '@domain/desk/duty.schema';
import { formatAt, formatDuration, formatWhen, startOfDay } from '@domain/kernel/time';

/** `08:00–20:00`, `20:00–次日 08:00`. */
export function shiftHours({ startsAt, endsAt }: Pick<RosterShift, 'startsAt' | 'endsAt'>): string {
  const isOvernight = startOfDay(endsAt) > startOfDay(startsAt);
  return `${formatAt(startsAt, 'HH:mm')}–${isOvernight ? '次日 ' : ''}${formatAt(endsAt, 'HH:mm')}`;
}

/** `11月25日 周三 08:30–次日 08:30`: a shift told to somebody who does not see the list. */
export const shiftWords = (shift: Pick<RosterShift, 'startsAt' | 'endsAt'>): string =>
  `${formatWhen(shift.startsAt).split(' ').slice(0, 2).join(' ')} ${shiftHours(shift)}`;

type Stretch = { readonly startsAt: number; readonly endsAt: number; readonly peopleCount: number };

/** A hole in the roster, told to whoever can mend it. */
export const holeWords = ({ startsAt, endsAt, peopleCount }: Stretch): string => {
  const length = formatDuration(endsAt - startsAt);
  const who = peopleCount === 0 ? '没有人值班，到时由书记接应' : '只有一个人值班';
  return `${formatWhen(startsAt)} 起 ${length}${who}`;
};

export const namesOf = (people: readonly { readonly name: string }[]): string =>
  people.map(({ name }) => name).join('、');
