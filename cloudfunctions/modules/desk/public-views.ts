import type { Person } from '@domain/kernel/person';
import { isPublicAnswer, maySeeAnswer, publicMoves } from '@domain/desk/public-question.rules';
import type {
  PublicAnswer,
  PublicCard,
  PublicMark,
  PublicPage,
  PublicQuestion,
} from '@domain/desk/public-question.schema';

const isVouched = ({ verdict }: PublicAnswer): boolean => verdict === 'confirmed' || verdict === 'corrected';

export const toPublicCard = (question: PublicQuestion, person: Person): PublicCard => ({
  questionId: question._id,
  status: question.status,
  question: question.question,
  answerCount: question.answers.filter(isPublicAnswer).length,
  hasConfirmed: question.answers.some(isVouched),
  pendingCount: question.pendingCount,
  followCount: question.followCount,
  isMine: question.askerId === person.personId,
  updatedAt: question.updatedAt,
});

/** Vouched answers first, each group in the order in which it was written: thanks never move anybody up. */
const inOrder = (a: PublicAnswer, b: PublicAnswer): number =>
  Number(isVouched(b)) - Number(isVouched(a)) || a.at - b.at;

export function toPublicPage(
  question: PublicQuestion,
  person: Person,
  marks: readonly PublicMark[],
): PublicPage {
  const thanks = marks.filter(({ kind }) => kind === 'thank');
  const own = marks.filter(({ personId }) => personId === person.personId);
  const moves = publicMoves(question, person);
  return {
    card: toPublicCard(question, person),
    detail: question.detail,
    answers: [...question.answers]
      .filter((answer) => maySeeAnswer(answer, person))
      .sort(inOrder)
      .map((answer) => ({
        answerId: answer.answerId,
        name: answer.by.name,
        face: answer.face,
        capacity: answer.capacity,
        text: answer.text,
        at: answer.at,
        verdict: answer.verdict,
        judgedBy: answer.judgedBy?.name ?? null,
        correction: answer.correction,
        isHeld: isPublicAnswer(answer) ? undefined : answer.isHeld,
        thankCount: thanks.filter(({ targetId }) => targetId === answer.answerId).length,
        hasThanked: own.some(({ kind, targetId }) => kind === 'thank' && targetId === answer.answerId),
        isMine: answer.by.personId === person.personId,
      })),
    isFollowing: own.some(({ kind }) => kind === 'follow'),
    canAnswer: moves.includes('answer'),
    moves,
    version: question.version,
  };
}
