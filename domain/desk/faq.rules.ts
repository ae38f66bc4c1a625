import type { Person } from '../kernel/person';
import { actorOf, newRecord, SYSTEM_ACTOR, withEffect, type Actor } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { isStaff } from '../kernel/roles';
import { dateOn } from '../kernel/time';
import { movesFrom, step, type MoveError } from '../kernel/workflow';
import { tellsPersonal } from './faq-mask';
import type { FaqDraftInput, FaqInput } from './faq-keeping.schema';
import { FAQ_LIMITS, type FaqEntry, type FaqOrigin } from './faq.schema';
import { faqHelpWorkflow, faqWorkflow } from './faq.workflow';
import type { FaqHelp } from './faq-help.schema';
import { moreSearchKeys } from './thread-search';

type Outcome<E extends string = never> = Result<FaqEntry, MoveError | E>;

const rolesOn = (person: Person): string[] => (isStaff(person) ? ['staff'] : []);
export const faqMoves = (entry: FaqEntry, person: Person): string[] =>
  movesFrom(faqWorkflow, entry.status, rolesOn(person));

/** What the staff's search finds an entry by. */
export const faqSearchKeys = (question: string, keywords: readonly string[]): readonly string[] =>
  moreSearchKeys([], [question, ...keywords].join(' '));

type Written = Omit<FaqDraftInput, 'ownerId'>;
const worded = ({ question, answer, keywords, source, reviewOn }: Written) => ({
  question,
  answer,
  keywords,
  source,
  reviewOn,
  searchKeys: faqSearchKeys(question, keywords),
});

/** Somebody on the staff begins an entry, by themselves or out of a thread. */
export function draft(
  by: Person,
  owner: Actor,
  id: string,
  input: Written,
  origin: FaqOrigin,
  now: number,
): FaqEntry {
  const base = newRecord({ id, communityId: by.communityId, by, now, status: 'draft', move: 'draft' });
  const drafted: FaqEntry = {
    ...base,
    status: 'draft',
    ...worded(input),
    owner: actorOf(owner),
    origin,
    ...UNCOUNTED,
  };
  if (origin.kind !== 'thread') return drafted;
  const { threadId } = origin;
  return withEffect(drafted, {
    id: `${id}-made-of-${threadId}`,
    effect: 'faq.linkThread',
    payload: { threadId, faqId: id },
    at: now,
  });
}

const UNCOUNTED = { helpedCount: 0, helpedBefore: 0, askedCount: 0, askedIn: [] } as const;

export type Unanswered = {
  readonly id: string;
  readonly communityId: string;
  readonly threadId: string;
  readonly question: string;
};

/** A question that no entry answered becomes a draft by itself, counted from one. */
export function draftFromQuestion(asked: Unanswered, owner: Actor, now: number): FaqEntry {
  const { id, communityId, threadId } = asked;
  const question = [...asked.question].slice(0, FAQ_LIMITS.questionMax).join('');
  const base = newRecord({ id, communityId, by: SYSTEM_ACTOR, now, status: 'draft', move: 'draft' });
  return {
    ...base,
    status: 'draft',
    ...worded({ question, answer: '', keywords: [], source: '', reviewOn: '' }),
    owner,
    origin: { kind: 'asked', threadId },
    ...UNCOUNTED,
    askedCount: 1,
    askedIn: [threadId],
  };
}

const mover = (by: Person, now: number, note?: string) => ({ actor: by, relations: rolesOn(by), now, note });

export function revise(entry: FaqEntry, by: Person, owner: Actor, input: Written, now: number): Outcome {
  const moved = step(faqWorkflow, entry, 'revise', mover(by, now));
  return moved.ok ? ok({ ...entry, ...moved.value, ...worded(input), owner: actorOf(owner) }) : moved;
}

type Published = Omit<FaqInput, 'ownerId'>;
type Refusal = 'FAQ_TELLS_PERSONAL' | 'FAQ_REVIEW_PAST';

/** What everyone will read must tell nobody's number or door, and be due for checking some day. */
function fault(input: Published, now: number): Refusal | null {
  if (tellsPersonal(`${input.question}\n${input.answer}`)) return 'FAQ_TELLS_PERSONAL';
  return input.reviewOn <= dateOn(now) ? 'FAQ_REVIEW_PAST' : null;
}

const published =
  (move: 'publish' | 'change') =>
  (entry: FaqEntry, by: Person, owner: Actor, input: Published, now: number): Outcome<Refusal> => {
    const moved = step(faqWorkflow, entry, move, mover(by, now));
    if (!moved.ok) return moved;
    const wrong = fault(input, now);
    return wrong ? err(wrong) : ok({ ...entry, ...moved.value, ...worded(input), owner: actorOf(owner) });
  };
export const publish = published('publish');
export const change = published('change');

/** "Still true today"; the next check is on a date to come. */
export function check(
  entry: FaqEntry,
  by: Person,
  reviewOn: string,
  now: number,
): Outcome<'FAQ_REVIEW_PAST'> {
  const moved = step(faqWorkflow, entry, 'check', mover(by, now, `下次核对 ${reviewOn}`));
  if (!moved.ok) return moved;
  return reviewOn <= dateOn(now) ? err('FAQ_REVIEW_PAST') : ok({ ...entry, ...moved.value, reviewOn });
}

export function retire(entry: FaqEntry, by: Person, reason: string, now: number): Outcome {
  const moved = step(faqWorkflow, entry, 'retire', mover(by, now, reason));
  return moved.ok ? ok({ ...entry, ...moved.value }) : moved;
}

export function restore(entry: FaqEntry, by: Person, now: number): Outcome {
  const moved = step(faqWorkflow, entry, 'restore', mover(by, now));
  return moved.ok ? ok({ ...entry, ...moved.value }) : moved;
}

/** One person, one answer, one day: a second tap, or a retry, is the same record. */
export const helpIdOf = (personId: string, subjectId: string, day: string): string =>
  `help-${personId}-${subjectId}-${day}`;

/** An answer did it, and nothing was sent. `subjectId` is an entry or a public question. */
export function help(by: Person, subject: Pick<FaqHelp, 'subjectId' | 'source'>, now: number): FaqHelp {
  const day = dateOn(now);
  const id = helpIdOf(by.personId, subject.subjectId, day);
  const base = newRecord({ id, communityId: by.communityId, by, now, status: 'solved', move: 'solve' });
  const record: FaqHelp = { ...base, status: 'solved', personId: by.personId, day, ...subject };
  const payload = { subjectId: subject.subjectId, source: subject.source };
  return withEffect(record, { id: `${id}:count`, effect: 'desk.countHelp', payload, at: now });
}

/** The same person asked the desk after having been shown this answer: it did not help after all. */
export function voidHelp(record: FaqHelp, now: number): Result<FaqHelp, MoveError> {
  const mover = { actor: SYSTEM_ACTOR, relations: ['system'], now };
  const moved = step(faqHelpWorkflow, record, 'askAfterAll', mover);
  return moved.ok ? ok({ ...record, ...moved.value }) : moved;
}
