import type { DutyShift } from '@domain/desk/duty.schema';
import { newRecord } from '@domain/kernel/record';
import { dateOn, DAY } from '@domain/kernel/time';
import { COMMUNITY } from '../data/register';
import { shiftStartOf } from '../duty-order';
import type { DeskStaff } from './desk-staff';

const DAYS_BACK = 30;
const DAYS_AHEAD = 28;
/** The roster is written some weeks before it is served. */
const PLANNED_AHEAD = (DAYS_AHEAD + 2) * DAY;

/** Two people around the clock, without a gap, from thirty days back to four weeks ahead. */
export function buildDutyShifts(now: number, staff: DeskStaff): DutyShift[] {
  const today = shiftStartOf(now);
  return Array.from({ length: DAYS_BACK + 1 + DAYS_AHEAD }, (_, index) => {
    const startsAt = today + (index - DAYS_BACK) * DAY;
    const base = newRecord({
      id: `${COMMUNITY.communityId}:duty:${dateOn(startsAt)}`,
      communityId: COMMUNITY.communityId,
      by: staff.secretary,
      now: startsAt - PLANNED_AHEAD,
      status: 'planned',
      move: 'plan',
    });
    return {
      ...base,
      status: 'planned',
      startsAt,
      endsAt: startsAt + DAY,
      people: staff.onDutyAt(startsAt).map(({ personId, name, face }) => ({ personId, name, face })),
    };
  });
}
