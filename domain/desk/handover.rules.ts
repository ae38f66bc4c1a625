import type { Person } from '../kernel/person';
import { actorOf, newRecord, SYSTEM_ACTOR } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { hasRole } from '../kernel/roles';
import { formatWhen } from '../kernel/time';
import { movesFrom, step, type MoveError } from '../kernel/workflow';
import { tell } from './duty-alert';
import type { DutyPerson } from './duty.schema';
import { HANDOVER_LIMITS, type Handover, type HandoverItem } from './handover.schema';
import { handoverWorkflow } from './handover.workflow';
import { PAUSE_WORDS } from './thread-clock';
import type { Thread } from './thread.schema';

type Outcome<E extends string = never> = Result<Handover, MoveError | E>;

const isOne = (people: readonly DutyPerson[], person: Person): boolean =>
  people.some(({ personId }) => personId === person.personId);

export function rolesOnHandover(sheet: Handover, person: Person): string[] {
  return [
    ...(isOne(sheet.leaving, person) ? ['leaving'] : []),
    ...(isOne(sheet.coming, person) ? ['coming'] : []),
    ...(hasRole(person, ['secretary']) ? ['secretary'] : []),
  ];
}

export const handoverMoves = (sheet: Handover, person: Person): string[] =>
  movesFrom(handoverWorkflow, sheet.status, rolesOnHandover(sheet, person));

/** What is open at the desk, most pressing first: each promise not yet kept, each watch, each open thread without one. */
export function itemsFrom(threads: readonly Thread[]): HandoverItem[] {
  const matters = threads
    .filter(({ status }) => status === 'waiting' || status === 'taken')
    .map((thread) => ({ itemId: thread._id, ...standing(thread), ...whoOf(thread) }));
  const promises = threads.flatMap((thread) =>
    (thread.promises ?? [])
      .filter(({ status }) => status === 'made')
      .map((promise, index) => ({
        itemId: `${thread._id}-p${index}`,
        kind: 'promise' as const,
        ...whoOf(thread),
        title: promise.words,
        dueAt: promise.dueAt,
        hint: `${promise.by.name}承诺`,
      })),
  );
  const watches = threads.flatMap((thread) =>
    (thread.watches ?? [])
      .filter(({ status }) => status === 'running')
      .map(({ watchId, who, what, until }) => ({
        itemId: `${thread._id}-w${watchId}`,
        kind: 'watch' as const,
        ...whoOf(thread),
        title: what,
        dueAt: until,
        hint: `${who}值守`,
      })),
  );
  const order = { waiting: 0, watch: 1, promise: 2, open: 3, paused: 4 } as const;
  // Whoever takes over a promise takes over its thread.
  const spoken = new Set([...promises, ...watches].map(({ threadId }) => threadId));
  const others = matters.filter(({ kind, threadId }) => kind !== 'open' || !spoken.has(threadId));
  return [...others, ...promises, ...watches]
    .sort((a, b) => order[a.kind] - order[b.kind] || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity))
    .slice(0, HANDOVER_LIMITS.itemsMax);
}

const whoOf = ({ _id, askerName, askerHomeLabel, title }: Thread) => ({
  threadId: _id,
  title,
  who: askerHomeLabel ? `${askerName} ${askerHomeLabel}` : askerName,
});

function standing(thread: Thread): Pick<HandoverItem, 'kind' | 'dueAt' | 'hint'> {
  const { pause, replyDueAt, taker } = thread;
  if (pause) {
    const note = pause.note === '' ? '' : `（${pause.note}）`;
    return { kind: 'paused', dueAt: pause.until, hint: `${PAUSE_WORDS[pause.reason]}${note}` };
  }
  const hint = taker ? `${taker.name}在办` : '还没有人接单';
  if (replyDueAt !== null) return { kind: 'waiting', dueAt: replyDueAt, hint };
  return { kind: 'open', dueAt: null, hint };
}

export const handoverIdFor = (communityId: string, changesAt: number): string =>
  `${communityId}-handover-${changesAt.toString(36)}`;

export type Change = {
  readonly communityId: string;
  readonly changesAt: number;
  readonly leaving: readonly DutyPerson[];
  readonly coming: readonly DutyPerson[];
};

