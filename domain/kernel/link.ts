import * as z from 'zod/mini';

/** A reference from a record of one area to a record of another; it stands on both sides. */
export const linkSchema = z.object({
  area: z.enum(['desk', 'wishes', 'activities', 'notices']),
  id: z.string().check(z.maxLength(80)),
});
export type Link = z.output<typeof linkSchema>;
