import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PromiseView } from '@domain/desk/promise.schema';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { Button } from '@/components/button';
import { FollowUpSheet } from './follow-up-sheet';
import { MatterStrips } from './matter-strips';
import { PauseSheet } from './pause-sheet';
import { PromiseEndSheet, PromiseSheet } from './promise-sheet';
import { moveLabel } from './thread-words';
import { useMatterMoves } from './use-matter-moves';
import type { Talk } from './use-talk';

type Props = { talk: Talk; thread: ThreadCard };

/** What runs on a matter beside its state, and what the desk can arrange about it: waiting, promises, the last call. */
export function MatterTools({ talk, thread }: Props) {
  const moves = useMatterMoves(talk, thread.threadId);
  const [open, setOpen] = useState<'pause' | 'promise' | 'followUp' | null>(null);
  const [promise, setPromise] = useState<PromiseView | null>(null);
  const can = (move: string) => thread.moves.includes(move);
  const close = () => setOpen(null);
  const canPromise = thread.status === 'taken';
  const hasWays = canPromise || can('followUpFixed');
  return (
    <>
      <MatterStrips thread={thread} onPromise={setPromise} />
      {hasWays && (
        <View className="hy-head__ways">
          {can('resume') && (
            <Button tone="secondary" isDisabled={moves.isBusy} onTap={() => void moves.resume()}>
              {moveLabel('resume')}
            </Button>
          )}
          {canPromise && (
            <Button tone="quiet" isDisabled={moves.isBusy} onTap={() => setOpen('promise')}>
              记承诺
            </Button>
          )}
          {can('pause') && (
            <Button tone="quiet" isDisabled={moves.isBusy} onTap={() => setOpen('pause')}>
              {moveLabel('pause')}
            </Button>
          )}
          {can('followUpFixed') && (
            <Button tone="secondary" isDisabled={moves.isBusy} onTap={() => setOpen('followUp')}>
              电话回访
            </Button>
          )}
        </View>
      )}
      <PauseSheet moves={moves} isOpen={open === 'pause'} onClose={close} />
      <PromiseSheet moves={moves} isOpen={open === 'promise'} saidLast={saidLast(talk)} onClose={close} />
      <PromiseEndSheet moves={moves} promise={promise} onClose={() => setPromise(null)} />
      <FollowUpSheet moves={moves} isOpen={open === 'followUp'} onClose={close} />
    </>
  );
}

const saidLast = ({ conversation }: Talk): string => {
  const messages = (conversation?.live ?? []).flatMap((block) => block.messages);
  return messages.filter(({ side }) => side === 'desk').pop()?.text ?? '';
};
