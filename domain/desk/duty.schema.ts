import * as z from 'zod/mini';
import { idSchema, instantSchema, optionalText } from '../kernel/input';
import type { RecordBase } from '../kernel/record';
import { DAY, HOUR } from '../kernel/time';

export const DUTY_LIMITS = {
  shiftMinMs: HOUR,
  shiftMaxMs: 3 * DAY,
  peopleMax: 4,
  /** So many people answer at a time unless the plan says otherwise. */
  peopleByDefault: 2,
  noteMax: 60,
  fillWeeksMax: 8,
  /** One page of the roster. */
  shownDaysMax: 62,
} as const;

export type DutyPerson = { readonly personId: string; readonly name: string; readonly face: string };

/** Who answers the desk from `startsAt` until `endsAt` (epoch ms, end excluded). Two people by default. */
export type DutyShift = RecordBase & {
  readonly status: 'planned' | 'removed';
  readonly startsAt: number;
  readonly endsAt: number;
  readonly people: readonly DutyPerson[];
  /** Somebody on this shift asks a colleague to take the place; absent on shifts from before there were swaps. */
  readonly swap?: SwapAsk | null;
  /** Who was to be here and cannot; the newest last. */
  readonly absences?: readonly Absence[];
};

/** `from` asks `to` to stand in, and may offer to serve `inReturn` for it. It is done only when `to` consents. */
export type SwapAsk = {
  readonly from: DutyPerson;
  readonly to: DutyPerson;
  readonly inReturn: { readonly shiftId: string; readonly startsAt: number } | null;
  readonly note: string;
  readonly askedAt: number;
};

export const ABSENCE_REASONS = ['sick', 'family', 'work'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];
export const ABSENCE_WORDS: Readonly<Record<AbsenceReason, string>> = {
  sick: '病假',
  family: '家里有事',
  work: '另有公务',
};

export type Absence = {
  readonly person: DutyPerson;
  readonly reason: AbsenceReason;
  readonly at: number;
  /** Who stepped in; null while the place is empty. */
  readonly coveredBy: DutyPerson | null;
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

const personIds = z.array(idSchema).check(z.minLength(1), z.maxLength(DUTY_LIMITS.peopleMax));

/** A shift as the secretary writes it. @see DUTY_LIMITS for how short and how long it may be. */
export const shiftInput = z.object({ startsAt: instantSchema, endsAt: instantSchema, personIds }).check(
  z.refine(({ startsAt, endsAt }) => endsAt - startsAt >= DUTY_LIMITS.shiftMinMs, { path: ['endsAt'] }),
  z.refine(({ startsAt, endsAt }) => endsAt - startsAt <= DUTY_LIMITS.shiftMaxMs, { path: ['endsAt'] }),
);

/** Shift lengths a plan may use: they divide a day, so the desk changes hands at the same hours every day. */
export const PLAN_HOURS = [6, 8, 12, 24] as const;

/** A rotation over several weeks: the people take turns in this order, so many at a time. */
export const planInput = z.object({
  startsAt: instantSchema,
  weeks: z.int().check(z.minimum(1), z.maximum(DUTY_LIMITS.fillWeeksMax)),
  shiftHours: z.literal(PLAN_HOURS),
  perShift: z.int().check(z.minimum(1), z.maximum(DUTY_LIMITS.peopleMax)),
  order: z.array(idSchema).check(z.minLength(1), z.maxLength(60)),
});
export type PlanInput = z.output<typeof planInput>;

export const swapInput = z.object({
  shiftId: idSchema,
  toPersonId: idSchema,
  inReturnShiftId: z.nullable(idSchema),
  note: optionalText(DUTY_LIMITS.noteMax),
});

export const absenceInput = z.object({
  shiftId: idSchema,
  personId: idSchema,
  reason: z.enum(ABSENCE_REASONS),
});

/** A shift as staff see it, with what is being arranged about it. */
export const rosterShift = z.object({
  ...shiftView.shape,
  version: z.number(),
  /** What the reader may do with it, by the workflow. */
  moves: z.array(z.string()),
  swap: z.nullable(
    z.object({
      from: dutyPersonView,
      to: dutyPersonView,
      inReturnStartsAt: z.nullable(z.number()),
      note: z.string(),
      askedAt: z.number(),
    }),
  ),
  absences: z.array(
    z.object({
      person: dutyPersonView,
      reason: z.enum(ABSENCE_REASONS),
      coveredBy: z.nullable(dutyPersonView),
    }),
  ),
});
export type RosterShift = z.output<typeof rosterShift>;

const stretch = z.object({ startsAt: z.number(), endsAt: z.number(), peopleCount: z.number() });

/** The roster of some weeks: its days with what they are, its shifts, and the hours with nobody or only one. */
export const rosterWeeks = z.object({
  days: z.array(
    z.object({ startsAt: z.number(), holiday: z.nullable(z.string()), isWorkingWeekend: z.boolean() }),
  ),
  shifts: z.array(rosterShift),
  thin: z.array(stretch),
  /** From here on nothing is planned; null when nothing is planned at all. */
  plannedUntil: z.nullable(z.number()),
  staff: z.array(dutyPersonView),
  canPlan: z.boolean(),
});
export type RosterWeeks = z.output<typeof rosterWeeks>;
