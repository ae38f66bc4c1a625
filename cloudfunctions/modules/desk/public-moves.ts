import { err, ok, type Result } from '@domain/kernel/result';
import { isStaff } from '@domain/kernel/roles';
import type * as actions from '@domain/desk/public-question.actions';
import * as rules from '@domain/desk/public-question.rules';
import type { PublicQuestion } from '@domain/desk/public-question.schema';
import { rolesOn } from '@domain/desk/thread.rules';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor, type Caller } from '@cloud/platform/caller';
import type { WordsCheck } from '@cloud/platform/words-check';
import type { DeskRepository } from './desk.repository';
import { pageOfQuestion } from './public-read';
import type { PublicRepository } from './public.repository';

/** A thread is made public by its asker or by staff, once: a second wish finds what the first one made. */
const fromThread =
  (relation: 'asker' | 'staff') =>
  (
    repository: PublicRepository,
    desk: DeskRepository,
  ): Handler<typeof actions.proposePublic | typeof actions.makePublic> =>
  async (caller, { threadId }) => {
    const loaded = await desk.threads.load(caller, threadId);
    if (!loaded.ok || !rolesOn(loaded.value, caller.person).includes(relation))
      return err('PUBLIC_THREAD_NOT_FOUND');
    const made = rules.propose(loaded.value, caller.person, caller.now);
    const stored = await repository.questions.insert(caller, made);
    return stored.ok ? ok(await pageOfQuestion(repository, stored.value, caller.person)) : stored;
  };
export const proposePublic = fromThread('asker');
export const makePublic = fromThread('staff');

async function move<E extends string>(
  repository: PublicRepository,
  caller: Caller,
  questionId: string,
  decide: (question: PublicQuestion) => Result<PublicQuestion, E>,
) {
  const moved = await repository.questions.move(
    caller,
    questionId,
    (question): Result<PublicQuestion, E | 'PUBLIC_NOT_FOUND'> =>
      rules.maySeeQuestion(question, caller.person) ? decide(question) : err('PUBLIC_NOT_FOUND'),
  );
  return moved.ok ? ok(await pageOfQuestion(repository, moved.value, caller.person)) : moved;
}

export const answerPublic =
  (repository: PublicRepository, wordsCheck: WordsCheck): Handler<typeof actions.answerPublic> =>
  async (caller, { questionId, text }) => {
    const verdict = isStaff(caller.person) ? 'passed' : await wordsCheck.check(caller.openid, text);
    if (verdict === 'refused') return err('WORDS_REFUSED');
    const words = { text, isHeld: verdict === 'held' };
    return move(repository, caller, questionId, (question) =>
      rules.answer(question, caller.person, newIdFor(caller, 'answer'), words, caller.now),
    );
  };

/** What staff typed over one version is not published over another. */
export const publishPublic =
  (repository: PublicRepository): Handler<typeof actions.publishPublic> =>
  (caller, { questionId, version, ...words }) =>
    move(
      repository,
      caller,
      questionId,
      (question): ReturnType<typeof rules.publish> | Result<never, 'CONFLICT'> =>
        question.version === version
          ? rules.publish(question, caller.person, newIdFor(caller, 'answer'), words, caller.now)
          : err('CONFLICT'),
    );

const endedBy =
  (decide: typeof rules.decline) =>
  (repository: PublicRepository): Handler<typeof actions.declinePublic | typeof actions.withdrawPublic> =>
  (caller, { questionId, reason }) =>
    move(repository, caller, questionId, (question) => decide(question, caller.person, reason, caller.now));
export const declinePublic = endedBy(rules.decline);
export const withdrawPublic = endedBy(rules.withdrawQuestion);

export const judgeAnswer =
  (repository: PublicRepository): Handler<typeof actions.judgeAnswer> =>
  (caller, { questionId, answerId, judgement }) =>
    move(repository, caller, questionId, (question) =>
      rules.judge(question, caller.person, answerId, judgement, caller.now),
    );
