import { movesFrom } from '@domain/kernel/workflow';
import type { Person } from '@domain/kernel/person';
import { bindingWorkflow } from '@domain/people/binding.workflow';
import type { Community, MeView, PersonRecord } from '@domain/people/people.schema';

type Stored = Pick<PersonRecord, 'name' | 'face' | 'roles' | 'status' | 'home' | 'refusal'>;

/** What a person sees of themselves. Somebody of whom nothing is stored yet is an unbound visitor. */
export function toMeView(person: Person, stored: Stored | null, community: Community): MeView {
  const status = stored?.status ?? 'unbound';
  return {
    personId: person.personId,
    name: stored?.name ?? person.name,
    face: stored?.face ?? person.face,
    roles: [...(stored?.roles ?? person.roles)],
    status,
    homeLabel: stored?.home?.label ?? null,
    refusal: stored?.refusal ?? null,
    moves: movesFrom(bindingWorkflow, status, ['self']),
    community: {
      name: community.name,
      subdistrict: community.subdistrict,
      address: community.address,
      phone: community.phone,
      replyWithinMinutes: community.replyWithinMinutes,
    },
  };
}
