import { addShift, callOff, cover } from '@domain/desk/duty.rules';
import { askSwap } from '@domain/desk/swap.rules';
import type { DutyAlert } from '@domain/desk/duty-alert';
import type { DutyShift } from '@domain/desk/duty.schema';
import { dateOn, DAY, HOUR } from '@domain/kernel/time';
import type { OutboxEntry } from '@domain/kernel/record';
import { COMMUNITY } from '../data/register';
import { shiftStartOf } from '../duty-order';
import { allowed } from '../outcome';
import type { DeskStaff } from './desk-staff';

const DAYS_BACK = 30;
const DAYS_AHEAD = 28;
/** The roster is written some weeks before it is served. */
const PLANNED_AHEAD = (DAYS_AHEAD + 2) * DAY;

export type DutyRoster = { readonly shifts: readonly DutyShift[]; readonly alerts: readonly DutyAlert[] };

/**
 * Two people around the clock, without a gap, from thirty days back to four weeks ahead. Lately somebody fell ill and
 * was stood in for, and two colleagues are arranging a swap.
 */
export function buildDutyShifts(now: number, staff: DeskStaff): DutyRoster {
  const today = shiftStartOf(now);
  const planned = Array.from({ length: DAYS_BACK + 1 + DAYS_AHEAD }, (_, index) => {
    const startsAt = today + (index - DAYS_BACK) * DAY;
    const people = staff.onDutyAt(startsAt).map(({ personId, name, face }) => ({ personId, name, face }));
    const id = `${COMMUNITY.communityId}:duty:${dateOn(startsAt)}`;
    const times = { startsAt, endsAt: startsAt + DAY, people };
    return allowed(addShift(staff.secretary, id, times, [], startsAt - PLANNED_AHEAD), `${id}: plan`);
  });
  const at = (days: number) => DAYS_BACK + days;
  const arranged = planned.map((shift, index) => {
    if (index === at(-3)) return stoodIn(shift, planned, staff);
    return index === at(5) ? swapAsked(shift, planned[at(8)], staff, now) : shift;
  });
  return {
    shifts: arranged.map((shift) => ({ ...shift, outbox: [], outboxDueAt: null })),
    alerts: arranged.flatMap((shift) => shift.outbox.map((entry) => toldBy(entry, now))),
  };
}

/** Somebody was ill that day, and a colleague who had just had a day off stood in. */
function stoodIn(shift: DutyShift, planned: readonly DutyShift[], staff: DeskStaff): DutyShift {
  const [first] = staff.onDutyAt(shift.startsAt);
  const [stands] = staff.onDutyAt(shift.startsAt + 4 * DAY);
  const before = shift.startsAt - 10 * HOUR;
  const reason = { personId: first.personId, reason: 'sick' as const };
  const missing = allowed(callOff(shift, first, reason, staff.secretary, before), `${shift._id}: callOff`);
  const { outbox: _outbox, ...told } = missing;
  const others = planned.filter(({ _id }) => _id !== shift._id);
  const covered = allowed(
    cover({ ...told, outbox: [] }, stands, stands, others, before + HOUR),
    `${shift._id}: cover`,
  );
  return { ...covered, outbox: [] };
}

function swapAsked(shift: DutyShift, other: DutyShift | undefined, staff: DeskStaff, now: number): DutyShift {
  if (!other) return shift;
  const [asks] = staff.onDutyAt(shift.startsAt);
  const [to] = staff.onDutyAt(other.startsAt);
  const terms = { to, inReturn: other, note: '孩子学校开家长会' };
  return allowed(askSwap(shift, asks, terms, [], now - 2 * HOUR), `${shift._id}: swap`);
}

/** What the relay would have told. */
function toldBy({ id, payload, at }: OutboxEntry, now: number): DutyAlert {
  return {
    _id: id,
    communityId: COMMUNITY.communityId,
    personId: String(payload['personId']),
    kind: 'swap',
    words: String(payload['words']),
    page: 'roster',
    pageId: String(payload['pageId']),
    isLoud: false,
    at: Math.min(at, now),
    seenAt: 0,
    push: 'off',
  };
}
