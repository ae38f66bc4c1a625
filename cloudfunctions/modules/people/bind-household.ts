import { err, ok } from '@domain/kernel/result';
import type * as actions from '@domain/people/people.actions';
import * as rules from '@domain/people/binding.rules';
import { homeAt } from '@domain/people/place';
import type { Handler } from '@cloud/platform/binding';
import type { Secrets } from '@cloud/platform/secrets';
import type { PeopleRepository } from './people.repository';
import { toMeView } from './people-views';

/** A neighbour says where they live; staff will confirm it. The phone number is sealed before it is stored. */
export const requestBinding =
  (people: PeopleRepository, secrets: Secrets): Handler<typeof actions.requestBinding> =>
  async (caller, { buildingId, entrance, room, name, phone }) => {
    const { person, now } = caller;
    const community = await people.community(person.communityId);
    const building = community.buildings.find((candidate) => candidate.buildingId === buildingId);
    const home = building ? homeAt(building, entrance, room) : null;
    if (!home) return err('HOUSEHOLD_NOT_FOUND');

    const request = { home, name, sealedPhone: secrets.seal(phone) };
    await people.collection.insert(rules.newcomer(person.personId, person.communityId, caller.openid, now));
    const moved = await people.move(caller, person.personId, (record) =>
      rules.requestBinding(record, person, request, now),
    );
    if (moved.ok) return ok(toMeView(person, moved.value, community));
    // The newcomer was stored a moment ago, so the record cannot be missing.
    return err(moved.error === 'PERSON_NOT_FOUND' ? 'CONFLICT' : moved.error);
  };

type OwnMove = typeof actions.withdrawBinding | typeof actions.moveOut;

const ownMove =
  (people: PeopleRepository, decide: typeof rules.withdrawBinding): Handler<OwnMove> =>
  async (caller) => {
    const { person, now } = caller;
    const community = await people.community(person.communityId);
    const moved = await people.move(caller, person.personId, (record) => decide(record, person, now));
    return moved.ok ? ok(toMeView(person, moved.value, community)) : moved;
  };

export const withdrawBinding = (people: PeopleRepository) => ownMove(people, rules.withdrawBinding);
export const moveOut = (people: PeopleRepository) => ownMove(people, rules.moveOut);
