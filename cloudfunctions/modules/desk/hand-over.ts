import { ok } from '@domain/kernel/result';
import { DAY } from '@domain/kernel/time';
import type * as actions from '@domain/desk/duty.actions';
import { peopleAt } from '@domain/desk/duty-coverage';
import * as rules from '@domain/desk/handover.rules';
import { HANDOVER_LIMITS, type Handover, type HandoverView } from '@domain/desk/handover.schema';
import type { Person } from '@domain/kernel/person';
import type { Handler } from '@cloud/platform/binding';
import type { PeopleRepository } from '../people';
import { dutyPersonFrom } from './duty-now';
import type { DutyRepository } from './duty.repository';

/** A change of hands that the timer missed is still made up for, if it is not older than this. */
const LOOK_BACK = DAY / 2;

const toHandoverView = (sheet: Handover, person: Person, now: number): HandoverView => ({
  handoverId: sheet._id,
  status: sheet.status,
  changesAt: sheet.changesAt,
  leaving: [...sheet.leaving],
  coming: [...sheet.coming],
  items: sheet.items.map((item) => ({
    ...item,
    notes: sheet.notes
      .filter(({ itemId }) => itemId === item.itemId)
      .map(({ text, by, at }) => ({ text, byName: by.name, at })),
  })),
  signerName: sheet.signer?.name ?? null,
  signedAt: sheet.signedAt,
  isOverdue: rules.isOverdue(sheet, now),
  moves: rules.handoverMoves(sheet, person),
});

export const listHandovers =
  (duty: DutyRepository): Handler<typeof actions.listHandovers> =>
  async ({ person, now }) => {
    const sheets = await duty.handoverCards(person.communityId);
    return ok({
      items: sheets.map((sheet) => ({
        handoverId: sheet._id,
        status: sheet.status,
        changesAt: sheet.changesAt,
        leavingNames: sheet.leaving.map(({ name }) => name),
        comingNames: sheet.coming.map(({ name }) => name),
        itemCount: sheet.items.length,
        notedCount: sheet.items.filter(({ itemId }) => sheet.notes.some((note) => note.itemId === itemId))
          .length,
        signerName: sheet.signer?.name ?? null,
        signedAt: sheet.signedAt,
        isOverdue: rules.isOverdue(sheet, now),
      })),
    });
  };

export const getHandover =
  (duty: DutyRepository): Handler<typeof actions.getHandover> =>
  async (caller, { handoverId }) => {
    const loaded = await duty.handovers.load(caller, handoverId);
    return loaded.ok ? ok(toHandoverView(loaded.value, caller.person, caller.now)) : loaded;
  };

export const noteOnHandover =
  (duty: DutyRepository): Handler<typeof actions.noteOnHandover> =>
  async (caller, { handoverId, itemId, text }) => {
    const moved = await duty.handovers.move(caller, handoverId, (sheet) =>
      rules.noteOnHandover(sheet, caller.person, { itemId, text }, caller.now),
    );
    return moved.ok ? ok(toHandoverView(moved.value, caller.person, caller.now)) : moved;
  };

export const signHandover =
  (duty: DutyRepository): Handler<typeof actions.signHandover> =>
  async (caller, { handoverId }) => {
    const moved = await duty.handovers.move(caller, handoverId, (sheet) =>
      rules.signHandover(sheet, caller.person, caller.now),
    );
    return moved.ok ? ok(toHandoverView(moved.value, caller.person, caller.now)) : moved;
  };

/** Lays out the sheets of changes of hands that are near, and sees to those that wait. Returns how many it touched. */
export const prepareHandovers =
  (duty: DutyRepository, people: PeopleRepository) =>
  async (now: number): Promise<number> => {
    let touched = 0;
    for (const change of await changesNear(duty, now)) {
      const id = rules.handoverIdFor(change.communityId, change.changesAt);
      if (await duty.handovers.collection.get(id)) continue;
      const items = rules.itemsFrom(await duty.openMatters(change.communityId));
      if (await duty.handovers.insertByTimer(rules.openHandover(change, items, now))) touched += 1;
    }
    for (const sheet of await duty.handoversToWake(now)) {
      const [matters, secretary] = await Promise.all([
        duty.openMatters(sheet.communityId),
        people.secretary(sheet.communityId),
      ]);
      const behind = secretary ? dutyPersonFrom(secretary) : null;
      const after = rules.wakeHandover(sheet, rules.itemsFrom(matters), behind, now);
      if (after && (await duty.handovers.commitByTimer(sheet, after))) touched += 1;
    }
    return touched;
  };

/** Instants at which somebody leaves the desk, each once per community, with who leaves and who is there afterwards. */
async function changesNear(duty: DutyRepository, now: number): Promise<rules.Change[]> {
  const ending = await duty.shiftsEnding(now - LOOK_BACK, now + HANDOVER_LIMITS.openBeforeMs);
  const changes = new Map<string, rules.Change>();
  for (const { communityId, endsAt: changesAt } of ending) {
    const key = `${communityId}@${changesAt}`;
    if (changes.has(key)) continue;
    const around = await duty.shiftsBetween(communityId, changesAt - 1, changesAt + 1);
    const coming = peopleAt(around, changesAt);
    const leaving = peopleAt(around, changesAt - 1).filter(
      ({ personId }) => !coming.some((other) => other.personId === personId),
    );
    if (leaving.length > 0) changes.set(key, { communityId, changesAt, leaving, coming });
  }
  return [...changes.values()];
}
