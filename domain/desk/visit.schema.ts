import * as z from 'zod/mini';
import { DAY } from '../kernel/time';

export const VISIT_LIMITS = {
  /** How long it stays known who looked. */
  keptFor: 180 * DAY,
  /** A timer's run takes away so many at most. */
  forgetBatch: 100,
} as const;

/** As what somebody opened a conversation that was not theirs to look after. */
export const VISIT_ROLES = ['secretary', 'staff', 'gridWorker'] as const;
export type VisitRole = (typeof VISIT_ROLES)[number];

/**
 * Somebody opened a conversation that was not their duty: who, when, and in which role. One record a person, a
 * conversation and an hour; the secretary alone sees them, to answer a neighbour who asks.
 */
export type ThreadVisit = {
  readonly _id: string;
  readonly communityId: string;
  readonly threadId: string;
  readonly title: string;
  readonly personId: string;
  readonly name: string;
  readonly role: VisitRole;
  readonly at: number;
};

export const visitView = z.object({
  visitId: z.string(),
  threadId: z.string(),
  number: z.string(),
  title: z.string(),
  name: z.string(),
  role: z.enum(VISIT_ROLES),
  at: z.number(),
});
