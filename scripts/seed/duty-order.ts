import { DAY, HOUR, MINUTE, startOfDay } from '@domain/kernel/time';
import { STAFF_MEMBERS, type StaffMember } from './data/staff';

/** The desk changes hands at 08:30, every day of the year. */
const CHANGE_AT = 8 * HOUR + 30 * MINUTE;
const CHINA_AHEAD = 8 * HOUR;

/** The instant at which the shift of this instant began. */
export const shiftStartOf = (instant: number): number => startOfDay(instant - CHANGE_AT) + CHANGE_AT;

/**
 * The two people of a shift. The order runs through the staff by the calendar day itself, so it does not depend on the
 * day the demo was made. Thirteen people and two a day: within thirteen days each has served exactly twice.
 */
export function dutyMembersAt(instant: number): readonly [StaffMember, StaffMember] {
  const day = Math.round((startOfDay(shiftStartOf(instant)) + CHINA_AHEAD) / DAY);
  return [memberAt(2 * day), memberAt(2 * day + 1)];
}

function memberAt(turn: number): StaffMember {
  const member = STAFF_MEMBERS[turn % STAFF_MEMBERS.length];
  if (!member) throw new Error('demo community: the staff list is empty');
  return member;
}
