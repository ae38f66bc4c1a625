import { PAGE_SIZE } from '@domain/kernel/input';
import { err, ok } from '@domain/kernel/result';
import type * as actions from '@domain/desk/note.actions';
import type { NoteView, ThreadNote } from '@domain/desk/casework.schema';
import type { DutyPerson } from '@domain/desk/duty.schema';
import { writeNote } from '@domain/desk/note.rules';
import { rolesOn } from '@domain/desk/thread.rules';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor, type Caller } from '@cloud/platform/caller';
import { decodeCursor, pageFrom } from '@cloud/platform/paging';
import type { PeopleRepository } from '../people';
import type { CaseworkRepository } from './casework.repository';
import type { DeskRepository } from './desk.repository';
import { companyAt, dutyPersonFrom } from './duty-now';
import { loadVisible } from './read-threads';
import type { NoteVisit } from './watch-sight';

const toNoteView = (note: ThreadNote, caller: Caller): NoteView => ({
  noteId: note._id,
  text: note.text,
  by: note.by,
  mentions: note.mentions.map(({ name }) => name),
  isMine: note.by.personId === caller.person.personId,
  at: note.createdAt,
});

/** A matter one may work on: to somebody of the desk who asked themself, colleagues' notes on it do not exist. */
async function loadForStaff(desk: DeskRepository, caller: Caller, threadId: string, note?: NoteVisit) {
  const loaded = await loadVisible(desk, caller, threadId, note);
  if (!loaded.ok || !rolesOn(loaded.value, caller.person).includes('staff')) return err('THREAD_NOT_FOUND');
  return loaded;
}

/** Everybody of the desk, by id; whoever is not among them cannot be mentioned or given a matter. */
export async function colleaguesOf(
  people: PeopleRepository,
  communityId: string,
): Promise<ReadonlyMap<string, DutyPerson>> {
  const staff = await people.staff(communityId);
  return new Map(staff.map((record) => [record._id, dutyPersonFrom(record)]));
}

export const listColleagues =
  (desk: DeskRepository, people: PeopleRepository): Handler<typeof actions.listColleagues> =>
  async ({ person, now }) => {
    const [all, { onDuty }] = await Promise.all([
      colleaguesOf(people, person.communityId),
      companyAt(desk, people, person.communityId, now),
    ]);
    const isOnDuty = ({ personId }: DutyPerson) => onDuty.some((other) => other.personId === personId);
    const items = [...all.values()]
      .filter(({ personId }) => personId !== person.personId)
      .map((colleague) => ({ ...colleague, isOnDuty: isOnDuty(colleague) }))
      .sort((a, b) => Number(b.isOnDuty) - Number(a.isOnDuty) || a.name.localeCompare(b.name, 'zh'));
    return ok({ items });
  };

export const listNotes =
  (desk: DeskRepository, casework: CaseworkRepository, note: NoteVisit): Handler<typeof actions.listNotes> =>
  async (caller, { threadId, cursor }) => {
    const loaded = await loadForStaff(desk, caller, threadId, note);
    if (!loaded.ok) return loaded;
    const found = await casework.notesOn(threadId, decodeCursor(cursor));
    const page = pageFrom(found, PAGE_SIZE, (note) => ({ at: note.createdAt, id: note._id }));
    return ok({ items: page.items.map((note) => toNoteView(note, caller)), nextCursor: page.nextCursor });
  };

export const addNote =
  (
    desk: DeskRepository,
    people: PeopleRepository,
    casework: CaseworkRepository,
  ): Handler<typeof actions.addNote> =>
  async (caller, { threadId, text, mentions = [] }) => {
    const { person, now } = caller;
    const loaded = await loadForStaff(desk, caller, threadId);
    if (!loaded.ok) return loaded;
    const known =
      mentions.length > 0 ? await colleaguesOf(people, person.communityId) : new Map<string, DutyPerson>();
    const mentioned = [...new Set(mentions)].map((personId) => known.get(personId));
    const isFault = (colleague: DutyPerson | undefined) =>
      !colleague || colleague.personId === person.personId || colleague.personId === loaded.value.askerId;
    if (mentioned.some(isFault)) return err('COLLEAGUE_NOT_FOUND');
    const told = mentioned.filter((colleague) => colleague !== undefined);
    const note = writeNote(loaded.value, person, { id: newIdFor(caller, 'note'), text, mentions: told }, now);
    const stored = await casework.notes.insert(caller, note);
    if (!stored.ok) return stored;
    await casework.markNoted(threadId, stored.value.createdAt);
    return ok(toNoteView(stored.value, caller));
  };
