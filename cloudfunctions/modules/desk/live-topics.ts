import type { listTopics as listTopicsAction } from '@domain/desk/live.actions';
import { ok } from '@domain/kernel/result';
import { isStaff } from '@domain/kernel/roles';
import type { Handler } from '@cloud/platform/binding';
import { topicOf } from '../../manifest';

/** One's own conversations; for staff, all of the community's, who looks at them, and what oneself is told. */
export const listTopics = (): Handler<typeof listTopicsAction> => async (caller) => {
  const { personId, communityId } = caller.person;
  const own = topicOf('threads', 'askerId', personId);
  const desk = [topicOf('threads', 'communityId', communityId), topicOf('looks', 'communityId', communityId)];
  const told = topicOf('duty_alerts', 'personId', personId);
  return ok({ topics: isStaff(caller.person) ? [own, ...desk, told] : [own] });
};
