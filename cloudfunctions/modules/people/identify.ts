import type { Person } from '@domain/kernel/person';
import type { PersonRecord } from '@domain/people/people.schema';
import { personIdOf } from '@cloud/platform/caller';
import type { Platform } from '@cloud/platform/platform';
import type { PeopleRepository } from './people.repository';

/** The person behind an identity, read afresh for every call: a right that was taken away is gone on the next one. */
export const identify = (platform: Platform, people: PeopleRepository) => async (openid: string) => {
  const personId = personIdOf(openid);
  const record = await people.collection.get(personId);
  return { person: record ? personFrom(record) : newcomerFrom(personId, platform.communityId) };
};

const personFrom = (record: PersonRecord): Person => ({
  personId: record._id,
  communityId: record.communityId,
  name: record.name,
  face: record.face,
  roles: record.roles,
  home: record.status === 'bound' ? record.home : null,
  ...(record.gridIds ? { gridIds: record.gridIds } : {}),
});

const newcomerFrom = (personId: string, communityId: string): Person => ({
  personId,
  communityId,
  name: '新邻居',
  face: 'neighbour',
  roles: ['visitor'],
  home: null,
});
