import * as z from 'zod/mini';
import { phoneSchema, photoIdsSchema, photoView, text } from '../kernel/input';
import { linkSchema, type Link } from '../kernel/link';
import type { Actor, RecordBase } from '../kernel/record';

export const WISH_LIMITS = {
  titleMax: 40,
  detailMax: 200,
  noteMax: 200,
  reasonMax: 100,
  openClaimsPerPerson: 3,
  openWishesPerPerson: 3,
} as const;

/** What the wish cards of a community ask for: 家用电器、书包、课本、衣服、鞋帽, and a helping hand. */
export const WISH_CATEGORIES = [
  'appliance',
  'schoolbag',
  'textbook',
  'clothes',
  'shoes',
  'errand',
  'other',
] as const;
export type WishCategory = (typeof WISH_CATEGORIES)[number];
export const WISH_CATEGORY_LABELS: Readonly<Record<WishCategory, string>> = {
  appliance: '家用电器',
  schoolbag: '书包文具',
  textbook: '课本读物',
  clothes: '衣物被褥',
  shoes: '鞋帽',
  errand: '帮忙跑腿',
  other: '其他',
};

type Claim = { readonly claimer: Actor; readonly claimedAt: number };
type Fulfilment = { readonly fulfilledAt: number; readonly note: string; readonly photos: readonly string[] };

/** The note of whoever made it true, and the wisher's thanks. */
const HELD_WORDS = ['note', 'thanks'] as const;
export type HeldWords = (typeof HELD_WORDS)[number];

type WishBase = RecordBase & {
  readonly title: string;
  readonly detail: string;
  readonly category: WishCategory;
  /** Who wished; null when staff wrote the card for someone who has no phone. */
  readonly wisherId: string | null;
  /** The member of staff who wrote the card for somebody, else null. */
  readonly recorderId: string | null;
  /** Name, phone and place: encrypted at rest, shown only to the claimer and staff, each look logged. */
  readonly sealedContact: string;
  /** When the contact was taken out because it was no longer needed; then `sealedContact` is empty. */
  readonly contactBlankedAt?: number;
  readonly submittedAt: number;
  /** Words the platform's check did not pass: strangers see them once staff have read them. */
  readonly heldWords?: readonly HeldWords[];
  /** Since when words wait for staff; null when none do. */
  readonly heldAt?: number | null;
  /** The conversation it came from; for staff alone. */
  readonly link?: Link;
};

export type Wish =
  | (WishBase & { readonly status: 'submitted' | 'withdrawn' })
  | (WishBase & { readonly status: 'declined'; readonly declineReason: string })
  | (WishBase & { readonly status: 'open' })
  | (WishBase & Claim & { readonly status: 'claimed' })
  | (WishBase & Claim & Fulfilment & { readonly status: 'fulfilled' })
  | (WishBase & Claim & Fulfilment & { readonly status: 'thanked'; readonly thanks: string });

const card = {
  title: text(WISH_LIMITS.titleMax, 2),
  detail: text(WISH_LIMITS.detailMax, 0),
  category: z.enum(WISH_CATEGORIES),
};
export const wishCardInput = z.object({ ...card, phone: phoneSchema });
export const wishForSomeoneInput = z.object({
  ...card,
  phone: phoneSchema,
  contactName: text(20, 2),
  place: text(40, 2),
});
/** Staff may reword a card before it goes up, so that it names nobody. */
export const wishReviewInput = z.object({ title: card.title, detail: card.detail });
export const fulfilInput = z.object({ note: text(WISH_LIMITS.noteMax, 2), photos: photoIdsSchema });

export const wishStatus = z.enum([
  'submitted',
  'open',
  'claimed',
  'fulfilled',
  'thanked',
  'declined',
  'withdrawn',
]);

/** A wish as neighbours see it: what is wished and how far it is; no name, contact or place. */
export const wishView = z.object({
  wishId: z.string(),
  title: z.string(),
  detail: z.string(),
  category: z.enum(WISH_CATEGORIES),
  status: wishStatus,
  submittedAt: z.number(),
  updatedAt: z.number(),
  isMine: z.boolean(),
  isClaimedByMe: z.boolean(),
  claimerMasked: z.nullable(z.string()),
  claimedAt: z.nullable(z.number()),
  fulfilledAt: z.nullable(z.number()),
  fulfilNote: z.nullable(z.string()),
  /** Pictures of the fulfilment: for the wisher, the claimer and staff; empty for others. */
  photos: z.array(photoView),
  thanks: z.nullable(z.string()),
  declineReason: z.nullable(z.string()),
  canSeeContact: z.boolean(),
  /** For whoever might have seen it: the contact is gone, for it was no longer needed. */
  isContactBlanked: z.optional(z.boolean()),
  /** For staff alone. */
  link: z.optional(linkSchema),
  /** For those who may read them already: what others do not see yet. */
  heldWords: z.optional(z.array(z.enum(HELD_WORDS))),
  moves: z.array(z.string()),
  version: z.number(),
});
export type WishView = z.output<typeof wishView>;

/** The one reply that names a contact; asking for it is written into the wish's history. */
export const wishContactView = z.object({ name: z.string(), phone: z.string(), place: z.string() });
export type WishContact = z.output<typeof wishContactView>;
