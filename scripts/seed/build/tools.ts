import type { Person } from '@domain/kernel/person';
import type { PersonRecord } from '@domain/people/people.schema';

/** What the generators are given from outside; they have no clock and no key of their own. */
export type SeedTools = {
  /** The instant at which the demo community is looked at, epoch ms. */
  readonly now: number;
  readonly seal: (plain: string) => string;
  readonly personIdOf: (openid: string) => string;
};

/** The person behind a record, as the platform makes it for a call. */
export const personOf = (record: PersonRecord): Person => ({
  personId: record._id,
  communityId: record.communityId,
  name: record.name,
  face: record.face,
  roles: record.roles,
  home: record.status === 'bound' ? record.home : null,
});
