import { err, ok, type Result } from '@domain/kernel/result';
import type { Person } from '@domain/kernel/person';
import type { listPublicLeads as listLeads } from '@domain/desk/faq.actions';
import type * as actions from '@domain/desk/public-question.actions';
import { help } from '@domain/desk/faq.rules';
import { isPublicAnswer, maySeeQuestion, officialDraft } from '@domain/desk/public-question.rules';
import type { PublicMark, PublicQuestion } from '@domain/desk/public-question.schema';
import { searchKeysFor } from '@domain/desk/thread-search';
import type { Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import { decodeCursor, pageFrom } from '@cloud/platform/paging';
import type { DeskRepository } from './desk.repository';
import type { FaqRepository } from './faq.repository';
import { toPublicCard, toPublicPage } from './public-views';
import type { PublicRepository } from './public.repository';

const LIST_SIZE = 20;

/** A public question the caller may see; any other does not exist. */
export async function loadSeen(
  repository: PublicRepository,
  caller: Caller,
  questionId: string,
): Promise<Result<PublicQuestion, 'PUBLIC_NOT_FOUND'>> {
  const loaded = await repository.questions.load(caller, questionId);
  if (!loaded.ok || !maySeeQuestion(loaded.value, caller.person)) return err('PUBLIC_NOT_FOUND');
  return loaded;
}

export const pageOfQuestion = async (
  repository: PublicRepository,
  question: PublicQuestion,
  person: Person,
) => toPublicPage(question, person, await repository.marksOf(question._id));

export const listPublic =
  (repository: PublicRepository): Handler<typeof actions.listPublic> =>
  async ({ person }, { filter, query, cursor }) => {
    const { communityId, personId } = person;
    if (filter === 'mine') {
      const [asked, followed] = await Promise.all([
        repository.ofAsker(communityId, personId),
        repository.followedBy(communityId, personId),
      ]);
      const own = new Set(asked.map(({ _id }) => _id));
      const others = followed.filter(({ _id, status }) => status === 'open' && !own.has(_id));
      const mine = [...asked, ...others].sort((a, b) => b.updatedAt - a.updatedAt);
      return ok({ items: mine.map((question) => toPublicCard(question, person)), nextCursor: null });
    }
    const keys = query ? searchKeysFor(query) : [];
    if (query && keys.length === 0) return ok({ items: [], nextCursor: null });
    const rows = await repository.open(communityId, keys, decodeCursor(cursor));
    const page = pageFrom(rows, LIST_SIZE, ({ _id, updatedAt }) => ({ at: updatedAt, id: _id }));
    return ok({ ...page, items: page.items.map((question) => toPublicCard(question, person)) });
  };

export const listPublicLeads =
  (repository: PublicRepository): Handler<typeof listLeads> =>
  async ({ person }) => {
    const open = await repository.answered(person.communityId);
    const answered = open.filter(({ answers }) => answers.some(isPublicAnswer));
    return ok({
      items: answered.map(({ _id, question }) => ({ questionId: _id, question, keywords: [] })),
    });
  };

export const getPublic =
  (repository: PublicRepository): Handler<typeof actions.getPublic> =>
  async (caller, { questionId }) => {
    const seen = await loadSeen(repository, caller, questionId);
    return seen.ok ? ok(await pageOfQuestion(repository, seen.value, caller.person)) : seen;
  };

export const openPublic =
  (repository: PublicRepository, desk: DeskRepository): Handler<typeof actions.openPublic> =>
  async (caller, { questionId }) => {
    const seen = await loadSeen(repository, caller, questionId);
    if (!seen.ok) return seen;
    const thread = await desk.threads.load(caller, seen.value.threadId);
    return ok({
      page: await pageOfQuestion(repository, seen.value, caller.person),
      officialDraft: thread.ok ? officialDraft(thread.value) : '',
    });
  };

export const listPublicReview =
  (repository: PublicRepository): Handler<typeof actions.listPublicReview> =>
  async ({ person }, { filter }) => {
    const { communityId } = person;
    const rows =
      filter === 'pending'
        ? await repository.withPending(communityId)
        : await repository.inState(communityId, filter);
    return ok({ items: rows.map((question) => toPublicCard(question, person)) });
  };

const markOf = (
  caller: Caller,
  kind: PublicMark['kind'],
  questionId: string,
  targetId: string,
): PublicMark => ({
  _id: `${kind}:${caller.person.personId}:${targetId}`,
  communityId: caller.person.communityId,
  kind,
  personId: caller.person.personId,
  questionId,
  targetId,
  at: caller.now,
});

/** "Me too": the count is a recount, so that it is right however often somebody taps. */
export const followPublic =
  (repository: PublicRepository): Handler<typeof actions.followPublic> =>
  async (caller, { questionId }) => {
    const seen = await loadSeen(repository, caller, questionId);
    if (!seen.ok) return seen;
    await repository.mark(markOf(caller, 'follow', questionId, questionId));
    const followCount = await repository.countFollowers(seen.value);
    await repository.setFollowCount(questionId, followCount);
    return ok(await pageOfQuestion(repository, { ...seen.value, followCount }, caller.person));
  };

const shownAnswer = (question: PublicQuestion, answerId: string) =>
  question.answers.find((answer) => answer.answerId === answerId && isPublicAnswer(answer));

export const thankAnswer =
  (repository: PublicRepository): Handler<typeof actions.thankAnswer> =>
  async (caller, { questionId, answerId }) => {
    const seen = await loadSeen(repository, caller, questionId);
    if (!seen.ok) return seen;
    if (!shownAnswer(seen.value, answerId)) return err('PUBLIC_ANSWER_NOT_FOUND');
    await repository.mark(markOf(caller, 'thank', questionId, answerId));
    return ok(await pageOfQuestion(repository, seen.value, caller.person));
  };

export const publicSolved =
  (repository: PublicRepository, faq: FaqRepository): Handler<typeof actions.publicSolved> =>
  async (caller, { questionId, answerId }) => {
    const seen = await loadSeen(repository, caller, questionId);
    if (!seen.ok) return seen;
    const answer = shownAnswer(seen.value, answerId);
    if (!answer) return err('PUBLIC_ANSWER_NOT_FOUND');
    const source = answer.capacity === 'staff' ? 'desk' : 'neighbour';
    const stored = await faq.help.insert(
      caller,
      help(caller.person, { subjectId: questionId, source }, caller.now),
    );
    return stored.ok ? ok({}) : stored;
  };
