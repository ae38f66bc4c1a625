import { memo } from 'react';
import { Fold } from '@/components/fold';
import { blockIdOf, type Conversation } from './conversation';
import { MessageBlock } from './message-block';
import { chunkNosByShelf, shelfId } from './shelves';
import type { Folds } from './use-folds';

type Props = Pick<Conversation, 'history' | 'historyCount'> & {
  side: 'asker' | 'desk';
  today: number;
  folded: Folds;
};

/**
 * Older messages, above the live ones. Every chunk has its own slot from the start, so one that arrives fills a slot
 * and moves nothing else; a shelf makes its slots when its first chunk arrives.
 */
export const History = memo(function History({ history, historyCount, side, today, folded }: Props) {
  return chunkNosByShelf(historyCount).map((chunkNos, shelf) => {
    const id = shelfId(shelf);
    const isOpen = chunkNos.some((chunkNo) => history[chunkNo]);
    return (
      <Fold key={id} id={id} folded={folded.get(id) ?? null}>
        {isOpen &&
          chunkNos.map((chunkNo) => {
            const slot = blockIdOf(chunkNo);
            const block = history[chunkNo];
            return (
              <Fold key={slot} id={slot} folded={folded.get(slot) ?? null}>
                {block && <MessageBlock block={block} precededAt={null} side={side} today={today} />}
              </Fold>
            );
          })}
      </Fold>
    );
  });
});
