import type { Person } from '../kernel/person';
import { newRecord } from '../kernel/record';
import type { ThreadNote } from './casework.schema';
import { tell } from './duty-alert';
import type { DutyPerson } from './duty.schema';
import type { Thread } from './thread.schema';

const TOLD_MAX = 60;

export type Noted = {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly DutyPerson[];
};

/** A word among colleagues about a matter; whoever is mentioned in it is told. */
export function writeNote(
  thread: Thread,
  by: Person,
  { id, text, mentions }: Noted,
  now: number,
): ThreadNote {
  const { personId, name, face, communityId } = by;
  const base = newRecord({ id, communityId, by, now, status: 'kept', move: 'write' });
  const note: ThreadNote = {
    ...base,
    status: 'kept',
    threadId: thread._id,
    text,
    by: { personId, name, face },
    mentions,
  };
  return mentions.reduce(
    (told, colleague) =>
      tell(told, {
        id: `${id}-${colleague.personId}`,
        personId: colleague.personId,
        kind: 'mention',
        words: `${name}提到您：${[...text].slice(0, TOLD_MAX).join('')}`,
        page: 'thread',
        pageId: thread._id,
        isLoud: false,
        at: now,
      }),
    note,
  );
}
