import * as z from 'zod/mini';
import type { RecordBase } from '../kernel/record';

export type DutyPerson = { readonly personId: string; readonly name: string; readonly face: string };

/** Who answers the desk from `startsAt` until `endsAt` (epoch ms, end excluded). Two people by default. */
export type DutyShift = RecordBase & {
  readonly status: 'planned';
  readonly startsAt: number;
  readonly endsAt: number;
  readonly people: readonly DutyPerson[];
};

export const dutyPersonView = z.object({ personId: z.string(), name: z.string(), face: z.string() });
export const shiftView = z.object({
  shiftId: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  people: z.array(dutyPersonView),
});
export type ShiftView = z.output<typeof shiftView>;

/** Who is there for you now, and who comes next. `now` is null in an uncovered hour: the secretary answers then. */
export const dutyView = z.object({
  now: z.nullable(shiftView),
  next: z.nullable(shiftView),
  secretary: z.nullable(dutyPersonView),
  phone: z.string(),
  replyWithinMinutes: z.number(),
});
export type DutyView = z.output<typeof dutyView>;

/** The shift of an instant among shifts sorted by start, and the one after it. */
export function shiftsAround<S extends { startsAt: number; endsAt: number }>(
  shifts: readonly S[],
  now: number,
): { current: S | null; next: S | null } {
  const current = shifts.find((shift) => shift.startsAt <= now && now < shift.endsAt) ?? null;
  const next = shifts.find((shift) => shift.startsAt > now) ?? null;
  return { current, next };
}
