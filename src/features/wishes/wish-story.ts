import type { WishView } from '@domain/wishes/wish.schema';

export type StoryStep = {
  readonly key: string;
  readonly title: string;
  /** Epoch ms; null where the moment is not kept or has not come. */
  readonly at: number | null;
  readonly words: string | null;
  readonly isDone: boolean;
};

const done = (key: string, title: string, at: number | null, words: string | null = null): StoryStep => ({
  key,
  title,
  at,
  words,
  isDone: true,
});
const ahead = (key: string, title: string): StoryStep => ({
  key,
  title,
  at: null,
  words: null,
  isDone: false,
});

/** The life of a wish so far and what comes next, in order. */
export function storyOf(wish: WishView): StoryStep[] {
  const made = done('submitted', wish.isMine ? '您许下了心愿' : '许下心愿', wish.submittedAt);
  if (wish.status === 'declined')
    return [made, done('declined', '社区没有通过', wish.updatedAt, wish.declineReason)];
  if (wish.status === 'withdrawn') return [made, done('withdrawn', '心愿已撤回', wish.updatedAt)];
  if (wish.status === 'submitted')
    return [made, ahead('open', '社区看过后就上墙'), ahead('claimed', '等一位热心邻居认领')];
  return [made, done('open', '社区看过，上了心愿墙', null), ...afterThePublishing(wish)];
}

function afterThePublishing(wish: WishView): StoryStep[] {
  if (wish.claimedAt === null)
    return [ahead('claimed', '等一位热心邻居认领'), ahead('fulfilled', '心愿实现')];
  const who = wish.isClaimedByMe ? '您' : (wish.claimerMasked ?? '一位邻居');
  const claimed = done('claimed', `${who}认领了`, wish.claimedAt);
  if (wish.fulfilledAt === null) return [claimed, ahead('fulfilled', '心愿实现')];
  const fulfilled = done('fulfilled', '心愿实现了', wish.fulfilledAt, wish.fulfilNote);
  if (wish.status !== 'thanked') return [claimed, fulfilled, ahead('thanked', '说一声谢谢')];
  return [claimed, fulfilled, done('thanked', '送上一面锦旗', wish.updatedAt)];
}
