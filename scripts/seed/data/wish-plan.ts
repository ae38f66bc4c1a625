import type { WishCategory } from '@domain/wishes/wish.schema';

/** Who fills in a card: a neighbour of the cast, any neighbour, or staff for somebody without the app. */
export type Wisher =
  | { readonly kind: 'cast'; readonly openid: string }
  | { readonly kind: 'neighbour' }
  | { readonly kind: 'recorded'; readonly name: string; readonly phone: string; readonly place: string };

export type WishPlan = {
  readonly id: string;
  readonly category: WishCategory;
  readonly title: string;
  readonly detail: string;
  readonly wisher: Wisher;
  readonly daysAgo: number;
  /** How staff reworded the card so that it names nobody; absent when it went up as written. */
  readonly reworded?: { readonly title: string; readonly detail: string };
  readonly end: WishEnd;
};

/** How far the wish has come. `claimer` is a cast member's identity; absent means any volunteer or grid worker. */
export type WishEnd =
  | { readonly status: 'submitted' }
  | { readonly status: 'withdrawn' }
  | { readonly status: 'declined'; readonly reason: string }
  /** `released`: somebody had taken it on and gave it back for this reason. */
  | { readonly status: 'open'; readonly released?: string }
  | { readonly status: 'claimed'; readonly claimer?: string }
  | { readonly status: 'fulfilled'; readonly note: string; readonly claimer?: string }
  | { readonly status: 'thanked'; readonly note: string; readonly thanks: string; readonly claimer?: string };
