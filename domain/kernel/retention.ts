import { DAY, HOUR, MINUTE, startOfDay } from './time';

/** How many days after a matter has ended the contact given for it is kept. The secretary sets it among the desk's times. */
export const CONTACTS_KEPT_DAYS = { usual: 90, min: 30, max: 730 } as const;

type WithTimes = { readonly deskTimes?: Readonly<Record<string, number>> };

/** @returns ms. */
export const contactsKeptFor = ({ deskTimes = {} }: WithTimes): number =>
  (deskTimes['contactsKeptDays'] ?? CONTACTS_KEPT_DAYS.usual) * DAY;

/** So many contacts of one kind are blanked in a minute, so that a timer's run stays short. */
export const BLANKED_AT_ONCE = 50;

const ROUND = { from: 3 * HOUR, to: 3 * HOUR + 30 * MINUTE };

/** Old contacts are looked for in the small hours: for half an hour, every minute, until none is left. */
export function isBlankingTime(now: number): boolean {
  const passed = now - startOfDay(now);
  return passed >= ROUND.from && passed < ROUND.to;
}
