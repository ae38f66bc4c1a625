import { isTargeted, targetKeys } from '../kernel/audience';
import type { Home, Person } from '../kernel/person';
import { actorOf, becameOf, newRecord, SYSTEM_ACTOR, tiedTo, withEffect, withTrace } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { isStaff } from '../kernel/roles';
import { movesFrom, step, type MoveError } from '../kernel/workflow';
import {
  NOTICE_LIMITS,
  type Answer,
  type AnswerStatus,
  type Notice,
  type NoticeInput,
} from './notice.schema';
import { answerWorkflow, noticeWorkflow } from './notice.workflow';

type Outcome<E extends string = never> = Result<Notice, MoveError | E>;
type TimesError = 'NOTICE_TIMES_WRONG' | 'NOTICE_OVER' | 'NOTICE_FOR_NOBODY';

export const rolesOn = (person: Person): string[] => (isStaff(person) ? ['staff'] : []);

export const noticeMoves = (notice: Notice, person: Person): string[] =>
  movesFrom(noticeWorkflow, notice.status, rolesOn(person));

/** Exactly the people a notice is for see it, once it is published; staff see all of their community's. */
export const maySee = (notice: Notice, person: Person): boolean => {
  if (notice.communityId !== person.communityId) return false;
  if (isStaff(person)) return true;
  const wasPublished = ['published', 'cancelled', 'ended'].includes(notice.status);
  return wasPublished && isTargeted(notice.targetKeys, person.home);
};

/** Whether this person is asked for an answer: it is in force, for their home, and they have a home. */
export const canAnswer = (notice: Notice, person: Person, now: number): boolean =>
  notice.status === 'published' &&
  now < notice.endsAt &&
  person.home !== null &&
  isTargeted(notice.targetKeys, person.home);

const check = (input: NoticeInput, now: number): Result<null, TimesError> => {
  if (input.endsAt <= input.startsAt || input.endsAt - input.startsAt > NOTICE_LIMITS.longest)
    return err('NOTICE_TIMES_WRONG');
  if (input.endsAt <= now) return err('NOTICE_OVER');
  return targetKeys(input.target).length === 0 ? err('NOTICE_FOR_NOBODY') : ok(null);
};

const contentOf = (input: NoticeInput, targetLabel: string) => ({
  ...input,
  targetKeys: targetKeys(input.target),
  targetLabel,
});

/** A draft only staff see; `threadId`: the conversation it comes from. `targetLabel` names the places in words, e.g. `3号楼、5号楼`. */
export function draft(
  staff: Person,
  id: string,
  input: NoticeInput,
  targetLabel: string,
  now: number,
  threadId?: string,
): Result<Notice, TimesError> {
  const checked = check(input, now);
  if (!checked.ok) return checked;
  const base = newRecord({
    id,
    communityId: staff.communityId,
    by: staff,
    now,
    status: 'draft',
    move: 'draft',
  });
  const notice: Notice = {
    ...base,
    ...contentOf(input, targetLabel),
    status: 'draft',
    revision: 0,
    publishedAt: null,
    revisedAt: null,
    cancelReason: null,
  };
  if (threadId === undefined) return ok(notice);
  const to = { area: 'notices', id, title: input.title } as const;
  return ok({ ...becameOf(notice, threadId, to, staff, now), link: { area: 'desk', id: threadId } });
}

/** Staff find that a conversation is about this notice; both carry the link. It keeps the conversation it came from. */
export function tie(notice: Notice, staff: Person, threadId: string, now: number): Outcome {
  if (!isStaff(staff)) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  const traced = withTrace(notice, { move: 'tie', by: staff, now });
  const to = { area: 'notices', id: notice._id, title: notice.title } as const;
  return ok(
    tiedTo({ ...traced, link: notice.link ?? { area: 'desk', id: threadId } }, threadId, to, staff, now),
  );
}

export function edit(
  notice: Notice,
  staff: Person,
  input: NoticeInput,
  targetLabel: string,
  now: number,
): Outcome<TimesError> {
  const checked = check(input, now);
  if (!checked.ok) return checked;
  const moved = step(noticeWorkflow, notice, 'edit', mover(staff, now));
  return moved.ok ? ok({ ...notice, ...moved.value, ...contentOf(input, targetLabel) }) : moved;
}

export function discard(notice: Notice, staff: Person, now: number): Outcome {
  const moved = step(noticeWorkflow, notice, 'discard', mover(staff, now));
  return moved.ok ? ok({ ...notice, ...moved.value }) : moved;
}

