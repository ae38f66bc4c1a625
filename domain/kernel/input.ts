import * as z from 'zod/mini';

/** A required text: blanks at its ends do not count, and blanks alone are no text. */
export const text = (max: number, min = 1) => z.string().check(z.trim(), z.minLength(min), z.maxLength(max));

/** A text that may be left out or empty. */
export const optionalText = (max: number) => z.optional(z.string().check(z.trim(), z.maxLength(max)));

export const idSchema = z.string().check(z.minLength(1), z.maxLength(80), z.regex(/^[\w:-]+$/));
export const phoneSchema = z.string().check(z.trim(), z.regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/));
/** The end of 2099: later than anything people arrange. */
export const LATEST_INSTANT = 4_102_444_800_000;
export const instantSchema = z.int().check(z.minimum(0), z.maximum(LATEST_INSTANT));
export const countSchema = z.int().check(z.minimum(0));

/**
 * The storage id of an uploaded picture. Its name is 24 or more random characters: whoever can name a picture has
 * been shown it, so an id cannot be guessed to look at a neighbour's photo.
 */
export const photoIdSchema = z
  .string()
  .check(z.maxLength(200), z.regex(/^cloud:\/\/[\w.-]+\/photos\/[\w-]{24,64}\.(jpg|jpeg|png|webp)$/));

export const PHOTO_LIMITS = { perMessage: 6, maxBytes: 10 * 1024 * 1024, sentMaxBytes: 300 * 1024 } as const;
export const photoIdsSchema = z.array(photoIdSchema).check(z.maxLength(PHOTO_LIMITS.perMessage));

export const photoView = z.object({ fileId: z.string(), url: z.string() });
export type PhotoView = z.output<typeof photoView>;

/** Keyset paging: `cursor` is what the previous page returned, absent for the first page. */
export const cursorSchema = z.optional(z.string().check(z.maxLength(120)));
export const PAGE_SIZE = 20;
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });
