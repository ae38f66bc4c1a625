import { ALERT_LIMITS, type DutyAlert, type PushState } from '@domain/desk/duty-alert';
import type { DutyShift } from '@domain/desk/duty.schema';
import { HANDOVER_LIMITS, type Handover } from '@domain/desk/handover.schema';
import { PROMISE_LIMITS } from '@domain/desk/promise.schema';
import type { Thread } from '@domain/desk/thread.schema';
import type { RecordBase } from '@domain/kernel/record';
import type { Community } from '@domain/people/people.schema';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, type RecordStore } from '@cloud/platform/record-store';

/** How many more messages a person has allowed. Its id is the person's. */
export type PushAllowance = RecordBase & { readonly status: 'kept'; readonly left: number };

export type DutyRepository = {
  readonly shifts: RecordStore<DutyShift, 'SHIFT_NOT_FOUND'>;
  readonly handovers: RecordStore<Handover, 'HANDOVER_NOT_FOUND'>;
  readonly communities: RecordStore<Community, 'COMMUNITY_NOT_FOUND'>;
  readonly allowances: RecordStore<PushAllowance, 'ALLOWANCE_NOT_FOUND'>;
  /** Planned shifts that touch `from`–`to`, by their end. */
  shiftsBetween(communityId: string, from: number, to: number): Promise<DutyShift[]>;
  /** The end of the last planned shift. */
  plannedUntil(communityId: string): Promise<number | null>;
  /** Planned shifts of all communities that end in `from`–`to`. */
  shiftsEnding(from: number, to: number): Promise<DutyShift[]>;
  /** Communities whose roster has not been looked through since it was time to. */
  communitiesToCheck(now: number): Promise<Community[]>;
  handoverCards(communityId: string): Promise<Handover[]>;
  handoversToWake(now: number): Promise<Handover[]>;
  threadsToWake(now: number): Promise<Thread[]>;
  /** What the desk has not finished, with what it has promised. */
  openMatters(communityId: string): Promise<Thread[]>;
  withOpenPromises(communityId: string): Promise<Thread[]>;
  /** Once; a second time the same alert changes nothing. */
  keepAlert(alert: DutyAlert): Promise<void>;
  alertsOf(communityId: string, personId: string): Promise<DutyAlert[]>;
  seeAlerts(communityId: string, personId: string, upTo: number, now: number): Promise<void>;
  /** Moves the push of an alert on; false when somebody else did it first. */
  movePush(alertId: string, from: PushState, to: PushState): Promise<boolean>;
  /** Uses up one message this person has allowed; false when there is none. */
  spendPush(personId: string): Promise<boolean>;
};

const SHIFTS_MAX = 500;
const WAKE_BATCH = 100;
const COMMUNITIES_MAX = 500;
const MATTERS_MAX = 100;
const SEEN_BATCH = 100;

export function dutyRepository({ database, relay }: Platform): DutyRepository {
  const shifts = createRecordStore<DutyShift, 'SHIFT_NOT_FOUND'>(
    database,
    'duty_shifts',
    'SHIFT_NOT_FOUND',
    relay,
  );
  const handovers = createRecordStore<Handover, 'HANDOVER_NOT_FOUND'>(
    database,
    'handovers',
    'HANDOVER_NOT_FOUND',
    relay,
  );
  const communities = createRecordStore<Community, 'COMMUNITY_NOT_FOUND'>(
    database,
    'communities',
    'COMMUNITY_NOT_FOUND',
    relay,
  );
  const allowances = createRecordStore<PushAllowance, 'ALLOWANCE_NOT_FOUND'>(
    database,
    'push_allowances',
    'ALLOWANCE_NOT_FOUND',
    relay,
  );
  const threads = database.collection<Thread>('threads');
  const alerts = database.collection<DutyAlert>('duty_alerts');
  const _ = database.command;
  const due = (now: number) => ({ where: { wakeAt: _.gt(0).and(_.lte(now)) }, limit: WAKE_BATCH });

  return {
    shifts,
    handovers,
    communities,
    allowances,
    shiftsBetween: (communityId, from, to) =>
      shifts.collection.find({
        where: { communityId, status: 'planned', endsAt: _.gt(from), startsAt: _.lt(to) },
        orderBy: [['endsAt', 'asc']],
        limit: SHIFTS_MAX,
      }),
    async plannedUntil(communityId) {
      const [last] = await shifts.collection.find({
        where: { communityId, status: 'planned' },
        orderBy: [['endsAt', 'desc']],
        limit: 1,
      });
      return last?.endsAt ?? null;
    },
    shiftsEnding: (from, to) =>
      shifts.collection.find({
        where: { status: 'planned', endsAt: _.gt(from).and(_.lte(to)) },
        orderBy: [['endsAt', 'asc']],
        limit: SHIFTS_MAX,
      }),
    async communitiesToCheck(now) {
      const all = await communities.collection.find({
        where: { status: 'active' },
        limit: COMMUNITIES_MAX,
        without: ['buildings'],
      });
      return all.filter(({ rosterCheckAt = 0 }) => rosterCheckAt <= now);
    },
    handoverCards: (communityId) =>
      handovers.collection.find({
        where: { communityId },
        orderBy: [['changesAt', 'desc']],
        limit: HANDOVER_LIMITS.shownMax,
      }),
    handoversToWake: (now) => handovers.collection.find(due(now)),
    threadsToWake: (now) => threads.find({ ...due(now), orderBy: [['wakeAt', 'asc']] }),
    async openMatters(communityId) {
      const [open, promised, watched] = await Promise.all([
        threads.find({
          where: { communityId, status: _.in(['waiting', 'taken']) },
          orderBy: [['updatedAt', 'desc']],
          limit: MATTERS_MAX,
        }),
        this.withOpenPromises(communityId),
        threads.find({
          where: { communityId, status: 'resolved', watchUntil: _.gt(0) },
          orderBy: [['updatedAt', 'desc']],
          limit: MATTERS_MAX,
        }),
      ]);
      return [...new Map([...open, ...promised, ...watched].map((thread) => [thread._id, thread])).values()];
    },
    withOpenPromises: (communityId) =>
      threads.find({
        where: { communityId, promiseDueAt: _.gt(0) },
        orderBy: [['promiseDueAt', 'asc']],
        limit: PROMISE_LIMITS.shownMax,
      }),
    async keepAlert(alert) {
      await alerts.insert(alert);
    },
    alertsOf: (communityId, personId) =>
      alerts.find({
        where: { communityId, personId },
        orderBy: [['at', 'desc']],
        limit: ALERT_LIMITS.shownMax,
      }),
    async seeAlerts(communityId, personId, upTo, now) {
      const unseen = await alerts.find({ where: { communityId, personId, seenAt: 0 }, limit: SEEN_BATCH });
      for (const { _id, at } of unseen) {
        if (at <= upTo) await alerts.updateOne({ _id, seenAt: 0 }, { seenAt: now });
      }
    },
    movePush: (_id, from, to) => alerts.updateOne({ _id, push: from }, { push: to }),
    spendPush: (_id) =>
      allowances.collection.updateOne({ _id, left: _.gt(0) }, { left: _.inc(-1), version: _.inc(1) }),
  };
}
