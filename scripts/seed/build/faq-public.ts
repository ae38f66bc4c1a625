import type { Person } from '@domain/kernel/person';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import type { PublicMark, PublicQuestion } from '@domain/desk/public-question.schema';
import * as rules from '@domain/desk/public-question.rules';
import type { Thread } from '@domain/desk/thread.schema';
import { grant } from '@domain/desk/vetting.rules';
import type { PersonRecord } from '@domain/people/people.schema';
import { PROPOSED_PUBLIC, PUBLIC_QUESTIONS, VETTED_NEIGHBOURS, type PublicPlan } from '../data/faq-public';
import { allowed } from '../outcome';
import type { DeskStaff } from './desk-staff';
import { threadAbout } from './faq-teaching';
import type { People } from './people';
import { personOf, type SeedTools } from './tools';

/** The register with those whom staff have vetted. */
export function withVetted(
  records: readonly PersonRecord[],
  { now, personIdOf }: SeedTools,
  staff: DeskStaff,
): PersonRecord[] {
  return records.map((record) => {
    const plan = VETTED_NEIGHBOURS.find(({ openid }) => personIdOf(openid) === record._id);
    if (!plan) return record;
    const at = Math.min(now - MINUTE, Math.max(record.updatedAt + HOUR, now - plan.daysAgo * DAY));
    return allowed(grant(record, staff.named(plan.by), plan.role, plan.note, at), 'vetting a neighbour');
  });
}

type Told = { readonly question: PublicQuestion; readonly marks: readonly PublicMark[] };
type World = {
  readonly now: number;
  readonly staff: DeskStaff;
  readonly people: People;
  readonly threads: readonly Thread[];
  readonly person: (openid: string) => Person;
};

/** Public questions in every state, their answers by neighbours and the desk, and who says "me too" and "thank you". */
export function buildPublicQuestions(
  { now, personIdOf }: SeedTools,
  staff: DeskStaff,
  people: People,
  records: readonly PersonRecord[],
  threads: readonly Thread[],
): { readonly questions: readonly PublicQuestion[]; readonly marks: readonly PublicMark[] } {
  const person = (openid: string): Person => {
    const record = records.find(({ _id }) => _id === personIdOf(openid));
    if (!record) throw new Error(`demo community: ${openid} is not in the register`);
    return personOf(record);
  };
  const world: World = { now, staff, people, threads, person };
  const told = PUBLIC_QUESTIONS.map((plan) => tell(world, plan));
  const waiting = threadAbout(threads, PROPOSED_PUBLIC);
  const proposed = rules.propose(waiting, askerOf(waiting), Math.min(now - MINUTE, waiting.updatedAt + HOUR));
  return {
    questions: [...told.map(({ question }) => question), proposed],
    marks: told.flatMap(({ marks }) => marks),
  };
}

const askerOf = (thread: Thread): Person => ({
  personId: thread.askerId,
  communityId: thread.communityId,
  name: thread.askerName,
  face: thread.askerFace,
  roles: ['resident'],
  home: null,
});

function tell({ now, staff, people, threads, person }: World, plan: PublicPlan): Told {
  const thread = threadAbout(threads, plan.thread);
  const keeper = staff.named('王璐');
  const start = Math.min(now - 2 * HOUR, Math.max(thread.updatedAt, now - plan.hoursAgo * HOUR));
  const stepAt = (step: number) => Math.floor(start + (step * (now - MINUTE - start)) / 12);
  const proposed = rules.propose(thread, askerOf(thread), stepAt(0));
  const words = { question: plan.question, detail: plan.detail, answer: plan.official };
  const id = proposed._id;
  let question = allowed(rules.publish(proposed, keeper, `${id}-official`, words, stepAt(1)), 'publishing');
  const neighbours = people.neighbours.map((neighbour) => neighbour.person);
  const marks: PublicMark[] = markBy(neighbours.slice(10, 10 + plan.followers), 'follow', id, id, stepAt(2));
  plan.answers.forEach(({ openid, text, verdict, thanks }, index) => {
    const answerId = `${id}-answer-${index}`;
    question = allowed(
      rules.answer(question, person(openid), answerId, { text, isHeld: false }, stepAt(3 + index)),
      'answering',
    );
    marks.push(...markBy(neighbours.slice(30, 30 + thanks), 'thank', id, answerId, stepAt(6)));
    if (verdict === 'pending') return;
    const judgement =
      verdict === 'confirmed' ? ({ verdict } as const) : ({ verdict: 'corrected', ...verdict } as const);
    question = allowed(rules.judge(question, keeper, answerId, judgement, stepAt(8 + index)), 'judging');
  });
  return { question: { ...question, followCount: plan.followers }, marks };
}

const markBy = (
  people: readonly Person[],
  kind: PublicMark['kind'],
  questionId: string,
  targetId: string,
  at: number,
): PublicMark[] =>
  people.map(({ personId, communityId }) => ({
    _id: `${kind}:${personId}:${targetId}`,
    communityId,
    kind,
    personId,
    questionId,
    targetId,
    at,
  }));
