import type { Person } from '@domain/kernel/person';
import { withTrace } from '@domain/kernel/record';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import * as binding from '@domain/people/binding.rules';
import type { PersonRecord } from '@domain/people/people.schema';
import { COMMUNITY, GRIDS } from '../data/register';
import { allowed } from '../outcome';
import type { Arrival } from './arrivals';
import type { DeskStaff } from './desk-staff';
import { personOf, type SeedTools } from './tools';

export type Application = Arrival & { readonly phone: string; readonly requestedAt: number };

const BETWEEN_ARRIVAL_AND_REQUEST = 3 * MINUTE;
const BETWEEN_REQUEST_AND_REFUSAL = 2 * HOUR;

/** A neighbour who has asked to be bound and waits. */
export function requestedNeighbour(tools: SeedTools, application: Application): PersonRecord {
  const { openid, name, home, phone, requestedAt } = application;
  const arrivedAt = requestedAt - BETWEEN_ARRIVAL_AND_REQUEST;
  const fresh = binding.newcomer(tools.personIdOf(openid), COMMUNITY.communityId, openid, arrivedAt);
  const request = { home, name, sealedPhone: tools.seal(phone) };
  const requested = binding.requestBinding(fresh, personOf(fresh), request, requestedAt);
  return allowed(requested, `the request of ${name}`);
}

/** A neighbour whom the staff on duty confirmed, with the office they were given a day later, if any. */
export function boundNeighbour(
  tools: SeedTools,
  staff: DeskStaff,
  application: Application,
  confirmedAfter: number,
): PersonRecord {
  const requested = requestedNeighbour(tools, application);
  const at = application.requestedAt + confirmedAfter;
  const [confirmer] = staff.onDutyAt(at);
  const bound = allowed(binding.confirmBinding(requested, confirmer, at), `binding ${application.name}`);
  // The relay has looked for calls recorded for this door, and found none.
  return withOffice({ ...bound, outbox: [], outboxDueAt: null }, application, staff.secretary, at + DAY);
}

/** A neighbour whose request staff could not confirm, with the reason they were given. */
export function refusedNeighbour(
  tools: SeedTools,
  staff: DeskStaff,
  application: Application,
  reason: string,
): PersonRecord {
  const at = application.requestedAt + BETWEEN_REQUEST_AND_REFUSAL;
  const [decider] = staff.onDutyAt(at);
  const requested = requestedNeighbour(tools, application);
  return allowed(binding.refuseBinding(requested, decider, reason, at), `refusing ${application.name}`);
}

function withOffice(
  record: PersonRecord,
  { name, office, extraRole, home }: Arrival,
  by: Person,
  now: number,
): PersonRecord {
  if (!office) return record;
  const roles = extraRole ? [...record.roles, extraRole] : record.roles;
  const appointed = {
    ...withTrace(record, { move: 'appoint', by, now, note: office }),
    roles,
    updatedAt: now,
  };
  if (extraRole !== 'gridWorker') return appointed;
  const own = GRIDS.filter(({ workerName }) => workerName === name).map(({ gridId }) => gridId);
  return { ...appointed, gridIds: own.length > 0 ? own : [home.gridId] };
}
