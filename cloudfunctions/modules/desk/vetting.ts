import { err, ok } from '@domain/kernel/result';
import { VETTED } from '@domain/kernel/roles';
import type * as actions from '@domain/desk/public-question.actions';
import type { VettedPerson } from '@domain/desk/public-question.actions';
import { grant, revoke } from '@domain/desk/vetting.rules';
import type { PersonRecord } from '@domain/people/people.schema';
import type { Handler } from '@cloud/platform/binding';
import type { PeopleRepository } from '../people';

const WORDS: Readonly<Record<string, string>> = { grantVetting: '聘请', revokeVetting: '解聘' };

const toVetted = (record: PersonRecord): VettedPerson => ({
  personId: record._id,
  name: record.name,
  face: record.face,
  homeLabel: record.home?.label ?? '',
  roles: VETTED.filter((role) => record.roles.includes(role)),
  history: [...record.history].reverse().flatMap(({ move, note, by, at }) => {
    const words = WORDS[move];
    return words ? [{ words: `${words}${note ? ` ${note}` : ''}`, name: by.name, at }] : [];
  }),
});

export const listVetted =
  (people: PeopleRepository): Handler<typeof actions.listVetted> =>
  async ({ person }) => {
    const found = await people.vetted(person.communityId);
    return ok({ items: found.map(toVetted) });
  };

export const listVettingCandidates =
  (people: PeopleRepository): Handler<typeof actions.listVettingCandidates> =>
  async ({ person }, { buildingId }) => {
    const members = await people.boundInBuilding(person.communityId, buildingId);
    return ok({
      items: members.map(({ personId, name, home }) => ({ personId, name, homeLabel: home.label })),
    });
  };

export const grantVetting =
  (people: PeopleRepository): Handler<typeof actions.grantVetting> =>
  async (caller, { personId, role, note }) => {
    const moved = await people.move(caller, personId, (record) =>
      grant(record, caller.person, role, note, caller.now),
    );
    if (moved.ok) return ok(toVetted(moved.value));
    return moved.error === 'PERSON_NOT_FOUND' ? err('VETTING_NOT_FOUND') : err(moved.error);
  };

export const revokeVetting =
  (people: PeopleRepository): Handler<typeof actions.revokeVetting> =>
  async (caller, { personId, role, note }) => {
    const moved = await people.move(caller, personId, (record) =>
      revoke(record, caller.person, role, note, caller.now),
    );
    if (moved.ok) return ok(toVetted(moved.value));
    return moved.error === 'PERSON_NOT_FOUND' ? err('VETTING_NOT_FOUND') : err(moved.error);
  };
