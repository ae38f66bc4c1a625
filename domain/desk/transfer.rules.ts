import type { Person } from '../kernel/person';
import { actorOf } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { step, type MoveError } from '../kernel/workflow';
import { CASEWORK_LIMITS } from './casework.schema';
import { tell } from './duty-alert';
import type { DutyPerson } from './duty.schema';
import { withSystemLine } from './thread-messages';
import { rolesOn } from './thread.rules';
import type { Thread } from './thread.schema';
import { threadWorkflow } from './thread.workflow';

/** Colleagues who may take this matter from its taker: anybody of the desk but the taker and the asker. */
export const mayTake = (thread: Thread, { personId }: Pick<DutyPerson, 'personId'>): boolean =>
  personId !== thread.taker?.personId && personId !== thread.askerId;

/** A matter goes to a named colleague, who is told why. The resident reads who goes on with it. */
export function transfer(
  thread: Thread,
  staff: Person,
  to: DutyPerson,
  reason: string,
  now: number,
): Result<Thread, MoveError | 'COLLEAGUE_NOT_FOUND'> {
  if (!mayTake(thread, to) || to.personId === staff.personId) return err('COLLEAGUE_NOT_FOUND');
  const relations = rolesOn(thread, staff);
  const moved = step(threadWorkflow, thread, 'transfer', {
    actor: staff,
    relations,
    now,
    note: `${to.name}：${reason}`,
  });
  if (!moved.ok) return moved;
  const passed = { from: actorOf(staff), to: actorOf(to), reason, at: now };
  const given: Thread = {
    ...thread,
    ...moved.value,
    taker: { personId: to.personId, name: to.name, face: to.face },
    transfers: [...(thread.transfers ?? []), passed].slice(-CASEWORK_LIMITS.transfersKept),
  };
  const told = tell(given, {
    id: `${thread._id}-transfer-${moved.value.version}`,
    personId: to.personId,
    kind: 'transfer',
    words: `${staff.name}转给您：${thread.title}（${reason}）`,
    page: 'thread',
    pageId: thread._id,
    isLoud: true,
    at: now,
  });
  return ok(withSystemLine(told, `已转给${to.name}继续办`, now));
}
