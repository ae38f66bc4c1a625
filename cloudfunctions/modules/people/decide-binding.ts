import { maskPhone } from '@domain/kernel/mask';
import { ok } from '@domain/kernel/result';
import { movesFrom } from '@domain/kernel/workflow';
import type * as actions from '@domain/people/people.actions';
import * as rules from '@domain/people/binding.rules';
import { bindingWorkflow } from '@domain/people/binding.workflow';
import type { Handler } from '@cloud/platform/binding';
import type { Secrets } from '@cloud/platform/secrets';
import type { PeopleRepository } from './people.repository';

/** Who waits to be confirmed, oldest first; phone numbers can be recognised, not dialled. */
export const listBindings =
  (people: PeopleRepository, secrets: Secrets): Handler<typeof actions.listBindings> =>
  async ({ person }) => {
    const requests = await people.requested(person.communityId);
    const households = requests.flatMap(({ home }) => (home ? [home.householdId] : []));
    const bound = await people.boundIn(person.communityId, households);
    const items = requests.flatMap((record) => {
      if (record.status !== 'requested') return [];
      return [
        {
          personId: record._id,
          name: record.name,
          phoneMasked: record.sealedPhone ? maskPhone(secrets.open(record.sealedPhone)) : '',
          homeLabel: record.home.label,
          requestedAt: record.requestedAt,
          boundCount: bound.filter(({ home }) => home.householdId === record.home.householdId).length,
          moves: movesFrom(bindingWorkflow, record.status, rules.rolesOn(record, person)),
        },
      ];
    });
    return ok({ items });
  };

export const confirmBinding =
  (people: PeopleRepository): Handler<typeof actions.confirmBinding> =>
  async (caller, { personId }) => {
    const moved = await people.move(caller, personId, (record) =>
      rules.confirmBinding(record, caller.person, caller.now),
    );
    return moved.ok ? ok({ personId, status: moved.value.status }) : moved;
  };

export const refuseBinding =
  (people: PeopleRepository): Handler<typeof actions.refuseBinding> =>
  async (caller, { personId, reason }) => {
    const moved = await people.move(caller, personId, (record) =>
      rules.refuseBinding(record, caller.person, reason, caller.now),
    );
    return moved.ok ? ok({ personId, status: moved.value.status }) : moved;
  };
