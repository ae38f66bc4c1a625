import { ok } from '@domain/kernel/result';
import * as actions from '@domain/people/people.actions';
import { bind, type Handler } from '@cloud/platform/binding';
import type { Module, Platform } from '@cloud/platform/platform';
import { moveOut, requestBinding, withdrawBinding } from './bind-household';
import { confirmBinding, listBindings, refuseBinding } from './decide-binding';
import { lookAtContact } from './look-at-contact';
import type { PeopleRepository } from './people.repository';
import { toMeView } from './people-views';

export { identify } from './identify';
export { peopleRepository, type HouseholdMember, type PeopleRepository } from './people.repository';
export { toMeView } from './people-views';

const getMe =
  (people: PeopleRepository): Handler<typeof actions.getMe> =>
  async ({ person }) => {
    const [record, community] = await Promise.all([
      people.collection.get(person.personId),
      people.community(person.communityId),
    ]);
    return ok(toMeView(person, record, community));
  };

const listPlaces =
  (people: PeopleRepository): Handler<typeof actions.listPlaces> =>
  async ({ person }) => {
    const { buildings, grids } = await people.community(person.communityId);
    return ok({ buildings: [...buildings], grids: [...grids] });
  };

export const peopleModule = ({ secrets }: Platform, people: PeopleRepository): Module => ({
  bindings: [
    bind(actions.getMe, getMe(people)),
    bind(actions.listPlaces, listPlaces(people)),
    bind(actions.requestBinding, requestBinding(people, secrets)),
    bind(actions.withdrawBinding, withdrawBinding(people)),
    bind(actions.moveOut, moveOut(people)),
    bind(actions.listBindings, listBindings(people, secrets)),
    bind(actions.confirmBinding, confirmBinding(people)),
    bind(actions.refuseBinding, refuseBinding(people)),
    bind(actions.lookAtContact, lookAtContact(people, secrets)),
  ],
});
