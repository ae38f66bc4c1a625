import { err, ok, type Result } from '@domain/kernel/result';
import { withTrace } from '@domain/kernel/record';
import { emergencyIn, EMERGENCY_KINDS, type EmergencyTable, type ExtraWord } from '@domain/desk/emergency';
import { alarm } from '@domain/desk/emergency.rules';
import type * as actions from '@domain/desk/matter.actions';
import type { Community } from '@domain/people/people.schema';
import type { Handler } from '@cloud/platform/binding';
import type { Effect } from '@cloud/platform/outbox';
import type { Platform } from '@cloud/platform/platform';
import type { PeopleRepository } from '../people';
import { companyAt } from './duty-now';
import type { DeskRepository } from './desk.repository';
import type { DutyRepository } from './duty.repository';
import { tellPerson } from './tell-duty';

/** The words this community has added; a kind we do not know any more is medical, so that none is lost. */
export const extraWordsOf = ({ emergencyWords = [] }: Pick<Community, 'emergencyWords'>): ExtraWord[] =>
  emergencyWords.map(({ word, kind }) => ({
    word,
    kind: EMERGENCY_KINDS.find((known) => known === kind) ?? 'medical',
  }));

const toTable = (community: Community): EmergencyTable => ({
  extra: extraWordsOf(community),
  gasPhone: community.gasPhone ?? '',
  dutyPhone: community.phone,
  version: community.version,
});

export const getEmergencyTable =
  (people: PeopleRepository): Handler<typeof actions.getEmergencyTable> =>
  async ({ person }) =>
    ok(toTable(await people.community(person.communityId)));

/** Words the built-in table has already are left out: one word has one meaning. */
export const setEmergencyWords =
  (duty: DutyRepository): Handler<typeof actions.setEmergencyWords> =>
  async (caller, { version, extra, gasPhone }) => {
    const { person, now } = caller;
    const moved = await duty.communities.move(
      caller,
      person.communityId,
      (community): Result<Community, 'CONFLICT'> => {
        if (community.version !== version) return err('CONFLICT');
        const traced = withTrace(community, { move: 'setEmergencyWords', by: person, now });
        const added = extra.filter(({ word }) => emergencyIn(word) === null);
        return ok({ ...traced, updatedAt: now, emergencyWords: added, gasPhone });
      },
    );
    if (moved.ok) return ok(toTable(moved.value));
    if (moved.error === 'COMMUNITY_NOT_FOUND')
      throw new Error('the caller’s community is not in the register');
    return { ok: false, error: moved.error };
  };

/**
 * Tells everybody on duty and the secretary, and writes into the thread who was told. Telling comes first and has one
 * effect however often, so an alarm that died half way is completed by the timer.
 */
export const raiseAlarm =
  (
    desk: DeskRepository,
    duty: DutyRepository,
    people: PeopleRepository,
    { wechat }: Pick<Platform, 'wechat'>,
  ): Effect =>
  async ({ payload }, now) => {
    const threadId = payload['threadId'];
    const thread = typeof threadId === 'string' ? await desk.threads.collection.get(threadId) : null;
    if (!thread || thread.history.some(({ move }) => move === 'alarm')) return thread;
    const company = await companyAt(desk, people, thread.communityId, now);
    const alarmed = alarm(thread, company, now);
    for (const telling of alarmed.tellings) {
      await tellPerson(duty, people, wechat, thread.communityId, telling);
    }
    if (await desk.threads.amend(thread, alarmed.thread)) return alarmed.thread;
    throw new Error('the thread changed while the alarm was raised; the timer notes it');
  };
