import { isTargeted } from '@domain/kernel/audience';
import type { Person } from '@domain/kernel/person';
import { HOUR, startOfDay } from '@domain/kernel/time';
import * as rules from '@domain/notices/notice.rules';
import type { Answer, AnswerStatus, Notice } from '@domain/notices/notice.schema';
import type { NoticePlan } from '../data/notice-plans';
import type { Dice } from '../dice';
import { allowed } from '../outcome';
import type { People } from './people';

/** Somebody answered "需要帮助": the conversation that the desk opens for it. */
export type HelpCall = {
  readonly threadId: string;
  readonly messageId: string;
  readonly asker: Person;
  readonly words: string;
  readonly noticeId: string;
  readonly at: number;
};

type Issue = {
  readonly first: Notice;
  readonly current: Notice;
  readonly revisedAt: number | null;
  /** Nobody answers after this instant. */
  readonly closesAt: number;
};

/** How many of a hundred who had answered an updated notice answer it again. */
const ANSWER_AGAIN = 45;

/**
 * Neighbours answer on their phones. The cast does not: whoever tries the demo answers for them. After an update only
 * some have answered again, so that staff see who is not reached yet.
 */
export function answersByPhone(
  plan: NoticePlan,
  issue: Issue,
  people: People,
  dice: Dice,
): { answers: Answer[]; helpCalls: HelpCall[] } {
  const { first, current, revisedAt, closesAt } = issue;
  const publishedAt = first.publishedAt ?? first.createdAt;
  const asked = people.neighbours
    .filter(({ part, boundAt }) => part !== 'cast' && boundAt < publishedAt)
    .filter(({ person }) => isTargeted(current.targetKeys, person.home))
    .map(({ person }) => person);
  const { percent, helpNotes } = plan.answers;
  const answerers = dice.shuffle(asked).slice(0, Math.round((asked.length * percent) / 100));
  const late = (): number => dice.between(revisedAt ?? publishedAt, closesAt);

  const inNeed = answerers.slice(0, helpNotes.length).map((person, index) => {
    const note = helpNotes[index] ?? '';
    return calledForHelp(answer(current, person, 'needsHelp', note, null, late()), person, current);
  });
  const informed = answerers.slice(helpNotes.length).map((person) => {
    const early = answer(
      first,
      person,
      'acknowledged',
      '',
      null,
      dice.between(publishedAt, revisedAt ?? closesAt),
    );
    if (revisedAt === null || dice.between(1, 100) > ANSWER_AGAIN) return early;
    return answer(current, person, 'acknowledged', '', early, late());
  });
  return {
    answers: [...inNeed.map(({ given }) => given), ...informed],
    helpCalls: inNeed.map(({ call }) => call),
  };
}

/** Staff tell homes where nobody uses the app, and note what was said at the door. */
export function answersAtDoor(
  plan: NoticePlan,
  { current, revisedAt, closesAt }: Issue,
  staff: Person,
  people: People,
  dice: Dice,
): Answer[] {
  const { atDoor, doorHelp } = plan.answers;
  const homes = people.homesWithoutApp
    .filter((home) => isTargeted(current.targetKeys, home))
    .slice(0, atDoor);
  return homes.map((home, index) => {
    const note = index === 0 ? (doorHelp ?? '') : '';
    const given = { status: statusFor(note), note, revision: current.revision };
    const at = visitBetween(dice, revisedAt ?? current.publishedAt ?? current.createdAt, closesAt);
    return allowed(rules.answer(current, staff, home, given, null, at), `${plan.id} at ${home.label}`);
  });
}

/** Nobody knocks at night, unless the night is all the time there is. */
function visitBetween(dice: Dice, from: number, until: number): number {
  const tries = Array.from({ length: 20 }, () => dice.between(from, until));
  const isDaytime = (at: number): boolean =>
    at - startOfDay(at) > 8 * HOUR && at - startOfDay(at) < 20 * HOUR;
  return tries.find(isDaytime) ?? until;
}

const statusFor = (note: string): AnswerStatus => (note === '' ? 'acknowledged' : 'needsHelp');

function answer(
  notice: Notice,
  person: Person,
  status: AnswerStatus,
  note: string,
  before: Answer | null,
  at: number,
): Answer {
  const given = { status, note, revision: notice.revision };
  return allowed(rules.answer(notice, person, person.home, given, before, at), `answering ${notice._id}`);
}

/** What the relay does with such an answer: the conversation is opened and nothing is left to carry out. */
function calledForHelp(pending: Answer, asker: Person, notice: Notice): { given: Answer; call: HelpCall } {
  const [entry] = pending.outbox;
  if (!entry) throw new Error(`demo community: the call for help of ${asker.name} has no consequence`);
  const slug = entry.id.replaceAll(':', '-');
  return {
    given: { ...pending, outbox: [], outboxDueAt: null },
    call: {
      threadId: `help-${slug}`,
      messageId: `message-${slug}`,
      asker,
      words: `【需要帮助】${notice.title}：${pending.note}`,
      noticeId: notice._id,
      at: entry.at,
    },
  };
}
