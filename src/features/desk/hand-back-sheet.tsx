import { ReasonSheet } from '@/components/reason-sheet';
import { moveLabel } from './thread-words';
import type { useDeskMoves } from './use-moves';

type HandBackSheetProps = { moves: ReturnType<typeof useDeskMoves>; isOpen: boolean; onClose: () => void };

/** Asks why a conversation goes back to the queue; stays open, with what was typed, until that has worked. */
export function HandBackSheet({ moves, isOpen, onClose }: HandBackSheetProps) {
  const handBack = async (reason: string) => {
    if (await moves.handBack(reason)) onClose();
  };
  return (
    <ReasonSheet
      isOpen={isOpen}
      title="退回待接"
      label="为什么退回？接班的同事会看到"
      placeholder="比如：需要明天白天联系物业"
      confirmText={moveLabel('handBack')}
      isBusy={moves.isBusy}
      fault={moves.handBackFault}
      onConfirm={(reason) => void handBack(reason)}
      onClose={onClose}
    />
  );
}
