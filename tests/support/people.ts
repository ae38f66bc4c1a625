import type { Home, Person } from '@domain/kernel/person';
import type { Role } from '@domain/kernel/roles';

/** A person for the rules, who need no database. */
export const person = (
  personId: string,
  roles: readonly Role[] = ['resident'],
  home: Home | null = null,
): Person => ({
  personId,
  communityId: 'c1',
  name: `${personId}的名字`,
  face: 'f01',
  roles,
  home,
});

export const homeIn = (buildingId: string, gridId = 'g1'): Home => ({
  householdId: `${buildingId}-1-101`,
  buildingId,
  gridId,
  entrance: 1,
  room: '101',
  label: `${buildingId}1单元101室`,
});
