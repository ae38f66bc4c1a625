import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import type { MessageView } from '@domain/desk/thread.schema';
import { Face } from '@/components/face';
import { PhotoStrip } from '@/components/photo-strip';
import './message-bubble.scss';

type Props = {
  message: Pick<MessageView, 'side' | 'name' | 'face' | 'text' | 'photos'>;
  /** The side whose words stand on the right. */
  side: 'asker' | 'desk';
  /** Shown over the words when several people speak for this side. */
  isNamed: boolean;
};

/** One message. Words of one's own side stand on the right, the other's on the left, the desk's notes in the middle. */
export const MessageBubble = memo(function MessageBubble({ message, side, isNamed }: Props) {
  if (message.side === 'system') {
    return (
      <View className="hy-line">
        <Text className="hy-line__words">{message.text}</Text>
      </View>
    );
  }
  const isOwn = message.side === side;
  return (
    <View className={`hy-said ${isOwn ? 'hy-said--own' : ''}`}>
      <Face face={message.face} name={message.name} size="sm" />
      <View className="hy-said__body">
        {isNamed && <Text className="hy-said__name">{message.name}</Text>}
        {message.text !== '' && (
          <View className="hy-said__bubble">
            <Text className="hy-said__words" userSelect>
              {message.text}
            </Text>
          </View>
        )}
        {message.photos.length > 0 && <PhotoStrip photos={message.photos} />}
      </View>
    </View>
  );
});
