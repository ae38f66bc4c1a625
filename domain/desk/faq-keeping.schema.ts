import * as z from 'zod/mini';
import { countSchema, idSchema, text } from '../kernel/input';
import { FAQ_LIMITS } from './faq.schema';

const dateSchema = z.string().check(z.regex(/^20\d\d-[01]\d-[0-3]\d$/));
const keywords = z.array(text(FAQ_LIMITS.keywordMax)).check(z.maxLength(FAQ_LIMITS.keywordsMax));

/** A draft may be unfinished; what is published may not. */
export const faqDraftInput = z.object({
  question: text(FAQ_LIMITS.questionMax, 2),
  answer: z.string().check(z.trim(), z.maxLength(FAQ_LIMITS.answerMax)),
  keywords,
  source: z.string().check(z.trim(), z.maxLength(FAQ_LIMITS.sourceMax)),
  ownerId: idSchema,
  reviewOn: z.union([z.literal(''), dateSchema]),
});
export type FaqDraftInput = z.output<typeof faqDraftInput>;

export const faqInput = z.object({
  question: text(FAQ_LIMITS.questionMax, 2),
  answer: text(FAQ_LIMITS.answerMax, 5),
  keywords,
  source: text(FAQ_LIMITS.sourceMax, 2),
  ownerId: idSchema,
  reviewOn: dateSchema,
});
export type FaqInput = z.output<typeof faqInput>;
export const faqEdit = { faqId: idSchema, version: countSchema } as const;
export const reviewDate = dateSchema;

export const faqCard = z.object({
  faqId: z.string(),
  status: z.enum(['draft', 'published', 'retired']),
  question: z.string(),
  ownerName: z.string(),
  source: z.string(),
  reviewOn: z.string(),
  isOverdue: z.boolean(),
  helpedCount: z.number(),
  askedCount: z.number(),
  origin: z.enum(['written', 'thread', 'asked']),
  updatedAt: z.number(),
});
export type FaqCard = z.output<typeof faqCard>;

/** An entry with everything its keeper needs. */
export const faqSheet = z.object({
  card: faqCard,
  answer: z.string(),
  keywords: z.array(z.string()),
  ownerId: z.string(),
  threadId: z.nullable(z.string()),
  /** Shown to somebody who then asked the desk all the same. */
  refusedCount: z.number(),
  moves: z.array(z.string()),
  history: z.array(z.object({ move: z.string(), name: z.string(), at: z.number(), note: z.string() })),
  version: z.number(),
});
export type FaqSheet = z.output<typeof faqSheet>;

/** A question and answer taken out of a thread, personal details masked; nothing is stored yet. */
export const faqProposal = z.object({ question: z.string(), answer: z.string(), maskedCount: z.number() });
