import { err, ok, type Result } from '@domain/kernel/result';
import type { Home } from '@domain/kernel/person';
import type * as actions from '@domain/notices/notice.actions';
import * as rules from '@domain/notices/notice.rules';
import type { Answer, Notice } from '@domain/notices/notice.schema';
import { homesIn } from '@domain/people/place';
import type { Handler } from '@cloud/platform/binding';
import type { Caller } from '@cloud/platform/caller';
import { isReplay } from '@cloud/platform/record-store';
import type { PeopleRepository } from '../people';
import { toNoticeView } from './notice-views';
import type { NoticesRepository } from './notices.repository';
import { toHouseholdReach } from './watch-reach';

type Given = rules.NewAnswer;

/** Stores a first answer, or changes the one that stands there. */
async function storeAnswer(
  repository: NoticesRepository,
  caller: Caller,
  notice: Notice,
  home: Home | null,
  given: Given,
) {
  const { person, now } = caller;
  const first = rules.answer(notice, person, home, given, null, now);
  if (!first.ok) return first;
  const inserted = await repository.answers.insert(caller, first.value);
  if (inserted.ok && isReplay(inserted.value, caller)) return inserted;
  if (!inserted.ok && inserted.error !== 'KEY_REUSED') return inserted;
  return changeAnswer(repository, caller, notice, home, given, first.value._id);
}

async function changeAnswer(
  repository: NoticesRepository,
  caller: Caller,
  notice: Notice,
  home: Home | null,
  given: Given,
  answerId: string,
) {
  const { person, now } = caller;
  const moved = await repository.answers.move(caller, answerId, (before): Result<Answer, rules.AnswerError> =>
    rules.answer(notice, person, home, given, before, now),
  );
  if (moved.ok) return moved;
  return err(moved.error === 'ANSWER_NOT_FOUND' ? 'CONFLICT' : moved.error);
}

/** A resident answers for their home: 已知晓 or 需要帮助. Seen, stored: two operations after who is calling. */
export const answerNotice =
  (repository: NoticesRepository): Handler<typeof actions.answerNotice> =>
  async (caller, { noticeId, revision, answer, note }) => {
    const { person, now } = caller;
    const loaded = await repository.notices.load(caller, noticeId);
    if (!loaded.ok) return loaded;
    const notice = loaded.value;
    if (!rules.maySee(notice, person)) return err('NOTICE_NOT_FOUND');
    const given = { status: answer, note: note ?? '', revision };
    const stored = await storeAnswer(repository, caller, notice, person.home, given);
    return stored.ok ? ok(toNoticeView(notice, stored.value, person, now)) : stored;
  };

/** Staff write down what a household said at the door or on the phone. */
export const recordAnswer =
  (repository: NoticesRepository, people: PeopleRepository): Handler<typeof actions.recordAnswer> =>
  async (caller, { noticeId, householdId, revision, answer, note }) => {
    const { person } = caller;
    const [loaded, community] = await Promise.all([
      repository.notices.load(caller, noticeId),
      people.community(person.communityId),
    ]);
    if (!loaded.ok) return loaded;
    const home = community.buildings
      .flatMap(homesIn)
      .find((candidate) => candidate.householdId === householdId);
    if (!home) return err('PLACE_UNKNOWN');
    const given = { status: answer, note: note ?? '', revision };
    const stored = await storeAnswer(repository, caller, loaded.value, home, given);
    if (!stored.ok) return stored;
    const members = await people.boundIn(person.communityId, [householdId]);
    return ok(toHouseholdReach(home, members, [stored.value]));
  };
