import type { Person } from '../kernel/person';
import { actorOf, newRecord } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { hasRole, isStaff, VETTED } from '../kernel/roles';
import { movesFrom, step, type MoveError } from '../kernel/workflow';
import { maskPersonal, tellsPersonal } from './faq-mask';
import {
  PUBLIC_LIMITS,
  type Capacity,
  type PublicAnswer,
  type PublicQuestion,
} from './public-question.schema';
import { publicQuestionWorkflow } from './public-question.workflow';
import { moreSearchKeys } from './thread-search';
import type { Thread } from './thread.schema';

type Outcome<E extends string = never> = Result<PublicQuestion, MoveError | E>;

export function rolesOn(question: Pick<PublicQuestion, 'askerId'>, person: Person): string[] {
  return [
    ...(isStaff(person) ? ['staff'] : []),
    ...(hasRole(person, VETTED) ? ['vetted'] : []),
    ...(question.askerId === person.personId ? ['asker'] : []),
  ];
}

export const publicMoves = (question: PublicQuestion, person: Person): string[] =>
  movesFrom(publicQuestionWorkflow, question.status, rolesOn(question, person));

/** Everyone sees what is open; what staff have not read yet, only they and its asker. */
export const maySeeQuestion = (question: PublicQuestion, person: Person): boolean =>
  question.communityId === person.communityId &&
  (question.status === 'open' || isStaff(person) || question.askerId === person.personId);

/** One thread, one public question: its id follows from the thread's. */
export const publicIdOf = (threadId: string): string => `public-${threadId}`;

const cut = (words: string, max: number): string => [...words].slice(0, max).join('');

/** The anonymised beginning of a public question, made of what its asker said. Staff read it before anybody else. */
export function propose(thread: Thread, by: Person, now: number): PublicQuestion {
  const names = [...new Set([thread.askerName, ...thread.tail.map(({ name }) => name)])];
  const said = thread.tail
    .filter(({ side, text }) => side === 'asker' && text !== '')
    .map(({ text }) => text);
  const plain = (words: string) => maskPersonal(words, names).text;
  const id = publicIdOf(thread._id);
  const { communityId } = thread;
  const base = newRecord({ id, communityId, by, now, status: 'proposed', move: 'propose' });
  const question = cut(plain(thread.title), PUBLIC_LIMITS.questionMax);
  const detail = cut(plain(said.join('\n')), PUBLIC_LIMITS.detailMax);
  return {
    ...base,
    status: 'proposed',
    threadId: thread._id,
    askerId: thread.askerId,
    question,
    detail: detail === question ? '' : detail,
    answers: [],
    pendingCount: 0,
    followCount: 0,
    searchKeys: moreSearchKeys([], question),
  };
}

/** What the desk said in a thread, anonymised: what staff start an official answer from. */
export const officialDraft = (thread: Thread): string => {
  const names = [...new Set([thread.askerName, ...thread.tail.map(({ name }) => name)])];
  const said = thread.tail.filter(({ side, text }) => side === 'desk' && text !== '').map(({ text }) => text);
  return cut(maskPersonal(said.join('\n'), names).text, PUBLIC_LIMITS.answerMax);
};

const mover = (question: PublicQuestion, by: Person, now: number, note?: string) => ({
  actor: by,
  relations: rolesOn(question, by),
  now,
  note,
});

type Words = { readonly question: string; readonly detail: string; readonly answer: string };

/** Staff make it public in their own words, with the desk's answer if there is one. */
export function publish(
  question: PublicQuestion,
  by: Person,
  answerId: string,
  words: Words,
  now: number,
): Outcome<'PUBLIC_TELLS_PERSONAL'> {
  const moved = step(publicQuestionWorkflow, question, 'publish', mover(question, by, now));
  if (!moved.ok) return moved;
  if (tellsPersonal(`${words.question}\n${words.detail}\n${words.answer}`))
    return err('PUBLIC_TELLS_PERSONAL');
  const answers =
    words.answer === ''
      ? []
      : [{ ...answerFrom(by, answerId, words.answer, now), capacity: 'staff' } as const];
  return ok({
    ...question,
    ...moved.value,
    question: words.question,
    detail: words.detail,
    answers,
    searchKeys: moreSearchKeys([], `${words.question} ${words.detail}`),
  });
}

