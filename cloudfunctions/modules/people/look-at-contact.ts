import { ok } from '@domain/kernel/result';
import { threadNumber } from '@domain/desk/thread-search';
import type * as actions from '@domain/people/people.actions';
import * as rules from '@domain/people/binding.rules';
import type { Handler } from '@cloud/platform/binding';
import type { Secrets } from '@cloud/platform/secrets';
import type { PeopleRepository } from './people.repository';

/** Tells staff a neighbour's number, once the look stands in the neighbour's history. */
export const lookAtContact =
  (people: PeopleRepository, secrets: Secrets): Handler<typeof actions.lookAtContact> =>
  async (caller, { personId, threadId }) => {
    const matter = threadId ? `会话${threadNumber(threadId)}` : undefined;
    const looked = await people.move(caller, personId, (record) =>
      rules.lookAtContact(record, caller.person, matter, caller.now),
    );
    if (!looked.ok) return looked;
    const { name, sealedPhone } = looked.value;
    return ok({ name, phone: sealedPhone ? secrets.open(sealedPhone) : '' });
  };
