import type { Person } from '@domain/kernel/person';
import { movesFrom } from '@domain/kernel/workflow';
import { activityMoves, positionOf, rolesOn, seatOf } from '@domain/activities/activity.rules';
import type { Activity, ActivityView, RollView, Seat } from '@domain/activities/activity.schema';
import { enrolmentWorkflow } from '@domain/activities/activity.workflow';

/** An activity as everyone sees it, with the reader's own place; never who else comes. */
export function toActivityView(activity: Activity, person: Person, now: number): ActivityView {
  const seat = seatOf(activity, person.personId);
  return {
    activityId: activity._id,
    title: activity.title,
    summary: activity.summary,
    category: activity.category,
    place: activity.place,
    host: activity.host,
    bring: activity.bring,
    safetyNote: activity.safetyNote,
    startsAt: activity.startsAt,
    endsAt: activity.endsAt,
    enrolUntil: activity.enrolUntil,
    seats: activity.seats,
    seatsLeft: activity.seatsLeft,
    waitingCount: activity.waitingCount,
    status: activity.status,
    cancelReason: activity.cancelReason,
    mine: seat
      ? {
          status: seat.status,
          ticketCode: seat.ticketCode,
          position: positionOf(activity, seat.personId),
          promotedAt: seat.promotedAt,
        }
      : null,
    moves: activityMoves(activity, person, now),
    version: activity.version,
  };
}

const doorMoves = (activity: Activity, seat: Seat, staff: Person): string[] =>
  activity.status === 'cancelled' ? [] : movesFrom(enrolmentWorkflow, seat.status, rolesOn(staff));

/** The list at the door, for staff. */
export function toRollView(activity: Activity, staff: Person, now: number): RollView {
  return {
    activity: toActivityView(activity, staff, now),
    seats: activity.roll.map((seat) => ({
      personId: seat.personId,
      name: seat.name,
      homeLabel: seat.homeLabel,
      status: seat.status,
      ticketCode: seat.ticketCode,
      enrolledAt: seat.enrolledAt,
      checkedInAt: seat.checkedInAt,
      moves: doorMoves(activity, seat, staff),
    })),
    confirmedCount: activity.seats - activity.seatsLeft,
    attendedCount: activity.roll.filter((seat) => seat.status === 'attended').length,
  };
}
