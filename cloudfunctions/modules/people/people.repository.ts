import type { Home } from '@domain/kernel/person';
import { STAFF, VETTED } from '@domain/kernel/roles';
import type { Community, PersonRecord } from '@domain/people/people.schema';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, type RecordStore } from '@cloud/platform/record-store';

export type HouseholdMember = { readonly personId: string; readonly name: string; readonly home: Home };

export type PeopleRepository = RecordStore<PersonRecord, 'PERSON_NOT_FOUND'> & {
  /** The register of a community. @throws when it was never seeded, which no caller can mend. */
  community(communityId: string): Promise<Community>;
  /** Every community that is served here. */
  communityIds(): Promise<string[]>;
  requested(communityId: string): Promise<PersonRecord[]>;
  countRequested(communityId: string): Promise<number>;
  /** Bound people of these households. */
  boundIn(communityId: string, householdIds: readonly string[]): Promise<HouseholdMember[]>;
  /** Bound people of one building. */
  boundInBuilding(communityId: string, buildingId: string): Promise<HouseholdMember[]>;
  /** How many households of each building have at least one bound member. */
  boundHouseholdCounts(communityId: string): Promise<Map<string, number>>;
  secretary(communityId: string): Promise<PersonRecord | null>;
  /** Everybody who may serve at the desk, the secretary among them. */
  staff(communityId: string): Promise<PersonRecord[]>;
  /** Residents whom staff have vetted to answer public questions. */
  vetted(communityId: string): Promise<PersonRecord[]>;
};

/** A building has a few hundred people at most; more than CloudBase gives at once would be a wrong register. */
const BUILDING_MAX = 1000;
const QUEUE_MAX = 100;
const STAFF_MAX = 200;
const COMMUNITIES_MAX = 1000;

export function peopleRepository({ database, relay }: Platform): PeopleRepository {
  const persons = createRecordStore<PersonRecord, 'PERSON_NOT_FOUND'>(
    database,
    'persons',
    'PERSON_NOT_FOUND',
    relay,
  );
  const communities = database.collection<Community>('communities');
  const _ = database.command;
  const members = (rows: readonly PersonRecord[]): HouseholdMember[] =>
    rows.flatMap((row) => (row.home ? [{ personId: row._id, name: row.name, home: row.home }] : []));

  return {
    ...persons,
    async community(communityId) {
      const community = await communities.get(communityId);
      if (!community) throw new Error(`the community ${communityId} is not in the register`);
      return community;
    },
    async communityIds() {
      const served = await communities.find({ where: { status: 'active' }, limit: COMMUNITIES_MAX });
      return served.map(({ _id }) => _id);
    },
    requested: (communityId) =>
      persons.collection.find({
        where: { communityId, status: 'requested' },
        orderBy: [['updatedAt', 'asc']],
        limit: QUEUE_MAX,
      }),
    countRequested: (communityId) => persons.collection.count({ communityId, status: 'requested' }),
    async boundIn(communityId, householdIds) {
      if (householdIds.length === 0) return [];
      const where = { communityId, status: 'bound', 'home.householdId': _.in([...householdIds]) };
      return members(await persons.collection.find({ where, limit: BUILDING_MAX }));
    },
    async boundInBuilding(communityId, buildingId) {
      const where = { communityId, status: 'bound', 'home.buildingId': buildingId };
      return members(await persons.collection.find({ where, limit: BUILDING_MAX }));
    },
    async boundHouseholdCounts(communityId) {
      const rows = await persons.collection.aggregate<{ _id: string; households: number }>([
        { match: { communityId, status: 'bound' } },
        { group: { _id: { building: '$home.buildingId', household: '$home.householdId' } } },
        { group: { _id: '$_id.building', households: { $sum: 1 } } },
      ]);
      return new Map(rows.map((row) => [row._id, row.households]));
    },
    async secretary(communityId) {
      const [found] = await persons.collection.find({ where: { communityId, roles: 'secretary' }, limit: 1 });
      return found ?? null;
    },
    vetted: (communityId) =>
      persons.collection.find({ where: { communityId, roles: _.in([...VETTED]) }, limit: STAFF_MAX }),
    staff: (communityId) =>
      persons.collection.find({ where: { communityId, roles: _.in([...STAFF]) }, limit: STAFF_MAX }),
  };
}
