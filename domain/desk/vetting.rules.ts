import type { Person } from '../kernel/person';
import { withTrace } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { isStaff, ROLE_LABELS, type Role, type VETTED } from '../kernel/roles';

export type VettedRole = (typeof VETTED)[number];
/** What vetting changes of a person's record, whatever else that holds. */
type Record = Parameters<typeof withTrace>[0] & {
  readonly home: object | null;
  readonly roles: readonly Role[];
};

/** Staff trust a confirmed resident to answer publicly; who did so, and why, stands in that person's history. */
export function grant<R extends Record>(
  record: R,
  by: Person,
  role: VettedRole,
  note: string,
  now: number,
): Result<R, 'VETTING_NOT_RESIDENT' | 'VETTING_STANDS' | 'MOVE_NOT_ALLOWED_FOR_ROLE'> {
  if (!isStaff(by)) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if (record.status !== 'bound' || record.home === null || isStaff(record))
    return err('VETTING_NOT_RESIDENT');
  if (record.roles.includes(role)) return err('VETTING_STANDS');
  const words = `${ROLE_LABELS[role]}：${note}`;
  const traced = withTrace(record, { move: 'grantVetting', by, now, note: words });
  return ok({ ...traced, roles: [...record.roles, role] });
}

export function revoke<R extends Record>(
  record: R,
  by: Person,
  role: VettedRole,
  note: string,
  now: number,
): Result<R, 'VETTING_NONE' | 'MOVE_NOT_ALLOWED_FOR_ROLE'> {
  if (!isStaff(by)) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if (!record.roles.includes(role)) return err('VETTING_NONE');
  const words = `${ROLE_LABELS[role]}：${note}`;
  const traced = withTrace(record, { move: 'revokeVetting', by, now, note: words });
  return ok({ ...traced, roles: record.roles.filter((other) => other !== role) });
}
