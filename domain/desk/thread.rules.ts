import type { Person } from '../kernel/person';
import type { Link } from '../kernel/link';
import { newRecord, SYSTEM_ACTOR } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { isStaff } from '../kernel/roles';
import { MINUTE } from '../kernel/time';
import { movesFrom, step, type MoveError } from '../kernel/workflow';
import { REPLY_NOTICE } from './reply-notice';
import { owing, settled, withWake } from './thread-clock';
import { messageFrom, soughtWords, withMessage, withSystemLine, wordsOf } from './thread-messages';
import { firstSearchKeys } from './thread-search';
import { THREAD_LIMITS, type MessageParts, type Taker, type Thread } from './thread.schema';
import { threadWorkflow } from './thread.workflow';
import { topicIn } from './topic-guess';

type Outcome<E extends string = never> = Result<Thread, MoveError | E>;

/** The relations a person has to a thread. Nobody takes their own question. */
export function rolesOn(thread: Thread, person: Person): string[] {
  const isAsker = thread.askerId === person.personId;
  return [
    ...(isAsker ? ['asker'] : []),
    ...(isStaff(person) && !isAsker ? ['staff'] : []),
    ...(thread.taker?.personId === person.personId ? ['taker'] : []),
  ];
}

/** Who may read a thread: its asker and the desk of its community. */
export const maySee = (thread: Thread, person: Person): boolean =>
  thread.communityId === person.communityId && rolesOn(thread, person).length > 0;

export const threadMoves = (thread: Thread, person: Person): string[] =>
  movesFrom(threadWorkflow, thread.status, rolesOn(thread, person)).filter(
    (move) => (move !== 'pause' || !thread.pause) && (move !== 'resume' || Boolean(thread.pause)),
  );

/** Words are taken until the matter has ended; an asker's words after "resolved" reopen it. */
export const canWrite = (thread: Thread, person: Person): boolean => {
  const relations = rolesOn(thread, person);
  if (relations.includes('asker')) return ['waiting', 'taken', 'resolved'].includes(thread.status);
  return relations.includes('staff') && ['waiting', 'taken'].includes(thread.status);
};

export type Ask = {
  readonly id: string;
  readonly messageId: string;
  readonly message: MessageParts;
  readonly faqShown: readonly string[];
  readonly replyWithinMinutes: number;
  readonly link: Link | null;
};

/** A question reaches the desk; the clock of the first reply starts. */
export function ask(asker: Person, question: Ask, now: number): Thread {
  const words = question.message.text ?? '';
  const first = messageFrom(asker, 'asker', question.messageId, question.message, 1, now);
  const base = newRecord({
    id: question.id,
    communityId: asker.communityId,
    by: asker,
    now,
    status: 'waiting',
    move: 'ask',
  });
  const who = {
    askerId: asker.personId,
    askerName: asker.name,
    askerFace: asker.face,
    askerHomeLabel: asker.home?.label ?? null,
  };
  const { home } = asker;
  return withWake({
    ...base,
    ...who,
    status: 'waiting',
    taker: null,
    searchKeys: firstSearchKeys({ ...base, ...who }, soughtWords(question.message)),
    topic: topicIn(words),
    ...(home ? { buildingId: home.buildingId, gridId: home.gridId } : {}),
    title: [...wordsOf(first)].slice(0, THREAD_LIMITS.titleMax).join(''),
    link: question.link,
    askedAt: now,
    replyWithinMinutes: question.replyWithinMinutes,
    replyDueAt: now + question.replyWithinMinutes * MINUTE,
    firstRepliedAt: null,
    messageCount: 1,
    filedChunkCount: 0,
    tail: [first],
    askerReadSeq: 1,
    faqShown: question.faqShown,
    ladder: { owedSince: now, rung: 0, told: [], nextAt: now },
  });
}

/** The asker adds something. On a resolved thread this reopens it: whoever is on duty now sees it as waiting. */
export function say(
  thread: Thread,
  asker: Person,
  messageId: string,
  message: MessageParts,
  now: number,
): Outcome<'THREAD_CLOSED' | 'THREAD_MERGED'> {
  if (!rolesOn(thread, asker).includes('asker')) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if (!canWrite(thread, asker)) return err(thread.status === 'merged' ? 'THREAD_MERGED' : 'THREAD_CLOSED');
  if (thread.status === 'resolved') {
    const reopened = reopen(thread, asker, now);
    if (!reopened.ok) return reopened;
    return ok(
      withMessage({ ...reopened.value, version: thread.version }, asker, 'asker', messageId, message, now),
    );
  }
  return ok(withMessage(owing(thread, now), asker, 'asker', messageId, message, now));
}

