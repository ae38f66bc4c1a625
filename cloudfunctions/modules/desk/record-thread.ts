import { err, ok, type Result } from '@domain/kernel/result';
import type { Person } from '@domain/kernel/person';
import type * as actions from '@domain/desk/casework.actions';
import * as rules from '@domain/desk/record-for.rules';
import type { Thread } from '@domain/desk/thread.schema';
import { doorIn, doorOf } from '@domain/people/door-words';
import type { PersonRecord } from '@domain/people/people.schema';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor } from '@cloud/platform/caller';
import type { Effect } from '@cloud/platform/outbox';
import type { Photos } from '@cloud/platform/photos';
import type { Secrets } from '@cloud/platform/secrets';
import type { PeopleRepository } from '../people';
import type { CaseworkRepository } from './casework.repository';
import type { DeskRepository } from './desk.repository';
import { moveThread } from './move-thread';
import { extraWordsOf } from './raise-alarm';
import { toThreadPage } from './thread-views';

export type Recording = {
  readonly desk: DeskRepository;
  readonly people: PeopleRepository;
  readonly casework: CaseworkRepository;
  readonly secrets: Secrets;
  readonly photos: Photos;
};

const personFrom = ({ _id, communityId, name, face, roles, home }: PersonRecord): Person => ({
  personId: _id,
  communityId,
  name,
  face,
  roles,
  home,
});

/** Who called: a door as people say it and those who live behind it, else everybody whose name begins so. */
export const findCaller =
  ({ people, casework }: Recording): Handler<typeof actions.findCaller> =>
  async ({ person: { communityId } }, { query }) => {
    const community = await people.community(communityId);
    const home = doorIn(query, community.buildings);
    const found = home
      ? (await people.boundIn(communityId, [home.householdId])).map((member) => ({ ...member, face: '' }))
      : (await casework.namedLike(communityId, query)).flatMap(({ _id: personId, name, face, home: at }) =>
          at ? [{ personId, name, face, home: at }] : [],
        );
    return ok({
      home: home && { householdId: home.householdId, label: home.label },
      people: found.map(({ personId, name, face, home: at }) => ({
        personId,
        name,
        face,
        homeLabel: at.label,
      })),
    });
  };

/** Somebody called, came by or wrote in a group. A repeated tap finds the thread the first one made. */
export const recordThread =
  ({ desk, people, secrets, photos }: Recording): Handler<typeof actions.recordThread> =>
  async (caller, { channel, personId, householdId, callerName, callerPhone, text, answer, isResolved }) => {
    const { person, now } = caller;
    const [community, member] = await Promise.all([
      people.community(person.communityId),
      personId === undefined ? null : memberOf(people, person.communityId, personId),
    ]);
    if (member && !member.ok) return member;
    const home = householdId === undefined ? null : doorOf(householdId, community.buildings);
    if (householdId !== undefined && !home) return err('HOUSEHOLD_NOT_FOUND');
    const recorded = rules.recordFor(
      person,
      {
        id: newIdFor(caller, 'thread'),
        messageId: newIdFor(caller, 'message'),
        answerId: newIdFor(caller, 'answer'),
        channel,
        member: member?.value ?? null,
        home,
        callerName: callerName ?? '',
        sealedPhone: callerPhone ? secrets.seal(callerPhone) : null,
        text,
        answer: answer ?? '',
        isResolved: isResolved ?? false,
        replyWithinMinutes: community.replyWithinMinutes,
        extraWords: extraWordsOf(community),
      },
      now,
    );
    if (!recorded.ok) return recorded;
    const stored = await desk.threads.insert(caller, recorded.value);
    return stored.ok ? ok(await toThreadPage(stored.value, person, photos)) : stored;
  };

async function memberOf(people: PeopleRepository, communityId: string, personId: string) {
  const record = await people.collection.get(personId);
  if (record?.status !== 'bound' || record.communityId !== communityId) return err('PERSON_NOT_FOUND');
  return ok(personFrom(record));
}

export const lookAtCaller =
  ({ desk, secrets }: Recording): Handler<typeof actions.lookAtCaller> =>
  async (caller, { threadId }) => {
    const looked = await desk.threads.move(
      caller,
      threadId,
      (thread): Result<Thread, 'PERSON_HAS_NO_PHONE'> =>
        rules.lookAtCaller(thread, caller.person, caller.now),
    );
    if (!looked.ok) return looked;
    const { askerName, recorded } = looked.value;
    return ok({ name: askerName, phone: recorded?.sealedPhone ? secrets.open(recorded.sealedPhone) : '' });
  };

export const giveThread =
  ({ desk, people, photos }: Recording): Handler<typeof actions.giveThread> =>
  async (caller, { threadId, personId }) => {
    const member = await memberOf(people, caller.person.communityId, personId);
    if (!member.ok) return member;
    return moveThread(desk, photos, caller, threadId, (thread) =>
      rules.giveTo(thread, member.value, caller.person, caller.now),
    );
  };

const textOf = (value: string | number | null | undefined): string =>
  typeof value === 'string' ? value : '';

/**
 * A member of a household was confirmed: what was recorded for it and is by their name or their number theirs is theirs
 * to read. Whatever somebody else behind that door called about stays with the desk until staff give it to somebody.
 */
export const adoptThreads =
  ({ desk, people, casework, secrets }: Recording): Effect =>
  async ({ payload }, now) => {
    const record = await people.collection.get(textOf(payload['personId']));
    if (record?.status !== 'bound') return null;
    const by = { personId: textOf(payload['byId']), name: textOf(payload['byName']) };
    const phone = record.sealedPhone ? secrets.open(record.sealedPhone) : null;
    const waiting = await casework.ofHousehold(record.communityId, record.home.householdId);
    for (const thread of waiting) {
      const sealed = thread.recorded?.sealedPhone;
      const isTheirs = rules.isTheirCall(
        thread,
        { name: record.name, phone },
        sealed ? secrets.open(sealed) : null,
      );
      const given = isTheirs ? rules.giveTo(thread, personFrom(record), by, now) : null;
      if (!given?.ok) continue;
      if (await desk.threads.commitByTimer(thread, given.value)) continue;
      throw new Error('a thread changed while it was given to its household; the timer goes on');
    }
    return null;
  };
