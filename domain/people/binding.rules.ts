import type { Home, Person } from '../kernel/person';
import { newRecord, SYSTEM_ACTOR, withEffect, withTrace, type RecordBase } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { isStaff, VETTED, type Role } from '../kernel/roles';
import { step, type MoveError } from '../kernel/workflow';
import { bindingWorkflow } from './binding.workflow';
import type { PersonRecord } from './people.schema';

type Outcome<E extends string = never> = Result<PersonRecord, MoveError | E>;

/** The relations somebody has to a person's record. */
export function rolesOn(record: { readonly _id: string }, actor: Person): string[] {
  return [...(record._id === actor.personId ? ['self'] : []), ...(isStaff(actor) ? ['staff'] : [])];
}

/** A signed-in neighbour of whom nothing is stored yet. */
export function newcomer(id: string, communityId: string, openid: string, now: number): PersonRecord {
  const base: RecordBase = newRecord({
    id,
    communityId,
    by: SYSTEM_ACTOR,
    now,
    status: 'unbound',
    move: 'arrive',
  });
  return {
    ...base,
    status: 'unbound',
    openid,
    name: '新邻居',
    face: 'neighbour',
    roles: ['visitor'],
    home: null,
    sealedPhone: null,
    refusal: null,
  };
}

type Request = { home: Home; name: string; sealedPhone: string };

export function requestBinding(record: PersonRecord, actor: Person, request: Request, now: number): Outcome {
  const moved = step(bindingWorkflow, record, 'request', { actor, relations: rolesOn(record, actor), now });
  if (!moved.ok) return moved;
  const { home, name, sealedPhone } = request;
  return ok({
    ...record,
    ...moved.value,
    status: 'requested',
    home,
    name,
    sealedPhone,
    requestedAt: now,
    refusal: null,
  });
}

export function withdrawBinding(record: PersonRecord, actor: Person, now: number): Outcome {
  const moved = step(bindingWorkflow, record, 'withdraw', { actor, relations: rolesOn(record, actor), now });
  if (!moved.ok) return moved;
  return ok(unbound(record, moved.value, null));
}

export function confirmBinding(
  record: PersonRecord,
  actor: Person,
  now: number,
): Outcome<'CANNOT_DECIDE_OWN_BINDING'> {
  if (record._id === actor.personId) return err('CANNOT_DECIDE_OWN_BINDING');
  const moved = step(bindingWorkflow, record, 'confirm', { actor, relations: rolesOn(record, actor), now });
  if (!moved.ok) return moved;
  if (record.status !== 'requested') return err('MOVE_NOT_ALLOWED_FROM_STATE');
  const bound: PersonRecord = {
    ...record,
    ...moved.value,
    status: 'bound',
    roles: withRole(record.roles, 'resident'),
  };
  // What was written down for this household while nobody of it used the app (see the desk's record-for.rules).
  return ok(
    withEffect(bound, {
      id: `${record._id}-adopts-${record.home.householdId}-${moved.value.version}`,
      effect: 'desk.adopt',
      payload: { personId: record._id, byId: actor.personId, byName: actor.name },
      at: now,
    }),
  );
}

export function refuseBinding(record: PersonRecord, actor: Person, reason: string, now: number): Outcome {
  const relations = rolesOn(record, actor);
  const moved = step(bindingWorkflow, record, 'refuse', { actor, relations, now, note: reason });
  if (!moved.ok) return moved;
  return ok(unbound(record, moved.value, reason));
}

export function moveOut(record: PersonRecord, actor: Person, now: number): Outcome {
  const moved = step(bindingWorkflow, record, 'moveOut', { actor, relations: rolesOn(record, actor), now });
  if (!moved.ok) return moved;
  // Whom staff vetted as a neighbour here answers for this community no longer.
  const ends: readonly Role[] = ['resident', ...VETTED];
  const roles = record.roles.filter((role) => !ends.includes(role));
  return ok({ ...unbound(record, moved.value, null), roles: roles.length > 0 ? roles : ['visitor'] });
}

/** Staff ask how to reach somebody; the record says who asked, and about which matter. */
export function lookAtContact(
  record: PersonRecord,
  actor: Person,
  matter: string | undefined,
  now: number,
): Result<PersonRecord, 'MOVE_NOT_ALLOWED_FOR_ROLE' | 'PERSON_HAS_NO_PHONE'> {
  if (!isStaff(actor)) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if (record.sealedPhone === null) return err('PERSON_HAS_NO_PHONE');
  return ok(withTrace(record, { move: 'lookAtContact', by: actor, now, note: matter }));
}

type Moved = Pick<PersonRecord, 'version' | 'updatedAt' | 'history'>;

/** Leaving a household also forgets the phone number: it was given for that purpose. */
const unbound = (record: PersonRecord, moved: Moved, refusal: string | null): PersonRecord => {
  const { status: _status, home: _home, ...rest } = record;
  const { requestedAt: _requestedAt, ...kept } = { requestedAt: 0, ...rest };
  return {
    ...kept,
    version: moved.version,
    updatedAt: moved.updatedAt,
    history: moved.history,
    status: 'unbound',
    home: null,
    sealedPhone: null,
    refusal,
  };
};

const withRole = (roles: readonly Role[], role: Role): readonly Role[] => [
  ...roles.filter((other) => other !== 'visitor' && other !== role),
  role,
];