export function publish(notice: Notice, staff: Person, now: number): Outcome<TimesError> {
  const checked = check(notice, now);
  if (!checked.ok) return checked;
  const moved = step(noticeWorkflow, notice, 'publish', mover(staff, now));
  return moved.ok ? ok({ ...notice, ...moved.value, revision: 1, publishedAt: now }) : moved;
}

/** An update takes the place of what stood there: the revision counts up and earlier answers no longer count. */
export function revise(
  notice: Notice,
  staff: Person,
  input: NoticeInput,
  targetLabel: string,
  now: number,
): Outcome<TimesError> {
  const checked = check(input, now);
  if (!checked.ok) return checked;
  const moved = step(noticeWorkflow, notice, 'revise', mover(staff, now));
  if (!moved.ok) return moved;
  return ok({
    ...notice,
    ...moved.value,
    ...contentOf(input, targetLabel),
    revision: notice.revision + 1,
    revisedAt: now,
  });
}

export function cancel(notice: Notice, staff: Person, reason: string, now: number): Outcome {
  const moved = step(noticeWorkflow, notice, 'cancel', { ...mover(staff, now), note: reason });
  return moved.ok ? ok({ ...notice, ...moved.value, cancelReason: reason }) : moved;
}

export function end(notice: Notice, now: number): Outcome {
  if (now < notice.endsAt) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const moved = step(noticeWorkflow, notice, 'end', { actor: SYSTEM_ACTOR, relations: ['system'], now });
  return moved.ok ? ok({ ...notice, ...moved.value }) : moved;
}

const mover = (actor: Person, now: number) => ({ actor, relations: rolesOn(actor), now });

/** A person answers for themselves; staff who stood at the door or called answer for a household. */
export const answerIdFor = (noticeId: string, who: { personId: string } | { householdId: string }): string =>
  'personId' in who ? `${noticeId}:${who.personId}` : `${noticeId}:h:${who.householdId}`;

export type NewAnswer = {
  readonly status: AnswerStatus;
  readonly note: string;
  readonly revision: number;
};

export type AnswerError = 'NOTICE_NOT_FOR_YOU' | 'NOTICE_CLOSED' | 'NOTICE_REVISED' | MoveError;

/**
 * The answer of somebody at `home`, new or changed. `before` is what they answered earlier, if anything.
 * "需要帮助" opens a conversation with the desk; its id follows from the answer, so asking twice opens one.
 */
export function answer(
  notice: Notice,
  actor: Person,
  home: Home | null,
  given: NewAnswer,
  before: Answer | null,
  now: number,
): Result<Answer, AnswerError> {
  const isForSomeone = home !== null && home.householdId !== actor.home?.householdId;
  if (isForSomeone && !isStaff(actor)) return err('NOTICE_NOT_FOR_YOU');
  if (!home || !isTargeted(notice.targetKeys, home)) return err('NOTICE_NOT_FOR_YOU');
  if (notice.status !== 'published' || now >= notice.endsAt) return err('NOTICE_CLOSED');
  if (given.revision !== notice.revision) return err('NOTICE_REVISED');
  const relations = [isForSomeone ? 'staff' : 'recipient'];
  const common = {
    noticeId: notice._id,
    revision: notice.revision,
    note: given.note,
    answeredAt: now,
    personId: isForSomeone ? null : actor.personId,
    name: isForSomeone ? '' : actor.name,
    householdId: home.householdId,
    homeLabel: home.label,
    buildingId: home.buildingId,
    recordedBy: isForSomeone ? actorOf(actor) : null,
  };
  if (!before) {
    const id = answerIdFor(notice._id, isForSomeone ? home : actor);
    const base = newRecord({
      id,
      communityId: notice.communityId,
      by: actor,
      now,
      status: given.status,
      move: given.status === 'needsHelp' ? 'askForHelp' : 'acknowledge',
    });
    return ok(withHelpThread({ ...base, ...common, status: given.status }, notice, now));
  }
  const moved = step(answerWorkflow, before, given.status === 'needsHelp' ? 'askForHelp' : 'acknowledge', {
    actor,
    relations,
    now,
  });
  if (!moved.ok) return moved;
  return ok(withHelpThread({ ...before, ...moved.value, ...common }, notice, now));
}

/** Only someone who uses the app can read a conversation, so help recorded at the door stays on the reach list. */
function withHelpThread(given: Answer, notice: Notice, now: number): Answer {
  if (given.status !== 'needsHelp' || given.personId === null) return given;
  return withEffect(given, {
    id: `${given._id}:help:${notice.revision}`,
    effect: 'desk.openForNotice',
    payload: { noticeId: notice._id, title: notice.title, personId: given.personId, note: given.note },
    at: now,
  });
}