/** The sheet of a change of hands, some time before it; those leaving are asked to write on it. */
export function openHandover(change: Change, items: readonly HandoverItem[], now: number): Handover {
  const id = handoverIdFor(change.communityId, change.changesAt);
  const { communityId } = change;
  const base = newRecord({ id, communityId, by: SYSTEM_ACTOR, now, status: 'open', move: 'open' });
  const sheet: Handover = {
    ...base,
    ...change,
    status: 'open',
    items,
    notes: [],
    gatheredAt: now,
    signer: null,
    signedAt: null,
    wakeAt: Math.max(change.changesAt, now),
  };
  const words = `${formatWhen(change.changesAt)} 交班，请给 ${items.length} 件事各写一句`;
  return tellEach(sheet, change.leaving, 'write', words, now);
}

/**
 * What the timer does with a sheet: at the change of hands it is made from the records once more and those who come are
 * asked to sign; when nobody has signed in time, the secretary is told.
 */
export function wakeHandover(
  sheet: Handover,
  items: readonly HandoverItem[],
  secretary: DutyPerson | null,
  now: number,
): Handover | null {
  if (sheet.status !== 'open' || sheet.wakeAt === null || sheet.wakeAt > now) return null;
  const isChange = sheet.gatheredAt < sheet.changesAt;
  const relations = ['system'];
  const move = isChange ? 'gather' : 'remind';
  const moved = step(handoverWorkflow, sheet, move, { actor: SYSTEM_ACTOR, relations, now });
  if (!moved.ok) return null;
  if (isChange) {
    const gathered = {
      ...sheet,
      ...moved.value,
      items,
      gatheredAt: now,
      wakeAt: sheet.changesAt + HANDOVER_LIMITS.signWithinMs,
    };
    const words = `该您接班了，有 ${items.length} 件事要接，看过请签字`;
    return tellEach(gathered, sheet.coming, 'sign', words, now);
  }
  const words = `${formatWhen(sheet.changesAt)} 的交接班还没有人签字`;
  const whom = secretary ? [secretary] : [];
  return tellEach({ ...sheet, ...moved.value, wakeAt: null }, whom, 'unsigned', words, now);
}

/** A line to one of the matters, for those who come. A person's later line replaces the earlier one. */
export function noteOnHandover(
  sheet: Handover,
  by: Person,
  { itemId, text }: { readonly itemId: string; readonly text: string },
  now: number,
): Outcome<'ITEM_NOT_FOUND'> {
  if (!sheet.items.some((item) => item.itemId === itemId)) return err('ITEM_NOT_FOUND');
  const moved = step(handoverWorkflow, sheet, 'note', mover(sheet, by, now));
  if (!moved.ok) return moved;
  const others = sheet.notes.filter((note) => note.itemId !== itemId || note.by.personId !== by.personId);
  return ok({ ...sheet, ...moved.value, notes: [...others, { itemId, text, by: actorOf(by), at: now }] });
}

/** Those who come have read it and take over. */
export function signHandover(sheet: Handover, by: Person, now: number): Outcome {
  const moved = step(handoverWorkflow, sheet, 'sign', mover(sheet, by, now));
  if (!moved.ok) return moved;
  return ok({ ...sheet, ...moved.value, signer: actorOf(by), signedAt: now, wakeAt: null });
}

export const isOverdue = (sheet: Handover, now: number): boolean =>
  sheet.status === 'open' && sheet.changesAt + HANDOVER_LIMITS.signWithinMs <= now;

const mover = (sheet: Handover, actor: Person, now: number) => ({
  actor,
  relations: rolesOnHandover(sheet, actor),
  now,
});

const tellEach = (
  sheet: Handover,
  people: readonly DutyPerson[],
  tag: string,
  words: string,
  now: number,
): Handover =>
  people.reduce(
    (told, { personId }) =>
      tell(told, {
        id: `${sheet._id}-${tag}-${personId}`,
        personId,
        kind: 'handover',
        words,
        page: 'handover',
        pageId: sheet._id,
        isLoud: false,
        at: now,
      }),
    sheet,
  );
