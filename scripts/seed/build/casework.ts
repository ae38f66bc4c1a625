import type { ThreadNote } from '@domain/desk/casework.schema';
import type { DutyAlert } from '@domain/desk/duty-alert';
import type { DutyPerson } from '@domain/desk/duty.schema';
import { writeNote } from '@domain/desk/note.rules';
import { recordFor } from '@domain/desk/record-for.rules';
import { withLink } from '@domain/desk/thread-links';
import type { Thread } from '@domain/desk/thread.schema';
import { transfer } from '@domain/desk/transfer.rules';
import { startWatch } from '@domain/desk/watch.rules';
import type { Person } from '@domain/kernel/person';
import { actorOf, type OutboxEntry } from '@domain/kernel/record';
import { MINUTE } from '@domain/kernel/time';
import { instantOf } from '../clock';
import { NOTES, RECORDED, RELATED, TRANSFER, WATCH } from '../data/casework';
import { COMMUNITY } from '../data/register';
import { allowed } from '../outcome';
import type { DeskStaff } from './desk-staff';
import type { People } from './people';
import type { SeedTools } from './tools';

export type Casework = {
  readonly threads: readonly Thread[];
  readonly notes: readonly ThreadNote[];
  readonly alerts: readonly DutyAlert[];
};

/** What staff did with matters of the last hours: wrote calls down, noted, handed on, watched, tied together. */
export function buildCasework(
  tools: SeedTools,
  staff: DeskStaff,
  people: People,
  threads: readonly Thread[],
): Casework {
  const { now } = tools;
  const ago = (minutes: number) => now - minutes * MINUTE;
  const recorded = RECORDED.map((call) => recordedCall(call, tools, staff, people));
  const worked = [...threads, ...recorded].map((thread) => watched(handedOn(thread, staff, now), staff, now));
  const tied = related(worked, staff, ago(8));
  const notes = NOTES.map((note, index) => noted(note, index, tied, staff, ago(note.minutesAgo)));
  const alerts = [...tied, ...notes].flatMap(({ outbox }) =>
    outbox.flatMap((entry) => (entry.effect === 'desk.tell' ? [toldBy(entry)] : [])),
  );
  const marked = tied.map((thread) => withNotedAt(thread, notes));
  return { threads: marked.map(quiet), notes: notes.map(quiet), alerts };
}

const quiet = <R extends Thread | ThreadNote>(record: R): R => ({ ...record, outbox: [], outboxDueAt: null });

function recordedCall(
  { id, minutesAgo, flat, ...call }: (typeof RECORDED)[number],
  { now, seal }: SeedTools,
  staff: DeskStaff,
  people: People,
): Thread {
  const at = now - minutesAgo * MINUTE;
  const home = people.homesWithoutApp[flat];
  if (!home) throw new Error('demo community: everybody uses the app');
  const [recorder] = staff.onDutyAt(at);
  const told = {
    ...call,
    id,
    messageId: `${id}-m1`,
    answerId: `${id}-m2`,
    member: null,
    home,
    sealedPhone: call.channel === 'phone' ? seal('13000009999') : null,
    replyWithinMinutes: COMMUNITY.replyWithinMinutes,
    extraWords: [],
  };
  return allowed(recordFor(recorder, told, at), `${id}: record`);
}

function handedOn(thread: Thread, staff: DeskStaff, now: number): Thread {
  if (thread._id !== TRANSFER.threadId) return thread;
  const at = now - TRANSFER.minutesAgo * MINUTE;
  const from = staff.onDutyAt(at).find(({ personId }) => personId === thread.taker?.personId);
  const to = staff.named(TRANSFER.to);
  if (!from || from.personId === to.personId) return thread;
  return allowed(transfer(thread, from, dutyPersonOf(to), TRANSFER.reason, at), `${thread._id}: transfer`);
}

const dutyPersonOf = ({ personId, name, face }: Person): DutyPerson => ({ personId, name, face });

function watched(thread: Thread, staff: DeskStaff, now: number): Thread {
  if (thread._id !== WATCH.threadId) return thread;
  const from = now - WATCH.minutesAgo * MINUTE;
  const { who, what } = WATCH;
  const plan = {
    watchId: `${thread._id}-w1`,
    who,
    what,
    from,
    until: nextMorning(now),
  };
  return allowed(startWatch(thread, staff.onDutyAt(from)[0], plan, from), `${thread._id}: watch`);
}

/** When the plumber comes: half past eight, today or tomorrow. */
function nextMorning(now: number): number {
  const today = instantOf(now, { days: 0, hour: 8, minute: 30 });
  return today > now ? today : instantOf(now, { days: 1, hour: 8, minute: 30 });
}

/** Both ends of the tie between two neighbours' reports of the same water. */
function related(threads: readonly Thread[], staff: DeskStaff, at: number): Thread[] {
  const [by] = staff.onDutyAt(at);
  return threads.map((thread) => {
    const otherId = RELATED.find((id) => id !== thread._id);
    const other = threads.find(({ _id }) => _id === otherId);
    if (!other || !RELATED.some((id) => id === thread._id)) return thread;
    const link = { relation: 'related', area: 'desk', id: other._id, title: other.title } as const;
    const tied = withLink(thread, { ...link, isShared: false }, actorOf(by), at);
    return { ...tied, updatedAt: Math.max(thread.updatedAt, at) };
  });
}

function noted(
  { threadId, text, mentions }: (typeof NOTES)[number],
  index: number,
  threads: readonly Thread[],
  staff: DeskStaff,
  at: number,
): ThreadNote {
  const thread = threads.find(({ _id }) => _id === threadId);
  if (!thread) throw new Error(`demo community: there is no conversation ${threadId}`);
  const by = staff.onDutyAt(at)[index % 2 === 0 ? 0 : 1];
  const named = mentions
    .map((name) => dutyPersonOf(staff.named(name)))
    .filter(({ personId }) => personId !== by.personId);
  return writeNote(thread, by, { id: `note-${index + 1}`, text, mentions: named }, at);
}

/** When the newest note on a matter was written, as the desk keeps it there. */
function withNotedAt(thread: Thread, notes: readonly ThreadNote[]): Thread {
  const written = notes.filter(({ threadId }) => threadId === thread._id).map(({ createdAt }) => createdAt);
  return written.length > 0 ? { ...thread, notedAt: Math.max(...written) } : thread;
}

/** What the relay would have told. */
function toldBy({ id, payload, at }: OutboxEntry): DutyAlert {
  return {
    _id: id,
    communityId: COMMUNITY.communityId,
    personId: String(payload['personId']),
    kind: payload['kind'] === 'transfer' ? 'transfer' : 'mention',
    words: String(payload['words']),
    page: 'thread',
    pageId: String(payload['pageId']),
    isLoud: false,
    at,
    seenAt: 0,
    push: 'off',
  };
}
