import { View } from '@tarojs/components';
import { useState } from 'react';
import { WISH_LIMITS, type WishView } from '@domain/wishes/wish.schema';
import { wishWorkflow } from '@domain/wishes/wish.workflow';
import { Button } from '@/components/button';
import { ReasonSheet } from '@/components/reason-sheet';
import { Stack } from '@/components/stack';
import { confirmAsk } from '@/services/feedback';
import type { WishMoving } from './use-wish-moves';
import { firstWords } from './wish-draft';

type Props = {
  wish: WishView;
  moves: WishMoving;
  /** Opens the form for the note and the pictures. */
  onFulfil: () => void;
};

const BUTTON_MOVES = ['claim', 'fulfil', 'thank', 'release', 'withdraw'];

/** Whether a reader has anything to do with this wish; publishing has its own screen. */
export const hasWishButtons = (wish: WishView): boolean =>
  wish.moves.some((move) => BUTTON_MOVES.includes(move));

/** The buttons of a wish: exactly the moves that came with it. */
export function WishMoves({ wish, moves, onFulfil }: Props) {
  const [asking, setAsking] = useState<'release' | 'thank' | null>(null);
  const has = (move: string) => wish.moves.includes(move);
  const { isPending } = moves;
  const say = async (isSaid: Promise<boolean>) => {
    if (await isSaid) setAsking(null);
  };
  return (
    <Stack gap="xs">
      {has('claim') ? (
        <Button size="large" block isBusy={isPending} onTap={() => claim(moves)}>
          {wishWorkflow.transitions.claim.zh}
        </Button>
      ) : null}
      {has('fulfil') ? (
        <Button size="large" block isBusy={isPending} onTap={onFulfil}>
          {wishWorkflow.transitions.fulfil.zh}
        </Button>
      ) : null}
      {has('thank') ? (
        <Button size="large" block isBusy={isPending} onTap={() => setAsking('thank')}>
          说一声谢谢
        </Button>
      ) : null}
      {has('release') ? (
        <Button tone="quiet" block isDisabled={isPending} onTap={() => setAsking('release')}>
          {wishWorkflow.transitions.release.zh}
        </Button>
      ) : null}
      {has('withdraw') ? (
        <Button tone="quiet" block isDisabled={isPending} onTap={() => withdraw(moves)}>
          {wishWorkflow.transitions.withdraw.zh}
        </Button>
      ) : null}
      <View>
        <ReasonSheet
          isOpen={asking === 'thank'}
          title="说一声谢谢"
          label="想对热心邻居说的话"
          placeholder="例如：书包收到了，孩子很喜欢，谢谢您！"
          confirmText="送出谢意"
          maxLength={WISH_LIMITS.noteMax}
          isBusy={isPending}
          fault={firstWords(moves.failure)}
          onConfirm={(words) => say(moves.thank(words))}
          onClose={() => setAsking(null)}
        />
        <ReasonSheet
          isOpen={asking === 'release'}
          title="退回心愿"
          label="退回的原因"
          placeholder="例如：最近要出门，来不及办"
          confirmText="退回心愿墙"
          maxLength={WISH_LIMITS.reasonMax}
          isBusy={isPending}
          fault={firstWords(moves.failure)}
          onConfirm={(words) => say(moves.release(words))}
          onClose={() => setAsking(null)}
        />
      </View>
    </Stack>
  );
}

async function claim(moves: WishMoving): Promise<void> {
  const isSure = await confirmAsk({
    title: '认领这个心愿？',
    words: '认领后就能看到联系方式，请尽快和邻居联系。如果办不了，可以随时退回，让别的邻居来。',
    yes: '我来认领',
  });
  if (isSure) await moves.claim();
}

async function withdraw(moves: WishMoving): Promise<void> {
  const isSure = await confirmAsk({
    title: '撤回这个心愿？',
    words: '撤回后心愿不再上墙，需要时可以再许。',
    yes: '撤回',
  });
  if (isSure) await moves.withdraw();
}
