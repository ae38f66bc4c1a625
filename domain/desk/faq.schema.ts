import * as z from 'zod/mini';
import type { Actor, RecordBase } from '../kernel/record';

export const FAQ_LIMITS = {
  suggestions: 3,
  /** What the list for old clients carries at most. */
  entriesMax: 1000,
  questionMax: 80,
  answerMax: 800,
  sourceMax: 80,
  keywordMax: 20,
  keywordsMax: 12,
  /** Entries a phone fetches at once while it fills its index. */
  changesPage: 500,
  answersAtOnce: 50,
  /** So many threads a draft remembers as having asked it; `askedCount` counts them all. */
  askedInMax: 50,
  /** So many of the newest public questions a phone keeps, to suggest them while somebody types. */
  publicLeadsMax: 200,
} as const;

/** Where an entry came from: written by staff, made of a thread, or asked at the desk and not answered by any entry. */
export type FaqOrigin =
  { readonly kind: 'written' } | { readonly kind: 'thread' | 'asked'; readonly threadId: string };

/** A question the community gets often, with an owner who keeps the answer true and a date to check it again. */
export type FaqEntry = RecordBase & {
  readonly status: 'draft' | 'published' | 'retired';
  readonly question: string;
  readonly answer: string;
  readonly keywords: readonly string[];
  readonly owner: Actor;
  readonly source: string;
  /** `YYYY-MM-DD`; after it the answer no longer counts as current. Empty in a draft that nobody has dated. */
  readonly reviewOn: string;
  readonly helpedCount: number;
  /** Help counted before each was a record of its own. */
  readonly helpedBefore: number;
  readonly origin: FaqOrigin;
  /** How often the desk was asked this while it had no answer. */
  readonly askedCount: number;
  readonly askedIn: readonly string[];
  /** What the staff's search finds this by. */
  readonly searchKeys: readonly string[];
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

/** What a phone needs to find an entry; the answer is fetched when somebody opens it. */
export const faqLead = z.object({
  faqId: z.string(),
  question: z.string(),
  keywords: z.array(z.string()),
  reviewOn: z.string(),
  helpedCount: z.number(),
});
export type FaqLead = z.output<typeof faqLead>;

/** Changes since a cursor. An entry that is no longer published is among `gone`. */
export const faqChanges = z.object({
  items: z.array(faqLead),
  gone: z.array(z.string()),
  cursor: z.string(),
  hasMore: z.boolean(),
});

export const isOverdueOn = (entry: { readonly reviewOn: string }, today: string): boolean =>
  entry.reviewOn !== '' && entry.reviewOn < today;

/** A public question as a phone finds it while somebody types. */
export const publicLead = z.object({
  questionId: z.string(),
  question: z.string(),
  keywords: z.array(z.string()),
});
export type PublicLead = z.output<typeof publicLead>;
