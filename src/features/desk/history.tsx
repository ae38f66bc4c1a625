import { View } from '@tarojs/components';
import { memo } from 'react';
import type { Conversation } from './conversation';
import { MessageBlock } from './message-block';

/** So many chunks share a shelf. Adding to the top of one long list would send all of it to the screen again. */
const PER_SHELF = 10;

type Props = Pick<Conversation, 'history' | 'historyCount'> & { side: 'asker' | 'desk'; today: number };

/**
 * Older messages, above the live ones. Every chunk has its own slot from the start, so one that arrives fills a slot
 * and moves nothing else; a shelf makes its slots when its first chunk arrives.
 */
export const History = memo(function History({ history, historyCount, side, today }: Props) {
  const shelves = Array.from({ length: Math.ceil(historyCount / PER_SHELF) }, (_, shelf) => shelf);
  return (
    <View>
      {shelves.map((shelf) => {
        const slots = slotsOf(shelf, historyCount);
        const isOpen = slots.some((chunkNo) => history[chunkNo]);
        return (
          <View key={shelf}>
            {isOpen &&
              slots.map((chunkNo) => <View key={chunkNo}>{blockOf(history, chunkNo, side, today)}</View>)}
          </View>
        );
      })}
    </View>
  );
});

const slotsOf = (shelf: number, count: number): number[] =>
  Array.from({ length: PER_SHELF }, (_, slot) => shelf * PER_SHELF + slot + 1).filter((no) => no <= count);

function blockOf(history: Conversation['history'], chunkNo: number, side: 'asker' | 'desk', today: number) {
  const block = history[chunkNo];
  return block && <MessageBlock block={block} precededAt={null} side={side} today={today} />;
}
