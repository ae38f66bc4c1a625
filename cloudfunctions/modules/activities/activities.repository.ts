import { actorOf, RECORD_LIMITS, type HistoryEntry } from '@domain/kernel/record';
import { PAGE_SIZE } from '@domain/kernel/input';
import { ACTIVITY_LIMITS, type Activity, type Seat } from '@domain/activities/activity.schema';
import type { Caller } from '@cloud/platform/caller';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, receiptFor, type RecordStore } from '@cloud/platform/record-store';

export type ActivitiesRepository = RecordStore<Activity, 'ACTIVITY_NOT_FOUND'> & {
  /** Soonest first. */
  upcoming(communityId: string, now: number, cursor: Cursor | null, limit: number): Promise<Activity[]>;
  /** Latest first. */
  past(communityId: string, now: number, cursor: Cursor | null): Promise<Activity[]>;
  ofPerson(communityId: string, personId: string): Promise<Activity[]>;
  /**
   * Puts a seat on the roll by one update that is guarded by what must hold: a free seat (or, for a waiting one, none
   * free and room in the queue), and the person not on the roll. Many may try at once. Null when the guard failed.
   */
  takeSeat(caller: Caller, activity: Activity, seat: Seat): Promise<Activity | null>;
  endedBefore(now: number): Promise<Activity[]>;
};

const MINE_MAX = 50;
const FINISH_BATCH = 50;

export function activitiesRepository({ database, relay }: Platform): ActivitiesRepository {
  const store = createRecordStore<Activity, 'ACTIVITY_NOT_FOUND'>(
    database,
    'activities',
    'ACTIVITY_NOT_FOUND',
    relay,
  );
  const rows = store.collection;
  const _ = database.command;

  return {
    ...store,
    upcoming(communityId, now, cursor, limit) {
      const scope = { communityId, endsAt: cursor ? _.gte(cursor.at) : _.gt(now) };
      const where = cursor
        ? _.and([scope, _.or([{ endsAt: _.gt(cursor.at) }, { endsAt: cursor.at, _id: _.gt(cursor.id) }])])
        : scope;
      return rows.find({
        where,
        orderBy: [
          ['endsAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: limit + 1,
      });
    },
    past(communityId, now, cursor) {
      const where = after(_, { communityId, endsAt: _.lte(now) }, 'endsAt', cursor);
      return rows.find({
        where,
        orderBy: [
          ['endsAt', 'desc'],
          ['_id', 'desc'],
        ],
        limit: PAGE_SIZE + 1,
      });
    },
    ofPerson: (communityId, personId) =>
      rows.find({
        where: { communityId, 'roll.personId': personId },
        orderBy: [['endsAt', 'desc']],
        limit: MINE_MAX,
      }),
    takeSeat(caller, activity, seat) {
      const isConfirmed = seat.status === 'confirmed';
      const guard = {
        _id: activity._id,
        status: 'published',
        seats: activity.seats,
        enrolUntil: _.gt(caller.now),
        'roll.personId': _.neq(seat.personId),
        seatsLeft: isConfirmed ? _.gt(0) : _.lte(0),
        ...(isConfirmed ? {} : { waitingCount: _.lt(ACTIVITY_LIMITS.waitlistMax) }),
      };
      const entry: HistoryEntry = {
        move: 'enrol',
        from: null,
        to: seat.status,
        by: actorOf(caller.person),
        at: caller.now,
      };
      return rows.updateOneAndReturn(guard, {
        roll: _.push([seat]),
        ...(isConfirmed ? { seatsLeft: _.inc(-1) } : { waitingCount: _.inc(1) }),
        version: _.inc(1),
        updatedAt: caller.now,
        history: _.push({ each: [entry], slice: -RECORD_LIMITS.historyMax }),
        receipts: _.push([receiptFor(caller)]),
      });
    },
    endedBefore: (now) =>
      rows.find({ where: { status: 'published', endsAt: _.lt(now) }, limit: FINISH_BATCH }),
  };
}
