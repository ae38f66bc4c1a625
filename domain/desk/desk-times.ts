import * as z from 'zod/mini';
import { CONTACTS_KEPT_DAYS } from '../kernel/retention';

/** When the desk acts by itself. Minutes count from the moment it began to owe an answer. */
export type DeskTimes = {
  readonly otherAfterMinutes: number;
  readonly nextPairAfterMinutes: number;
  readonly secretaryAfterMinutes: number;
  /** An uncovered hour is warned about so many days ahead. */
  readonly warnDaysAhead: number;
  /** Whoever has not confirmed a resolved matter by then is asked by phone. */
  readonly followUpAfterDays: number;
  /** So many days after a matter has ended, the contact given for it is taken out. */
  readonly contactsKeptDays: number;
};

export const DEFAULT_DESK_TIMES: DeskTimes = {
  otherAfterMinutes: 5,
  nextPairAfterMinutes: 10,
  secretaryAfterMinutes: 15,
  warnDaysAhead: 7,
  followUpAfterDays: 3,
  contactsKeptDays: CONTACTS_KEPT_DAYS.usual,
};

const minutes = z.int().check(z.minimum(1), z.maximum(240));

/** As the secretary sets them: each rung later than the one before. */
export const deskTimesInput = z
  .object({
    replyWithinMinutes: z.int().check(z.minimum(5), z.maximum(240)),
    otherAfterMinutes: minutes,
    nextPairAfterMinutes: minutes,
    secretaryAfterMinutes: minutes,
    warnDaysAhead: z.int().check(z.minimum(1), z.maximum(28)),
    followUpAfterDays: z.int().check(z.minimum(1), z.maximum(6)),
    /** Left out by pages from before there was such a time: then it stays what it is. */
    contactsKeptDays: z.optional(
      z.int().check(z.minimum(CONTACTS_KEPT_DAYS.min), z.maximum(CONTACTS_KEPT_DAYS.max)),
    ),
  })
  .check(
    z.refine((times) => times.nextPairAfterMinutes > times.otherAfterMinutes, {
      path: ['nextPairAfterMinutes'],
    }),
    z.refine((times) => times.secretaryAfterMinutes > times.nextPairAfterMinutes, {
      path: ['secretaryAfterMinutes'],
    }),
  );

export const deskTimesView = z.object({
  replyWithinMinutes: z.number(),
  otherAfterMinutes: z.number(),
  nextPairAfterMinutes: z.number(),
  secretaryAfterMinutes: z.number(),
  warnDaysAhead: z.number(),
  followUpAfterDays: z.number(),
  contactsKeptDays: z.number(),
  version: z.number(),
  canSet: z.boolean(),
});
export type DeskTimesView = z.output<typeof deskTimesView>;