/** The desk answers. Answering a waiting thread takes it. */
export function reply(
  thread: Thread,
  staff: Person,
  messageId: string,
  message: MessageParts,
  now: number,
): Outcome<'THREAD_CLOSED' | 'THREAD_MERGED'> {
  if (!rolesOn(thread, staff).includes('staff')) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if (!canWrite(thread, staff)) return err(thread.status === 'merged' ? 'THREAD_MERGED' : 'THREAD_CLOSED');
  const taken = thread.status === 'waiting' ? take(thread, staff, now) : ok(thread);
  if (!taken.ok) return taken;
  const answered: Thread = {
    ...settled(taken.value),
    version: thread.version,
    firstRepliedAt: thread.firstRepliedAt ?? now,
    tellAskerAt: now + REPLY_NOTICE.afterMs,
  };
  return ok(withMessage(answered, staff, 'desk', messageId, message, now));
}

export function take(thread: Thread, staff: Person, now: number): Outcome {
  const moved = step(threadWorkflow, thread, 'take', mover(thread, staff, now));
  if (!moved.ok) return moved;
  return ok(
    withSystemLine({ ...thread, ...moved.value, taker: takerFrom(staff) }, `${staff.name}已接单`, now),
  );
}

export function takeOver(thread: Thread, staff: Person, now: number): Outcome<'ALREADY_YOURS'> {
  if (thread.taker?.personId === staff.personId) return err('ALREADY_YOURS');
  const moved = step(threadWorkflow, thread, 'takeOver', mover(thread, staff, now));
  if (!moved.ok) return moved;
  return ok(
    withSystemLine({ ...thread, ...moved.value, taker: takerFrom(staff) }, `已转由${staff.name}处理`, now),
  );
}

export function handBack(thread: Thread, staff: Person, reason: string, now: number): Outcome {
  const moved = step(threadWorkflow, thread, 'handBack', { ...mover(thread, staff, now), note: reason });
  if (!moved.ok) return moved;
  const waiting: Thread = { ...thread, ...moved.value, taker: null };
  return ok(withSystemLine(owing(waiting, now), '已退回，等待其他值班人员接单', now));
}

export function resolve(thread: Thread, staff: Person, now: number): Outcome {
  if (!thread.taker) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const moved = step(threadWorkflow, thread, 'resolve', mover(thread, staff, now));
  if (!moved.ok) return moved;
  const resolved = settled<Thread>({
    ...thread,
    ...moved.value,
    taker: thread.taker,
    resolvedAt: now,
    pause: null,
  });
  return ok(withSystemLine(resolved, `${staff.name}已办结，请您确认是否解决`, now));
}

export function confirm(thread: Thread, asker: Person, now: number): Outcome {
  if (thread.status !== 'resolved') return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const moved = step(threadWorkflow, thread, 'confirm', mover(thread, asker, now));
  if (!moved.ok) return moved;
  return ok(withSystemLine({ ...thread, ...moved.value }, '居民确认已解决，谢谢您的耐心', now));
}

export function reopen(thread: Thread, asker: Person, now: number): Outcome {
  const moved = step(threadWorkflow, thread, 'reopen', mover(thread, asker, now));
  if (!moved.ok) return moved;
  const { resolvedAt: _resolvedAt, ...rest } = { resolvedAt: 0, ...thread };
  const waiting: Thread = { ...rest, ...moved.value, taker: null };
  return ok(withSystemLine(owing(waiting, now), '居民反映还没解决，已重新提交给值班人员', now));
}

export function withdraw(thread: Thread, asker: Person, now: number): Outcome {
  const moved = step(threadWorkflow, thread, 'withdraw', mover(thread, asker, now));
  if (!moved.ok) return moved;
  const withdrawn = settled<Thread>({ ...thread, ...moved.value, taker: null });
  return ok(withSystemLine(withdrawn, '居民已撤回', now));
}

/** Nobody confirmed in time: the matter ends, and it does not count as confirmed. */
export function lapse(thread: Thread, now: number): Outcome {
  if (thread.status !== 'resolved' || thread.resolvedAt + THREAD_LIMITS.confirmWithin > now) {
    return err('MOVE_NOT_ALLOWED_FROM_STATE');
  }
  const moved = step(threadWorkflow, thread, 'lapse', { actor: SYSTEM_ACTOR, relations: ['system'], now });
  if (!moved.ok) return moved;
  return ok(withSystemLine({ ...thread, ...moved.value }, '超过7天未确认，会话已自动结束', now));
}

const mover = (thread: Thread, actor: Person, now: number) => ({
  actor,
  relations: rolesOn(thread, actor),
  now,
});

const takerFrom = (staff: Person): Taker => ({
  personId: staff.personId,
  name: staff.name,
  face: staff.face,
});
