import { labelOf } from '@domain/kernel/workflow';
import type { WallFilter } from '@domain/wishes/wish.actions';
import {
  WISH_CATEGORIES,
  WISH_CATEGORY_LABELS,
  type WishCategory,
  type WishView,
} from '@domain/wishes/wish.schema';
import { wishWorkflow } from '@domain/wishes/wish.workflow';

type WishStatus = WishView['status'];

export const WALL_TABS: { value: WallFilter; text: string }[] = [
  { value: 'open', text: '待认领' },
  { value: 'claimed', text: '已认领' },
  { value: 'done', text: '已实现' },
];

export const CATEGORY_OPTIONS = WISH_CATEGORIES.map((value) => ({
  value,
  text: WISH_CATEGORY_LABELS[value],
}));

/** Each kind of wish has its own paper, so that a wall of cards is colourful; the words carry the meaning. */
export const PAPER_OF: Readonly<Record<WishCategory, 'cream' | 'rose' | 'mint' | 'sky'>> = {
  appliance: 'cream',
  schoolbag: 'sky',
  textbook: 'mint',
  clothes: 'rose',
  shoes: 'cream',
  errand: 'mint',
  other: 'sky',
};

export type StampTone = 'seal' | 'ink' | 'pencil';

/** What is stamped on a card. A wish still waiting for somebody has no stamp: its place invites. */
export function stampOf(status: WishStatus): { words: string; tone: StampTone } | null {
  if (status === 'open') return null;
  const words = labelOf(wishWorkflow, status);
  if (status === 'fulfilled' || status === 'thanked') return { words, tone: 'seal' };
  return { words, tone: status === 'claimed' ? 'ink' : 'pencil' };
}

/** One line for the reader about their own part in a wish, or null. */
export function ownPart(wish: WishView): string | null {
  if (wish.isMine) return '我许的';
  return wish.isClaimedByMe ? '我认领的' : null;
}

/** The whole card as one sentence, for somebody who listens to the wall. */
export const spokenCard = (wish: WishView): string =>
  [
    `心愿：${wish.title}`,
    WISH_CATEGORY_LABELS[wish.category],
    labelOf(wishWorkflow, wish.status),
    ownPart(wish),
  ]
    .filter((part) => part !== null)
    .join('，');
