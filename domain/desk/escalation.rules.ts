import { appendHistory, SYSTEM_ACTOR } from '../kernel/record';
import { formatDuration, formatWhen, HOUR, MINUTE } from '../kernel/time';
import type { DeskTimes } from './desk-times';
import { tell, type AlertKind } from './duty-alert';
import type { Watch } from './duty-coverage';
import type { DutyPerson } from './duty.schema';
import { PROMISE_LIMITS, type DeskPromise } from './promise.schema';
import { PAUSE_WORDS, owing, withWake, type Ladder } from './thread-clock';
import { withSystemLine } from './thread-messages';
import { remindOfWatches } from './watch.rules';
import type { Thread } from './thread.schema';

/** Who is there to be told: who is on duty, who comes next, and the secretary behind them all. */
export type Company = Watch & { readonly secretary: DutyPerson | null };

/** Who answers for an open matter now: its taker while on duty, else the pair on duty, else the secretary. Never nobody. */
export function ownersOf(taker: DutyPerson | null, { onDuty, secretary }: Company): readonly DutyPerson[] {
  const isThere = onDuty.some(({ personId }) => personId === taker?.personId);
  if (taker && isThere) return [taker];
  if (onDuty.length > 0) return onDuty;
  if (secretary) return [secretary];
  return taker ? [taker] : [];
}

/** The rungs: the first person, everybody on duty, the next pair too, the secretary too. */
export const RUNGS = ['first', 'pair', 'nextPair', 'secretary'] as const;

/** Whom a rung adds. Whoever is on duty by then is always among them, so a change of hands leaves nobody untold. */
function peopleOf(rung: number, thread: Thread, company: Company): readonly DutyPerson[] {
  const { onDuty, next, secretary } = company;
  const last = secretary ? [secretary] : [];
  if (rung === 0) return ownersOf(thread.taker, company).slice(0, 1);
  if (rung === 1) return onDuty;
  if (rung === 2) return [...onDuty, ...next];
  return [...onDuty, ...last];
}

/** When the next rung is due. Beyond the last one, each change of hands tells those who come on. */
function nextAtOf(rung: number, owedSince: number, company: Company, times: DeskTimes, now: number): number {
  const { otherAfterMinutes, nextPairAfterMinutes, secretaryAfterMinutes } = times;
  const after = [0, otherAfterMinutes, nextPairAfterMinutes, secretaryAfterMinutes][rung];
  if (after !== undefined) return owedSince + after * MINUTE;
  return company.until ?? now + HOUR;
}

/** Climbs every rung that is due. A rung that would tell nobody new is no reason to wait, so the next follows at once. */
export function climb(thread: Thread, company: Company, times: DeskTimes, now: number): Thread {
  let current = thread;
  for (let turn = 0; turn <= RUNGS.length; turn += 1) {
    const ladder = current.ladder;
    if (!ladder || ladder.nextAt > now) return current;
    current = climbOne(current, ladder, company, times, now);
  }
  return current;
}

function climbOne(thread: Thread, ladder: Ladder, company: Company, times: DeskTimes, now: number): Thread {
  const { owedSince, rung } = ladder;
  const isNew = ({ personId }: DutyPerson) => !ladder.told.includes(personId);
  const told = unique(peopleOf(rung, thread, company)).filter(isNew);
  const isEmptyRung = told.length === 0 && rung < RUNGS.length - 1;
  const due = nextAtOf(rung + 1, owedSince, company, times, now);
  const climbed: Thread = {
    ...thread,
    ladder: {
      owedSince,
      rung: rung + 1,
      told: [...ladder.told, ...told.map(({ personId }) => personId)],
      nextAt: isEmptyRung ? now : Math.max(due, now + (rung >= RUNGS.length ? MINUTE : 0)),
    },
  };
  if (told.length === 0) return climbed;
  const names = told.map(({ name }) => name).join('、');
  const noted: Thread = {
    ...climbed,
    history: appendHistory(climbed.history, {
      move: 'escalate',
      from: thread.status,
      to: thread.status,
      by: SYSTEM_ACTOR,
      at: now,
      note: `提醒${names}`,
    }),
  };
  const lined = rung === 0 ? noted : withSystemLine(noted, `还没有回复，已提醒${names}`, now);
  return told.reduce((record, person) => tellOf(record, person, rung, owedSince, now), lined);
}

