import * as z from 'zod/mini';
import type { RecordBase } from '../kernel/record';

export const FAQ_LIMITS = { suggestions: 3, entriesMax: 1000 } as const;

/** A question the community gets often, with an owner who keeps the answer true and a date to check it again. */
export type FaqEntry = RecordBase & {
  readonly status: 'published';
  readonly question: string;
  readonly answer: string;
  readonly keywords: readonly string[];
  readonly owner: string;
  readonly source: string;
  /** `YYYY-MM-DD`; after it the answer is shown as "to be checked". */
  readonly reviewOn: string;
  readonly helpedCount: number;
};

export const faqView = z.object({
  faqId: z.string(),
  question: z.string(),
  answer: z.string(),
  keywords: z.array(z.string()),
  owner: z.string(),
  source: z.string(),
  reviewOn: z.string(),
  helpedCount: z.number(),
});
export type FaqView = z.output<typeof faqView>;
