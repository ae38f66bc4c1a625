import { useState } from 'react';
import type { Result } from '@domain/kernel/result';
import {
  claimWish,
  fulfilWish,
  releaseWish,
  thankForWish,
  vouchForWish,
  withdrawWish,
} from '@domain/wishes/wish.actions';
import type { WishView } from '@domain/wishes/wish.schema';
import type { Failure } from '@/services/call';
import { toast } from '@/services/feedback';
import { refreshReads } from '@/services/queries';
import { useAction } from '@/services/use-action';

const TOUCHED = ['wish', 'home'] as const;

export type WishMoving = ReturnType<typeof useWishMoves>;

/**
 * The moves of one wish. Each says how it went and answers whether it was done; a refusal (somebody was faster)
 * stays in `failure` while the newest state is fetched.
 */
export function useWishMoves(wishId: string) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const claim = useAction(claimWish, { refresh: TOUCHED });
  const release = useAction(releaseWish, { refresh: TOUCHED });
  const fulfil = useAction(fulfilWish, { refresh: TOUCHED });
  const thank = useAction(thankForWish, { refresh: TOUCHED });
  const withdraw = useAction(withdrawWish, { refresh: TOUCHED });
  const vouch = useAction(vouchForWish, { refresh: TOUCHED });

  const settle = async (going: Promise<Result<WishView, Failure>>, words: string): Promise<boolean> => {
    const done = await going;
    setFailure(done.ok ? null : done.error);
    if (done.ok) toast(words, 'done');
    else if (done.error.code !== 'NETWORK') refreshReads(TOUCHED);
    return done.ok;
  };

  return {
    failure,
    isPending: [claim, release, fulfil, thank, withdraw, vouch].some((action) => action.isPending),
    claim: () => settle(claim.run({ wishId }), '认领好了，谢谢您'),
    release: (reason: string) => settle(release.run({ wishId, reason }), '已退回心愿墙'),
    fulfil: (note: string, photos: string[]) =>
      settle(fulfil.run({ wishId, done: { note, photos } }), '又圆了一个心愿'),
    thank: (thanks: string) => settle(thank.run({ wishId, thanks }), '谢意已送到'),
    withdraw: () => settle(withdraw.run({ wishId }), '心愿已撤回'),
    vouch: () => settle(vouch.run({ wishId }), '现在大家都能看到了'),
  };
}