function tellOf(thread: Thread, person: DutyPerson, rung: number, owedSince: number, now: number): Thread {
  const words =
    rung === 0
      ? `新的居民来信：${thread.title}`
      : `${formatDuration(now - owedSince)}没有人回复：${thread.title}`;
  return tell(thread, {
    id: `${thread._id}-l${owedSince.toString(36)}-${person.personId}`,
    personId: person.personId,
    kind: rung === 0 ? 'ask' : 'escalation',
    words,
    page: 'thread',
    pageId: thread._id,
    isLoud: rung > 0,
    at: now,
  });
}

/** The day the desk said it would go on has come: it owes the resident something again. */
function resumeOnDate(thread: Thread, company: Company, times: DeskTimes, now: number): Thread {
  const { pause } = thread;
  if (!pause || pause.until > now || thread.status !== 'taken') return thread;
  const going = owing<Thread>({ ...thread, pause: null }, now);
  const owners = ownersOf(thread.taker, company);
  const noted: Thread = {
    ...going,
    ladder: {
      owedSince: now,
      rung: 1,
      told: owners.map(({ personId }) => personId),
      nextAt: nextAtOf(1, now, company, times, now),
    },
    history: appendHistory(going.history, {
      move: 'resume',
      from: 'taken',
      to: 'taken',
      by: SYSTEM_ACTOR,
      at: now,
      note: `${PAUSE_WORDS[pause.reason]}到期`,
    }),
  };
  return tellEach(noted, owners, 'resume', `r${pause.until.toString(36)}`, now, {
    words: `约定的时间到了（${PAUSE_WORDS[pause.reason]}），请接着办：${thread.title}`,
    isLoud: false,
  });
}

/** Reminds of promises that are due soon, and of those that are late. Whoever made one hears of it on any day. */
function remind(thread: Thread, company: Company, now: number): Thread {
  return (thread.promises ?? []).reduce((record, promise, index) => {
    if (promise.status !== 'made' || promise.remindAt === null || promise.remindAt > now) return record;
    const isOver = now >= promise.dueAt;
    const reminded: DeskPromise = { ...promise, remindAt: isOver ? null : promise.dueAt };
    const promises = (record.promises ?? []).map((other, place) => (place === index ? reminded : other));
    const maker = { ...promise.by, face: '' };
    const tag = `p${index}-${promise.dueAt.toString(36)}-${isOver ? 'late' : 'soon'}`;
    return tellEach({ ...record, promises }, unique([...company.onDuty, maker]), 'promise', tag, now, {
      words: isOver
        ? `承诺到时间了，还没兑现：${promise.words}`
        : `承诺快到时间了（${formatWhen(promise.dueAt)}）：${promise.words}`,
      isLoud: isOver,
    });
  }, thread);
}

function tellEach(
  thread: Thread,
  people: readonly DutyPerson[],
  kind: AlertKind,
  tag: string,
  now: number,
  { words, isLoud }: { words: string; isLoud: boolean },
): Thread {
  return people.reduce(
    (record, { personId }) =>
      tell(record, {
        id: `${thread._id}-${tag}-${personId}`,
        personId,
        kind,
        words,
        page: 'thread',
        pageId: thread._id,
        isLoud,
        at: now,
      }),
    thread,
  );
}

/**
 * What the timer does with a thread whose time has come; null when nothing was due. One update holds all of it, with
 * its record in the history and those to be told in the outbox, so a killed timer leaves all of it or nothing.
 */
export function wake(thread: Thread, company: Company, times: DeskTimes, now: number): Thread | null {
  if ((thread.wakeAt ?? Infinity) > now) return null;
  const climbed = climb(resumeOnDate(thread, company, times, now), company, times, now);
  const woken = remindOfWatches(remind(climbed, company, now), ownersOf(null, company), now);
  return withWake({ ...woken, version: thread.version + 1, updatedAt: now });
}

const unique = (people: readonly DutyPerson[]): DutyPerson[] =>
  people.filter(({ personId }, index) => people.findIndex((other) => other.personId === personId) === index);

/** The first reminder of a promise: an hour before it is due, or at its time when it is made later than that. */
export const firstReminder = (dueAt: number, now: number): number =>
  dueAt - PROMISE_LIMITS.soonMs > now ? dueAt - PROMISE_LIMITS.soonMs : dueAt;
