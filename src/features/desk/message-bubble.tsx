import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import type { MessageView } from '@domain/desk/thread.schema';
import { Face } from '@/components/face';
import { ReadAloud } from '@/components/read-aloud';
import { PhotoStrip } from '@/components/photo-strip';
import { useDisplay } from '@/services/display';
import { PlaceChip } from './place-chip';
import { VoiceBubble } from './voice-bubble';
import './message-bubble.scss';

/** So much of an answer names its button. */
const SPOKEN_NAME = 12;

type Props = {
  message: Pick<MessageView, 'side' | 'name' | 'face' | 'text' | 'photos' | 'place' | 'voice'>;
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
        <View className="hy-line__words">{message.text}</View>
      </View>
    );
  }
  const isOwn = message.side === side;
  return (
    <View className={isOwn ? 'hy-said hy-said--own' : 'hy-said'}>
      <Face face={message.face} name={isNamed ? '' : message.name} size="sm" />
      <View className="hy-said__body">
        {isNamed && <View className="hy-said__name">{message.name}</View>}
        {message.voice && <VoiceBubble voice={message.voice} />}
        {message.text !== '' && (
          <Text className="hy-said__bubble" userSelect>
            {message.text}
          </Text>
        )}
        {side === 'asker' && !isOwn && <ReplyAloud text={message.text} />}
        {message.photos.length > 0 && <PhotoStrip photos={message.photos} />}
        {message.place !== undefined && <PlaceChip label={message.place} />}
      </View>
    </View>
  );
});

/** The desk's answer, read to who uses the elders' edition. */
function ReplyAloud({ text }: { text: string }) {
  const { isElder } = useDisplay();
  return isElder && text !== '' ? <ReadAloud words={text} about={text.slice(0, SPOKEN_NAME)} /> : null;
}
