import { CASEWORK_LIMITS, type ThreadNote } from '@domain/desk/casework.schema';
import { householdAsker } from '@domain/desk/record-for.rules';
import type { Thread } from '@domain/desk/thread.schema';
import { PAGE_SIZE } from '@domain/kernel/input';
import type { PersonRecord } from '@domain/people/people.schema';
import { after, type Cursor } from '@cloud/platform/paging';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, type RecordStore } from '@cloud/platform/record-store';

export type CaseworkRepository = {
  readonly notes: RecordStore<ThreadNote, 'NOTE_NOT_FOUND'>;
  /** Notes on one conversation, the newest first; one more than a page. */
  notesOn(threadId: string, cursor: Cursor | null): Promise<ThreadNote[]>;
  /** Remembers on the conversation when its newest note was written; nothing else of it changes. */
  markNoted(threadId: string, at: number): Promise<void>;
  /** Bound people whose name begins so. */
  namedLike(communityId: string, beginning: string): Promise<PersonRecord[]>;
  /** What was recorded for a household while nobody of it used the app. */
  ofHousehold(communityId: string, householdId: string): Promise<Thread[]>;
};

/** Behind every character a name can hold. */
const BEHIND_ALL = '\u{10ffff}';
const HOUSEHOLD_MAX = 100;

export function caseworkRepository({ database, relay }: Platform): CaseworkRepository {
  const notes = createRecordStore<ThreadNote, 'NOTE_NOT_FOUND'>(
    database,
    'thread_notes',
    'NOTE_NOT_FOUND',
    relay,
  );
  const threads = database.collection<Thread>('threads');
  const persons = database.collection<PersonRecord>('persons');
  const _ = database.command;
  return {
    notes,
    notesOn: (threadId, cursor) =>
      notes.collection.find({
        where: after(_, { threadId }, 'createdAt', cursor),
        orderBy: [
          ['createdAt', 'desc'],
          ['_id', 'desc'],
        ],
        limit: PAGE_SIZE + 1,
      }),
    async markNoted(_id, at) {
      await threads.updateOne({ _id }, { notedAt: _.max(at) });
    },
    namedLike: (communityId, beginning) =>
      persons.find({
        where: {
          communityId,
          status: 'bound',
          name: _.gte(beginning).and(_.lt(`${beginning}${BEHIND_ALL}`)),
        },
        orderBy: [['name', 'asc']],
        limit: CASEWORK_LIMITS.foundMax,
      }),
    ofHousehold: (communityId, householdId) =>
      threads.find({
        where: { communityId, askerId: householdAsker(householdId) },
        orderBy: [['updatedAt', 'desc']],
        limit: HOUSEHOLD_MAX,
      }),
  };
}
