import type { Person } from '../kernel/person';
import type { ReadsView, Thread } from './thread.schema';

export const TYPING_LIMITS = {
  /** Somebody who keeps writing says so again after this long. */
  renewAfterMs: 15_000,
  /** A sign that was not renewed counts for so long. */
  freshForMs: 20_000,
} as const;

/** How far each side has read. */
export const readsOf = ({ askerReadSeq, deskReadSeq = 0 }: Thread): ReadsView => ({
  asker: askerReadSeq,
  desk: deskReadSeq,
});

/** Whether the side opposite to this person is writing at this moment. */
export function isOtherTyping(thread: Thread, person: Person, now: number): boolean {
  const isAsker = thread.askerId === person.personId;
  const typedAt = (isAsker ? thread.deskTypingAt : thread.askerTypingAt) ?? 0;
  return now - typedAt < TYPING_LIMITS.freshForMs;
}
