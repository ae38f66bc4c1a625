import * as z from 'zod/mini';

/** Areas whose records may stand at the end of a link; tasks and repairs are named before they are there. */
export const linkAreas = ['desk', 'wishes', 'activities', 'notices', 'tasks', 'repairs'] as const;

/** A reference from a record of one area to a record of another; it stands on both sides. */
export const linkSchema = z.object({
  area: z.enum(linkAreas),
  id: z.string().check(z.maxLength(80)),
});
export type Link = z.output<typeof linkSchema>;
