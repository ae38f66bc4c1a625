import type { Person } from '../kernel/person';
import { HOUR } from '../kernel/time';
import { rolesOn } from './thread.rules';
import type { Thread } from './thread.schema';
import { VISIT_ROLES, type ThreadVisit } from './visit.schema';

/** Whose a conversation is anyway: who asked, who handles it, and to whom it was given. Whoever is on duty now is asked for elsewhere. */
export const isOwnMatter = (thread: Thread, person: Person): boolean => {
  const relations = rolesOn(thread, person);
  const wasGiven = (thread.transfers ?? []).some(({ to }) => to.personId === person.personId);
  return relations.includes('asker') || relations.includes('taker') || wasGiven;
};

/** Grid workers see what households of their own grid asked; where no grid was written down, nobody's. */
export const isOfOwnGrid = (thread: Thread, person: Person): boolean =>
  thread.communityId === person.communityId &&
  thread.gridId !== undefined &&
  person.roles.includes('gridWorker') &&
  (person.gridIds ?? []).includes(thread.gridId);

/** The trace of a look; looks of one hour are one. */
export const visitOf = (thread: Thread, person: Person, now: number): ThreadVisit => ({
  _id: `${thread._id}:${person.personId}:${Math.floor(now / HOUR)}`,
  communityId: thread.communityId,
  threadId: thread._id,
  title: thread.title,
  personId: person.personId,
  name: person.name,
  role: VISIT_ROLES.find((role) => person.roles.includes(role)) ?? 'staff',
  at: now,
});
