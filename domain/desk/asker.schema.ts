import * as z from 'zod/mini';
import { threadStatus } from './thread.schema';

/** So many matters of each kind stand beside a conversation. */
export const ASKER_LIMITS = { each: 10 } as const;

const matter = { id: z.string(), title: z.string(), at: z.number() };

/**
 * Whom the desk is talking to, and what else of theirs is under way: for staff, beside the conversation. No number to
 * call: that has a contract of its own, which leaves a trace.
 */
export const askerView = z.object({
  personId: z.string(),
  name: z.string(),
  face: z.string(),
  roles: z.array(z.string()),
  homeLabel: z.nullable(z.string()),
  gridId: z.nullable(z.string()),
  /** Others bound to the same household, masked. */
  housemates: z.array(z.string()),
  hasPhone: z.boolean(),
  /** A household or caller without the app: the number is the matter's own, and these members could be given it. */
  isWithoutApp: z.optional(z.boolean()),
  members: z.optional(z.array(z.object({ personId: z.string(), name: z.string() }))),
  threads: z.array(z.object({ ...matter, status: threadStatus, takerName: z.nullable(z.string()) })),
  wishes: z.array(z.object({ ...matter, status: z.string() })),
  activities: z.array(z.object({ ...matter, status: z.string() })),
  /** Safety notices the household answered with "needs help". */
  helpWanted: z.array(z.object({ ...matter, note: z.string() })),
});
export type AskerView = z.output<typeof askerView>;
