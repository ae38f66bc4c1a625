import * as z from 'zod/mini';
import { dateOn, DAY, startOn } from '../kernel/time';
import { RATINGS, threadStatus } from './thread.schema';

export const FIGURES_LIMITS = {
  /** A quarter at once; a year is four of them. */
  daysMax: 92,
  /** So many conversations of the month's sheet come at once. */
  sheetPage: 500,
} as const;

/**
 * What can be counted. `due`: an answer came, or should have come by now. `ended`: the neighbour, a call or the calendar
 * ended it; `fixed`: the neighbour said so, here or on the phone. What was taken back or became part of another matter counts nowhere.
 */
export const COUNTS = [
  'asked',
  'due',
  'inTime',
  'late',
  'ended',
  'fixed',
  'notFixed',
  'rated',
  'satisfied',
  'unsatisfied',
] as const;
export type Count = (typeof COUNTS)[number];
export const GROUPINGS = ['hour', 'topic', 'building'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Where nobody wrote down which building it was. */
export const UNREGISTERED = 'none';

/** A day of the calendar, `2026-11-22`. */
export const dateInput = z.string().check(
  z.regex(/^20\d{2}-\d{2}-\d{2}$/),
  z.refine((date) => {
    const start = startOn(date);
    return Number.isFinite(start) && dateOn(start) === date;
  }),
);

/** From the first day to the last, both included. */
export type Days = { readonly fromOn: string; readonly untilOn: string };

/** The span of some whole days; null when they are in the wrong order or too many. */
export function spanOf({ fromOn, untilOn }: Days): { from: number; to: number } | null {
  const [from, to] = [startOn(fromOn), startOn(untilOn) + DAY];
  return from < to && to - from <= FIGURES_LIMITS.daysMax * DAY ? { from, to } : null;
}

/** One number for each of `COUNTS`. */
const counts = {
  asked: z.number(),
  due: z.number(),
  inTime: z.number(),
  late: z.number(),
  ended: z.number(),
  fixed: z.number(),
  notFixed: z.number(),
  rated: z.number(),
  satisfied: z.number(),
  unsatisfied: z.number(),
};

const figureGroup = z.object({ key: z.string(), name: z.string(), ...counts });
export type FigureGroup = z.output<typeof figureGroup>;

export const figuresView = z.object({
  fromOn: z.string(),
  untilOn: z.string(),
  countedAt: z.number(),
  /** Taken back, or part of another matter: counted nowhere else. */
  leftOutCount: z.number(),
  totals: z.object(counts),
  byHour: z.array(figureGroup),
  byTopic: z.array(figureGroup),
  byBuilding: z.array(figureGroup),
});
export type FiguresView = z.output<typeof figuresView>;

const facts = {
  threadId: z.string(),
  number: z.string(),
  askedAt: z.number(),
  topic: z.string(),
  /** The building's name; empty where none was written down. */
  buildingName: z.string(),
  status: threadStatus,
  /** How long the first answer took, ms; null without one. */
  repliedAfter: z.nullable(z.number()),
  isInTime: z.boolean(),
  score: z.nullable(z.enum(RATINGS)),
};

/** A line behind a number, for whoever opens it. */
export const figureRow = z.object({ ...facts, title: z.string() });
export type FigureRow = z.output<typeof figureRow>;
/** A line of the sheet that leaves the house: no words of anybody. */
export const sheetRow = z.object(facts);
export type SheetRow = z.output<typeof sheetRow>;
