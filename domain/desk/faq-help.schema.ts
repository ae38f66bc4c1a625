import * as z from 'zod/mini';
import type { RecordBase } from '../kernel/record';

/** What the community counted before there was an app, and where residents helping one another brought it. */
export const QUESTION_BASELINE = { beforePerDay: 300, nowPerDay: 100 } as const;

/** Who wrote the answer that did it: an entry, a neighbour staff have vetted, or the desk in a public reply. */
export type HelpSource = 'faq' | 'neighbour' | 'desk';

/** Somebody read an answer, said it was one, and sent nothing. Its id names person, answer and day. */
export type FaqHelp = RecordBase & {
  readonly status: 'solved' | 'void';
  readonly personId: string;
  readonly subjectId: string;
  readonly source: HelpSource;
  /** `YYYY-MM-DD` in China. */
  readonly day: string;
};

/** A day's counts, filed once it is over; today's are counted when somebody looks. Its id is `<communityId>:<date>`. */
export type DeskDay = {
  readonly _id: string;
  readonly communityId: string;
  readonly date: string;
  /** Threads that residents began. */
  readonly askedCount: number;
  /** Answered by an entry or a public reply of the desk, nothing sent. */
  readonly deflectedCount: number;
  /** Answered by what a vetted neighbour wrote, nothing sent. */
  readonly neighbourCount: number;
  /** Threads the desk answered for the first time. */
  readonly staffCount: number;
};

export const dayFigures = z.object({
  date: z.string(),
  askedCount: z.number(),
  deflectedCount: z.number(),
  neighbourCount: z.number(),
  staffCount: z.number(),
  /** All questions of the day: asked of the desk, or answered without it. */
  questionCount: z.number(),
});
export type DayFigures = z.output<typeof dayFigures>;

export const questionFigures = z.object({
  days: z.array(dayFigures),
  /** The last of `days` is today, and not over. */
  baseline: z.object({ beforePerDay: z.number(), nowPerDay: z.number() }),
});
