import type { WishView } from '@domain/wishes/wish.schema';

/** A wish as the cloud sends it: open, somebody else's, nothing to do with the reader. */
export const wishView = (part: Partial<WishView> = {}): WishView => ({
  wishId: 'w1',
  title: '一个小学生书包',
  detail: '蓝色的，九月开学要用',
  category: 'schoolbag',
  status: 'open',
  submittedAt: Date.parse('2026-11-20T09:00:00+08:00'),
  updatedAt: Date.parse('2026-11-20T10:00:00+08:00'),
  isMine: false,
  isClaimedByMe: false,
  claimerMasked: null,
  claimedAt: null,
  fulfilledAt: null,
  fulfilNote: null,
  photos: [],
  thanks: null,
  declineReason: null,
  canSeeContact: false,
  moves: [],
  version: 1,
  ...part,
});
