import { Text, View } from '@tarojs/components';
import { Fragment, memo } from 'react';
import type { MessageView } from '@domain/desk/thread.schema';
import { startOfDay, MINUTE } from '@domain/kernel/time';
import { separatorWords } from './clock-words';
import type { Block } from './conversation';
import { MessageBubble } from './message-bubble';

/** After a silence this long the time is told again. */
const SILENCE = 5 * MINUTE;

type Props = {
  block: Block;
  /** When the last message before this block was said; null where that is not on the phone. */
  precededAt: number | null;
  side: 'asker' | 'desk';
  /** Start of the current day, epoch ms. */
  today: number;
};

/** Up to twenty messages. A full block never changes, so it is drawn once and left alone. */
export const MessageBlock = memo(function MessageBlock({ block, precededAt, side, today }: Props) {
  return (
    <View className="hy-block">
      {block.messages.map((message, index) => {
        const before = block.messages[index - 1]?.at ?? precededAt;
        return (
          <Fragment key={message.seq}>
            {isTimeTold(message, before) && (
              <View className="hy-time">
                <Text>{separatorWords(message.at, today)}</Text>
              </View>
            )}
            <MessageBubble
              message={message}
              side={side}
              isNamed={message.side === 'desk' && !message.isMine}
            />
          </Fragment>
        );
      })}
    </View>
  );
});

const isTimeTold = ({ at }: MessageView, before: number | null): boolean =>
  before === null || at - before > SILENCE || startOfDay(at) !== startOfDay(before);
