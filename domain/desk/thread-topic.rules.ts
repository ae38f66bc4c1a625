import type { Person } from '../kernel/person';
import { withTrace } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { rolesOn } from './thread.rules';
import type { Thread } from './thread.schema';
import { TOPIC_LABELS, type Topic } from './thread-topic';

/**
 * Staff say what a conversation is about. It is no word to anybody and moves nothing, so the place in the queue
 * (`updatedAt`) stays; who said so stands in the history.
 */
export function setTopic(
  thread: Thread,
  staff: Person,
  topic: Topic,
  now: number,
): Result<Thread, 'MOVE_NOT_ALLOWED_FOR_ROLE'> {
  if (!rolesOn(thread, staff).includes('staff')) return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  if (thread.topic === topic) return ok(thread);
  const traced = withTrace(thread, { move: 'setTopic', by: staff, now, note: TOPIC_LABELS[topic] });
  return ok({ ...traced, topic });
}
