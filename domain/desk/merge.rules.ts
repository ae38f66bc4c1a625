import type { Person } from '../kernel/person';
import { withEffect, type Actor } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { canMove, step, type MoveError } from '../kernel/workflow';
import type { DeskWatch } from './casework.schema';
import { isWithoutApp } from './record-for.rules';
import { settled, withWake } from './thread-clock';
import { isLinked, withLink, withLinkAt } from './thread-links';
import { withSystemLine } from './thread-messages';
import { rolesOn } from './thread.rules';
import type { Thread } from './thread.schema';
import { threadWorkflow } from './thread.workflow';

/** One asker's, or one household's of which a member does not use the app. */
export const isOneAsker = (one: Thread, other: Thread): boolean =>
  one.askerId === other.askerId ||
  ((isWithoutApp(one) || isWithoutApp(other)) &&
    one.askerHomeLabel !== null &&
    one.askerHomeLabel === other.askerHomeLabel);

/**
 * Which of two goes on: the one somebody can follow in the app, else the earlier. It follows from the two alone, so
 * colleagues who merge at the same time in either direction, or in a ring, mean the same, and never all end.
 */
export function survivorOf(one: Thread, other: Thread): readonly [survivor: Thread, ending: Thread] {
  const rank = (thread: Thread) => [isWithoutApp(thread) ? 1 : 0, thread.askedAt] as const;
  const [a, b] = [rank(one), rank(other)];
  const order = a[0] - b[0] || a[1] - b[1] || (one._id < other._id ? -1 : 1);
  return order < 0 ? [one, other] : [other, one];
}

/**
 * Two matters are one: the survivor takes the other in, and its outbox ends the other. The survivor's own update is the
 * instant of the merger, so a crash after it only delays the rest, and an answer owed in the other is owed here.
 */
export function absorb(
  survivor: Thread,
  ending: Thread,
  staff: Person,
  now: number,
): Result<Thread, MoveError | 'THREADS_OF_OTHERS'> {
  if (survivor._id === ending._id) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  if (!isOneAsker(survivor, ending)) return err('THREADS_OF_OTHERS');
  if (isTakenIn(survivor, ending._id)) return ok(survivor);
  for (const thread of [survivor, ending]) {
    const allowed = canMove(threadWorkflow, thread.status, 'merge', rolesOn(thread, staff));
    if (!allowed.ok) return allowed;
  }
  const isShared = survivor.askerId === ending.askerId;
  const line = isShared ? `另一件“${ending.title}”并到这里一起办` : '同一户反映的同一件事，并到这里一起办';
  const link = {
    relation: 'absorbed',
    area: 'desk',
    id: ending._id,
    title: ending.title,
    isShared,
  } as const;
  const watched = withWatchesOf(inheriting(survivor, ending), ending);
  const taken = withLink(watched, link, staff, now, line);
  return ok(
    withEffect(taken, {
      id: `${survivor._id}-ends-${ending._id}`,
      effect: 'desk.endMerged',
      payload: { threadId: ending._id, into: survivor._id, byId: staff.personId, byName: staff.name },
      at: now,
    }),
  );
}

const isTakenIn = ({ links = [] }: Thread, id: string): boolean =>
  links.some((link) => link.relation === 'absorbed' && link.id === id);

/** What the other still owes is owed by the survivor, no later than it was. */
function inheriting(survivor: Thread, ending: Thread): Thread {
  if (ending.replyDueAt === null) return survivor;
  const replyDueAt = Math.min(survivor.replyDueAt ?? Infinity, ending.replyDueAt);
  return withWake({ ...survivor, pause: null, replyDueAt, ladder: survivor.ladder ?? ending.ladder ?? null });
}

const isRunning = ({ status }: DeskWatch): boolean => status === 'running';

/** Whoever watches over the other matter watches over this one now. */
function withWatchesOf(survivor: Thread, ending: Thread): Thread {
  const running = (ending.watches ?? []).filter(isRunning);
  if (running.length === 0) return survivor;
  return withWake({ ...survivor, watches: [...(survivor.watches ?? []), ...running] });
}

/** The other matter ends, pointing to the survivor. One that has ended otherwise meanwhile stays as it is. */
export function endMerged(ending: Thread, survivor: Thread, by: Actor, now: number): Thread | null {
  const moved = step(threadWorkflow, ending, 'merge', {
    actor: by,
    relations: ['staff'],
    now,
    note: survivor.title,
  });
  if (!moved.ok) return null;
  const isShared = survivor.askerId === ending.askerId;
  const watches = ending.watches?.map((watch) =>
    isRunning(watch) ? { ...watch, status: 'handedOver' as const, endedAt: now, remindAt: null } : watch,
  );
  const ended = settled<Thread>({
    ...ending,
    ...moved.value,
    pause: null,
    ...(watches ? { watches } : {}),
  });
  const link = { relation: 'mergedInto', area: 'desk', id: survivor._id, title: survivor.title } as const;
  const linked = {
    ...ended,
    links: [...(ending.links ?? []), { ...link, isShared, byName: by.name, at: now }],
  };
  return withSystemLine(linked, `这件事并入“${survivor.title}”一起办，请到那里接着说`, now);
}

/** Different neighbours ask about the same thing: a cross link that staff alone see. */
export function relate(thread: Thread, other: Thread, staff: Person, now: number): Result<Thread, MoveError> {
  if (thread._id === other._id) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const isStaff = [thread, other].every((one) => rolesOn(one, staff).includes('staff'));
  if (!isStaff) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if (isLinked(thread, { area: 'desk', id: other._id })) return ok(thread);
  const to = ({ _id, title }: Thread) =>
    ({ relation: 'related', area: 'desk', id: _id, title, isShared: false }) as const;
  const linked = withLink(thread, to(other), staff, now);
  return ok(withLinkAt(linked, other._id, to(thread), staff, now));
}
