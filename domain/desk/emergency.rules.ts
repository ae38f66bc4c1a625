import type { Person } from '../kernel/person';
import { appendHistory, SYSTEM_ACTOR, withEffect } from '../kernel/record';
import { MINUTE } from '../kernel/time';
import type { Telling } from './duty-alert';
import type { DutyPerson } from './duty.schema';
import { EMERGENCIES, emergencyIn, type ExtraWord } from './emergency';
import type { Company } from './escalation.rules';
import { withWake } from './thread-clock';
import { withSystemLine } from './thread-messages';
import type { Thread } from './thread.schema';

/**
 * What a resident wrote speaks of danger: the thread stands before all others, and the relay alarms the desk right after
 * the words are stored. Words without danger leave it as it is. `extra` are the community's own words, where they were
 * read for this message; otherwise those count that the thread took along when it was asked.
 */
export function raised(
  thread: Thread,
  asker: Person,
  words: string,
  extra: readonly ExtraWord[],
  now: number,
): Thread {
  const known = extra.length > 0 ? extra : (thread.dangerWords ?? []);
  const kept = extra.length > 0 ? { ...thread, dangerWords: extra } : thread;
  const kind = thread.askerId === asker.personId ? emergencyIn(words, known) : null;
  if (kind === null || thread.isUrgent) return kept;
  const { call, zh } = EMERGENCIES[kind];
  const first = call === null ? '请先到室外，拨打燃气抢修电话或 119' : `请先拨打 ${call}`;
  const lined = withSystemLine(kept, `${zh}：${first}。已同时提醒全部值班人员和书记`, now);
  return withEffect(
    { ...lined, isUrgent: true },
    { id: `${thread._id}-alarm`, effect: 'desk.alarm', payload: { threadId: thread._id }, at: now },
  );
}

export type Alarm = { readonly thread: Thread; readonly tellings: readonly Telling[] };

/** Everybody on duty and the secretary are told at once, loudly; the next pair two minutes later, if nobody answers. */
export function alarm(thread: Thread, company: Company, now: number): Alarm {
  const all = [...company.onDuty, ...(company.secretary ? [company.secretary] : [])];
  const everyone = all.filter(
    ({ personId }, index) => all.findIndex((other) => other.personId === personId) === index,
  );
  const owedSince = thread.ladder?.owedSince ?? now;
  const alarmed: Thread = {
    ...thread,
    version: thread.version + 1,
    updatedAt: now,
    history: appendHistory(thread.history, {
      move: 'alarm',
      from: thread.status,
      to: thread.status,
      by: SYSTEM_ACTOR,
      at: now,
      note: `立即提醒${everyone.map(({ name }) => name).join('、')}`,
    }),
    ladder:
      thread.replyDueAt === null
        ? null
        : {
            owedSince,
            rung: 2,
            told: everyone.map(({ personId }) => personId),
            nextAt: owedSince + 2 * MINUTE,
          },
  };
  return { thread: withWake(alarmed), tellings: everyone.map((person) => tellingOf(thread, person, now)) };
}

const tellingOf = (thread: Thread, { personId }: DutyPerson, now: number): Telling & { id: string } => ({
  id: `${thread._id}-alarm-${personId}`,
  personId,
  kind: 'urgent',
  words: `紧急：${thread.title}`,
  page: 'thread',
  pageId: thread._id,
  isLoud: true,
  at: now,
});
