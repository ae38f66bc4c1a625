import { useState } from 'react';
import { checkInput, type FieldFault } from '@domain/kernel/words-for-input';
import { publishWish } from '@domain/wishes/wish.actions';
import { wishReviewInput, type WishView } from '@domain/wishes/wish.schema';
import { useDraft } from '@/services/drafts';
import { useAction } from '@/services/use-action';
import { CARD_LABELS, cashFaults, faultAt } from './wish-draft';

type Words = { title: string; detail: string };

/** The words a submitted wish will have on the wall, kept while staff think about them, and putting it up. */
export function useReview(wish: WishView) {
  const words = useDraft<Words>(`wish-review-${wish.wishId}`, { title: wish.title, detail: wish.detail });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const { run, isPending, failure } = useAction(publishWish, { refresh: ['wish', 'home'] });

  const change = (part: Partial<Words>) => {
    words.set((old) => ({ ...old, ...part }));
    setFaults([]);
  };
  /** Answers whether the wish is on the wall now. */
  const publish = async (): Promise<boolean> => {
    const checked = checkInput(wishReviewInput, words.value, CARD_LABELS);
    const found = checked.ok ? cashFaults(checked.value) : checked.faults;
    setFaults(found);
    if (!checked.ok || found.length > 0) return false;
    const done = await run({ wishId: wish.wishId, words: checked.value });
    if (done.ok) words.clear();
    return done.ok;
  };
  return {
    words: words.value,
    change,
    publish,
    isPending,
    failure,
    faultOf: (field: string) => faultAt(faults, field),
  };
}