const capacityOf = (person: Person): Capacity => {
  if (isStaff(person)) return 'staff';
  return person.roles.includes('policyExpert') ? 'policyExpert' : 'microTeam';
};

/** Staff stand for what they say; a neighbour's words wait for staff, and say so. */
function answerFrom(by: Person, answerId: string, text: string, at: number, isHeld = false): PublicAnswer {
  const capacity = capacityOf(by);
  const verdict = capacity === 'staff' ? 'confirmed' : 'pending';
  return {
    answerId,
    by: actorOf(by),
    face: by.face,
    capacity,
    text,
    at,
    verdict,
    judgedBy: capacity === 'staff' ? actorOf(by) : null,
    correction: '',
    ...(isHeld && verdict === 'pending' ? { isHeld } : {}),
  };
}

/** Passed by the platform or by staff, and not taken away. */
export const isPublicAnswer = ({ verdict, isHeld }: PublicAnswer): boolean =>
  verdict !== 'hidden' && !(verdict === 'pending' && isHeld === true);

/** Whether this person may read an answer: staff all of them, its writer also while it is held. */
export const maySeeAnswer = (answer: PublicAnswer, person: Person): boolean =>
  isStaff(person) ||
  isPublicAnswer(answer) ||
  (answer.verdict !== 'hidden' && answer.by.personId === person.personId);

const withAnswers = (question: PublicQuestion, answers: readonly PublicAnswer[]): PublicQuestion => ({
  ...question,
  answers,
  pendingCount: answers.filter(({ verdict }) => verdict === 'pending').length,
});

/** Something the community stands for was added: whoever follows is told. A neighbour's word waits for staff. */
const withNews = (question: PublicQuestion, now: number): PublicQuestion => ({
  ...question,
  tellFollowers: { at: now, after: '' },
});

export function answer(
  question: PublicQuestion,
  by: Person,
  answerId: string,
  { text, isHeld }: { readonly text: string; readonly isHeld: boolean },
  now: number,
): Outcome<'PUBLIC_TELLS_PERSONAL' | 'PUBLIC_ANSWERS_FULL'> {
  const moved = step(publicQuestionWorkflow, question, 'answer', mover(question, by, now));
  if (!moved.ok) return moved;
  if (tellsPersonal(text)) return err('PUBLIC_TELLS_PERSONAL');
  if (question.answers.length >= PUBLIC_LIMITS.answersMax) return err('PUBLIC_ANSWERS_FULL');
  const answers = [...question.answers, answerFrom(by, answerId, text, now, isHeld)];
  const answered = withAnswers({ ...question, ...moved.value }, answers);
  return ok(isStaff(by) ? withNews(answered, now) : answered);
}

export type Judgement =
  | { readonly verdict: 'confirmed' | 'hidden' }
  | { readonly verdict: 'corrected'; readonly correction: string };

/** Staff confirm what a neighbour wrote, set it right, or take it away. */
export function judge(
  question: PublicQuestion,
  by: Person,
  answerId: string,
  judgement: Judgement,
  now: number,
): Outcome<'PUBLIC_ANSWER_NOT_FOUND' | 'PUBLIC_TELLS_PERSONAL'> {
  const standing = question.answers.find((one) => one.answerId === answerId);
  if (!standing) return err('PUBLIC_ANSWER_NOT_FOUND');
  const moved = step(publicQuestionWorkflow, question, 'judge', mover(question, by, now, judgement.verdict));
  if (!moved.ok) return moved;
  const correction = judgement.verdict === 'corrected' ? judgement.correction : '';
  if (tellsPersonal(correction)) return err('PUBLIC_TELLS_PERSONAL');
  const judged = { ...standing, verdict: judgement.verdict, correction, judgedBy: actorOf(by) };
  const answers = question.answers.map((one) => (one.answerId === answerId ? judged : one));
  const settled = withAnswers({ ...question, ...moved.value }, answers);
  return ok(judgement.verdict === 'hidden' ? settled : withNews(settled, now));
}

const ended =
  (move: 'decline' | 'withdraw') =>
  (question: PublicQuestion, by: Person, reason: string, now: number): Outcome => {
    const moved = step(publicQuestionWorkflow, question, move, mover(question, by, now, reason));
    return moved.ok ? ok({ ...question, ...moved.value }) : moved;
  };
export const decline = ended('decline');
export const withdrawQuestion = ended('withdraw');
