import { View } from '@tarojs/components';
import { Fragment, memo } from 'react';
import type { MessageView } from '@domain/desk/thread.schema';
import { startOfDay, MINUTE } from '@domain/kernel/time';
import { dayWords, separatorWords } from './clock-words';
import type { Block } from './conversation';
import { MessageBubble } from './message-bubble';

/** After a silence this long the time is told again. */
const SILENCE = 5 * MINUTE;
/** The line over the first message its reader has not seen; there is one at most. */
export const UNREAD_MARK = 'unread-mark';

type Props = {
  block: Block;
  /** When the last message before this block was said; null where that is not on the phone. */
  precededAt: number | null;
  side: 'asker' | 'desk';
  /** Start of the current day, epoch ms. */
  today: number;
  /** The first message its reader has not seen; null where there is none. */
  unreadSeq?: number | null;
};

/** Up to twenty messages. A full block never changes, so it is drawn once and left alone. */
export const MessageBlock = memo(function MessageBlock({ block, precededAt, ...rest }: Props) {
  return block.messages.map((message, index) => (
    <Said
      key={message.seq}
      message={message}
      before={block.messages[index - 1]?.at ?? precededAt}
      {...rest}
    />
  ));
});

type SaidProps = Pick<Props, 'side' | 'today' | 'unreadSeq'> & {
  message: MessageView;
  before: number | null;
};

function Said({ message, before, side, today, unreadSeq = null }: SaidProps) {
  const isDayNew = before === null || startOfDay(message.at) !== startOfDay(before);
  const isTimeTold = isDayNew || message.at - before > SILENCE;
  return (
    <Fragment>
      {message.seq === unreadSeq && (
        <View id={UNREAD_MARK} className="hy-time hy-time--unread">
          以下是新消息
        </View>
      )}
      {isTimeTold && (
        <View className={isDayNew ? 'hy-time hy-time--day' : 'hy-time'}>
          {isDayNew ? dayWords(message.at, today) : separatorWords(message.at, today)}
        </View>
      )}
      <MessageBubble message={message} side={side} isNamed={message.side === 'desk' && !message.isMine} />
    </Fragment>
  );
}
