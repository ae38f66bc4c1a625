import { areHousemates, type Person } from '@domain/kernel/person';
import { err, ok } from '@domain/kernel/result';
import type * as actions from '@domain/desk/desk.actions';
import type { Handler } from '@cloud/platform/binding';
import type { PeopleRepository } from '../people';

/** Somebody of the helper's own household; everybody else does not exist for them. */
export async function findHelped(people: PeopleRepository, helper: Person, personId: string) {
  const record = helper.home ? await people.collection.get(personId) : null;
  if (record?.status !== 'bound') return err('NOT_OF_YOUR_HOUSEHOLD');
  const { communityId, home, name } = record;
  if (!areHousemates(helper, { personId, communityId, home })) return err('NOT_OF_YOUR_HOUSEHOLD');
  return ok({ personId, name });
}

export const getHelped =
  (people: PeopleRepository): Handler<typeof actions.getHelped> =>
  ({ person }, { personId }) =>
    findHelped(people, person, personId);
