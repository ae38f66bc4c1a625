import { visitOf } from '@domain/desk/visit.rules';
import type { ThreadVisit } from '@domain/desk/visit.schema';
import type { Thread } from '@domain/desk/thread.schema';
import { HOUR, startOfDay } from '@domain/kernel/time';
import type { DeskStaff } from './desk-staff';

const SHOWN = 6;
/** She looks in at ten the next morning. */
const AFTER = 34 * HOUR;

/** The secretary looks into a matter now and then, and each time a line is left. */
export function buildVisits(now: number, staff: DeskStaff, threads: readonly Thread[]): ThreadVisit[] {
  return threads
    .filter(({ status, askedAt }) => status === 'confirmed' && startOfDay(askedAt) + AFTER < now)
    .slice(-SHOWN)
    .map((thread) => visitOf(thread, staff.secretary, startOfDay(thread.askedAt) + AFTER));
}
