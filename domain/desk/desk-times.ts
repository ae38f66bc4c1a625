import * as z from 'zod/mini';

/** When the desk acts by itself. Minutes count from the moment it began to owe an answer. */
export type DeskTimes = {
  readonly otherAfterMinutes: number;
  readonly nextPairAfterMinutes: number;
  readonly secretaryAfterMinutes: number;
  /** An uncovered hour is warned about so many days ahead. */
  readonly warnDaysAhead: number;
  /** Whoever has not confirmed a resolved matter by then is asked by phone. */
  readonly followUpAfterDays: number;
};

export const DEFAULT_DESK_TIMES: DeskTimes = {
  otherAfterMinutes: 5,
  nextPairAfterMinutes: 10,
  secretaryAfterMinutes: 15,
  warnDaysAhead: 7,
  followUpAfterDays: 3,
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
  version: z.number(),
  canSet: z.boolean(),
});
export type DeskTimesView = z.output<typeof deskTimesView>;
