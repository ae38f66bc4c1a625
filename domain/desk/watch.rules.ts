import type { Person } from '../kernel/person';
import { actorOf, withTrace } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { formatWhen } from '../kernel/time';
import { canMove, type MoveError } from '../kernel/workflow';
import { CASEWORK_LIMITS, type DeskWatch } from './casework.schema';
import { tell } from './duty-alert';
import type { DutyPerson } from './duty.schema';
import { withWake } from './thread-clock';
import { withSystemLine } from './thread-messages';
import { rolesOn } from './thread.rules';
import type { Thread } from './thread.schema';
import { watchWorkflow } from './watch.workflow';

export type WatchPlan = Pick<DeskWatch, 'watchId' | 'who' | 'what' | 'from' | 'until'>;
type WatchError = MoveError | 'WATCH_TIME_WRONG';

/** Somebody watches from now or later until a time; who, and what to look at, stands on the matter and on the sheet. */
export function startWatch(
  thread: Thread,
  staff: Person,
  plan: WatchPlan,
  now: number,
): Result<Thread, WatchError> {
  if (!rolesOn(thread, staff).includes('staff')) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  const isFull = (thread.watches ?? []).length >= CASEWORK_LIMITS.watchesPerThread;
  if (isFull || !['waiting', 'taken'].includes(thread.status)) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  if (!isTimely(plan, now)) return err('WATCH_TIME_WRONG');
  const watched = withWatch(thread, plan, staff);
  const traced = withTrace(watched, { move: 'watch', by: staff, now, note: `${plan.who}：${plan.what}` });
  const line = `已安排值守，到 ${formatWhen(plan.until)}`;
  return ok(withSystemLine(withWake({ ...traced, updatedAt: now }), line, now));
}

const isTimely = ({ from, until }: Pick<WatchPlan, 'from' | 'until'>, now: number): boolean =>
  until > from && until > now && until <= now + CASEWORK_LIMITS.watchAheadMaxMs;

const withWatch = (thread: Thread, plan: WatchPlan, staff: Person): Thread => ({
  ...thread,
  watches: [
    ...(thread.watches ?? []),
    {
      ...plan,
      by: actorOf(staff),
      status: 'running',
      note: '',
      endedAt: null,
      remindAt: plan.until,
    },
  ],
});

export type WatchEnd = {
  readonly note: string;
  /** Who goes on, and until when; null when nobody needs to. */
  readonly next: Pick<DeskWatch, 'watchId' | 'who' | 'until'> | null;
};

/** A watch is over, or the next person goes on with it. */
export function endWatch(
  thread: Thread,
  staff: Person,
  watchId: string,
  { note, next }: WatchEnd,
  now: number,
): Result<Thread, WatchError | 'WATCH_NOT_FOUND'> {
  const standing = (thread.watches ?? []).find((watch) => watch.watchId === watchId);
  if (!standing) return err('WATCH_NOT_FOUND');
  const move = next ? 'handOver' : 'end';
  const allowed = canMove(watchWorkflow, standing.status, move, rolesOn(thread, staff));
  if (!allowed.ok) return allowed;
  if (next && !isTimely({ from: now, until: next.until }, now)) return err('WATCH_TIME_WRONG');
  const status = next ? 'handedOver' : 'ended';
  const over: DeskWatch = { ...standing, status, note, endedAt: now, remindAt: null };
  const watches = (thread.watches ?? []).map((watch) => (watch === standing ? over : watch));
  const ended: Thread = { ...thread, watches };
  const plan = next && { ...next, what: standing.what, from: now };
  const going = plan ? withWatch(ended, plan, staff) : ended;
  const trace = `${standing.who}：${standing.what}${next ? `，由${next.who}接着守` : ''}`;
  const traced = withTrace(going, { move: `watch.${move}`, by: staff, now, note: trace });
  const line = next ? `已换人接着值守，到 ${formatWhen(next.until)}` : '值守结束';
  return ok(withSystemLine(withWake({ ...traced, updatedAt: now }), line, now));
}

/** The time of a watch has come and nobody has said what is next: those who answer for the desk now are told. */
export function remindOfWatches(thread: Thread, people: readonly DutyPerson[], now: number): Thread {
  const due = (thread.watches ?? []).filter(
    ({ status, remindAt }) => status === 'running' && remindAt !== null && remindAt <= now,
  );
  if (due.length === 0) return thread;
  const watches = (thread.watches ?? []).map((watch) =>
    due.includes(watch) ? { ...watch, remindAt: null } : watch,
  );
  const tellings = due.flatMap((watch) => people.map((person) => ({ watch, person })));
  return tellings.reduce<Thread>(
    (record, { watch, person }) =>
      tell(record, {
        id: `${thread._id}-w${watch.watchId}-${watch.until.toString(36)}-${person.personId}`,
        personId: person.personId,
        kind: 'watch',
        words: `值守到时间了：${watch.who}，${watch.what}。看看要不要接着守`,
        page: 'thread',
        pageId: thread._id,
        isLoud: true,
        at: now,
      }),
    { ...thread, watches },
  );
}
