import type { Handover } from '@domain/desk/handover.schema';
import {
  itemsFrom,
  noteOnHandover,
  openHandover,
  signHandover,
  wakeHandover,
} from '@domain/desk/handover.rules';
import type { Thread } from '@domain/desk/thread.schema';
import { DAY, MINUTE } from '@domain/kernel/time';
import { COMMUNITY } from '../data/register';
import { shiftStartOf } from '../duty-order';
import { allowed } from '../outcome';
import type { DeskStaff } from './desk-staff';

const SHEETS = 7;
const ITEMS_MAX = 4;
const LINES = [
  '已经和物业说过，请上午再催一次',
  '居民白天不在家，晚上七点以后联系',
  '师傅答应了，来之前会打电话',
  '材料齐了，等窗口上班就能办',
];

/** The sheets of the last changes of hands, signed, with a line to each matter. */
export function buildHandovers(now: number, staff: DeskStaff, threads: readonly Thread[]): Handover[] {
  const today = shiftStartOf(now);
  return Array.from({ length: SHEETS }, (_, index) => handedOver(today - index * DAY, staff, threads, now));
}

function handedOver(changesAt: number, staff: DeskStaff, threads: readonly Thread[], now: number): Handover {
  const leaving = [...staff.onDutyAt(changesAt - DAY)];
  const coming = [...staff.onDutyAt(changesAt)];
  const items = itemsFrom(threads.flatMap((thread) => asItStood(thread, changesAt))).slice(0, ITEMS_MAX);
  const change = {
    communityId: COMMUNITY.communityId,
    changesAt,
    leaving: leaving.map(({ personId, name, face }) => ({ personId, name, face })),
    coming: coming.map(({ personId, name, face }) => ({ personId, name, face })),
  };
  const opened = openHandover(change, items, changesAt - 30 * MINUTE);
  const noted = items.reduce((sheet, { itemId }, index) => {
    const by = leaving[index % 2] ?? staff.secretary;
    const text = LINES[index % LINES.length] ?? '';
    return allowed(
      noteOnHandover(sheet, by, { itemId, text }, changesAt - 12 * MINUTE),
      `${sheet._id}: note`,
    );
  }, opened);
  const changed = wakeHandover(noted, items, null, changesAt) ?? noted;
  const [signer] = coming;
  const signedAt = changesAt + 6 * MINUTE;
  const signed =
    signer && signedAt <= now
      ? allowed(signHandover(changed, signer, signedAt), `${noted._id}: sign`)
      : changed;
  return { ...signed, outbox: [], outboxDueAt: null };
}

/** A matter that was on the desk at that instant, as it was then; nothing for any other. */
function asItStood(thread: Thread, at: number): Thread[] {
  const { taker, askedAt } = thread;
  const endedAt = 'resolvedAt' in thread ? thread.resolvedAt : Infinity;
  if (!taker || askedAt >= at || endedAt <= at) return [];
  return [{ ...thread, status: 'taken', taker, replyDueAt: null, pause: null, promises: [] }];
}
