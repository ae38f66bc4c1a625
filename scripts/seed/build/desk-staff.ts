import type { Person } from '@domain/kernel/person';
import { SYSTEM_ACTOR, withTrace } from '@domain/kernel/record';
import { DAY } from '@domain/kernel/time';
import { newcomer } from '@domain/people/binding.rules';
import type { PersonRecord } from '@domain/people/people.schema';
import { COMMUNITY } from '../data/register';
import { SECRETARY, STAFF_MEMBERS, staffNamed, type StaffMember } from '../data/staff';
import { dutyMembersAt } from '../duty-order';
import { personOf, type SeedTools } from './tools';

export type DeskStaff = {
  readonly records: readonly PersonRecord[];
  readonly secretary: Person;
  /** The two who answer at an instant. */
  onDutyAt(instant: number): readonly [Person, Person];
  /** @throws when nobody on the staff has this name. */
  named(name: string): Person;
};

const STARTED_DAYS_AGO = 900;

export function createDeskStaff(tools: SeedTools): DeskStaff {
  const startedAt = tools.now - STARTED_DAYS_AGO * DAY;
  const records = STAFF_MEMBERS.map((member) => recordOf(tools, member, startedAt));
  const people = new Map(STAFF_MEMBERS.map((member, index) => [member.openid, records[index]]));
  const personFor = (member: StaffMember): Person => {
    const record = people.get(member.openid);
    if (!record) throw new Error(`demo community: ${member.name} has no record`);
    return personOf(record);
  };
  return {
    records,
    secretary: personFor(SECRETARY),
    onDutyAt: (instant) => {
      const [first, second] = dutyMembersAt(instant);
      return [personFor(first), personFor(second)];
    },
    named: (name) => personFor(staffNamed(name)),
  };
}

/** Staff work here and live elsewhere: they are tied to no household of the community. */
function recordOf(tools: SeedTools, member: StaffMember, at: number): PersonRecord {
  const arrived = newcomer(tools.personIdOf(member.openid), COMMUNITY.communityId, member.openid, at);
  const appointed = withTrace(arrived, { move: 'appoint', by: SYSTEM_ACTOR, now: at, note: member.post });
  return { ...appointed, name: member.name, face: member.face, roles: member.roles };
}
