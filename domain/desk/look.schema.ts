import * as z from 'zod/mini';
import { MINUTE } from '../kernel/time';

export const LOOK_LIMITS = {
  /** Somebody who keeps looking says so again after this long, no sooner. */
  renewAfterMs: 15_000,
  /** A look that was not renewed counts for so long. */
  freshForMs: 40_000,
  /** After this the timer wipes it out. */
  forgetAfterMs: 2 * MINUTE,
  shownMax: 50,
} as const;

/**
 * Which conversation a member of staff looks at this moment, so that two do not answer across each other. One
 * document a person, overwritten by the next look and wiped when it is over: it is never a record of anyone's work.
 */
export type Look = {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly face: string;
  readonly threadId: string | null;
  readonly isTyping: boolean;
  /** Epoch ms; 0 once it was wiped. */
  readonly seenAt: number;
};

export const lookView = z.object({
  threadId: z.string(),
  personId: z.string(),
  name: z.string(),
  face: z.string(),
  isTyping: z.boolean(),
});
export type LookView = z.output<typeof lookView>;
