import * as z from 'zod/mini';
import { countSchema, idSchema, text } from '../kernel/input';
import type { Actor, RecordBase } from '../kernel/record';

export const PUBLIC_LIMITS = {
  questionMax: 80,
  detailMax: 500,
  answerMax: 600,
  /** A question with more answers than this needs staff, not another one. */
  answersMax: 20,
} as const;

/** As what somebody answers: residents whom staff have vetted, or staff. */
export type Capacity = 'policyExpert' | 'microTeam' | 'staff';
export type Verdict = 'pending' | 'confirmed' | 'corrected' | 'hidden';

export type PublicAnswer = {
  readonly answerId: string;
  readonly by: Actor;
  readonly face: string;
  readonly capacity: Capacity;
  readonly text: string;
  readonly at: number;
  readonly verdict: Verdict;
  readonly judgedBy: Actor | null;
  /** The platform's check did not pass it: others see it once staff have judged it. */
  readonly isHeld?: boolean;
  /** What staff say instead, or besides. */
  readonly correction: string;
};

/** The anonymised version of a thread. Nobody but staff sees it before staff have read it. */
export type PublicQuestion = RecordBase & {
  readonly status: 'proposed' | 'open' | 'declined' | 'withdrawn';
  readonly threadId: string;
  readonly askerId: string;
  readonly question: string;
  readonly detail: string;
  readonly answers: readonly PublicAnswer[];
  /** Answers that wait for staff to confirm or correct them. */
  readonly pendingCount: number;
  readonly followCount: number;
  readonly searchKeys: readonly string[];
  /** Followers are to be told by WeChat of what was added at `at`; those up to the mark `after` have been. */
  readonly tellFollowers?: { readonly at: number; readonly after: string } | null;
};

/** "Me too" and "thank you": one of each for a person and a thing, whose id names both. */
export type PublicMark = {
  readonly _id: string;
  readonly communityId: string;
  readonly kind: 'follow' | 'thank';
  readonly personId: string;
  readonly questionId: string;
  readonly targetId: string;
  readonly at: number;
  /** The news this follower was told of last. */
  readonly toldAt?: number;
};

export const publicEdit = {
  questionId: idSchema,
  version: countSchema,
  question: text(PUBLIC_LIMITS.questionMax, 2),
  detail: z.string().check(z.trim(), z.maxLength(PUBLIC_LIMITS.detailMax)),
  answer: z.string().check(z.trim(), z.maxLength(PUBLIC_LIMITS.answerMax)),
} as const;
export const publicAnswerText = text(PUBLIC_LIMITS.answerMax, 5);

export const publicAnswerView = z.object({
  answerId: z.string(),
  name: z.string(),
  face: z.string(),
  capacity: z.enum(['policyExpert', 'microTeam', 'staff']),
  text: z.string(),
  at: z.number(),
  verdict: z.enum(['pending', 'confirmed', 'corrected', 'hidden']),
  judgedBy: z.nullable(z.string()),
  correction: z.string(),
  /** For its writer and staff: nobody else sees it yet. */
  isHeld: z.optional(z.boolean()),
  thankCount: z.number(),
  hasThanked: z.boolean(),
  isMine: z.boolean(),
});
export type PublicAnswerView = z.output<typeof publicAnswerView>;

export const publicCard = z.object({
  questionId: z.string(),
  status: z.enum(['proposed', 'open', 'declined', 'withdrawn']),
  question: z.string(),
  answerCount: z.number(),
  hasConfirmed: z.boolean(),
  pendingCount: z.number(),
  followCount: z.number(),
  isMine: z.boolean(),
  updatedAt: z.number(),
});
export type PublicCard = z.output<typeof publicCard>;

export const publicPage = z.object({
  card: publicCard,
  detail: z.string(),
  answers: z.array(publicAnswerView),
  isFollowing: z.boolean(),
  canAnswer: z.boolean(),
  moves: z.array(z.string()),
  version: z.number(),
});
export type PublicPage = z.output<typeof publicPage>;
