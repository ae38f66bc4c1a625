import { Text, View } from '@tarojs/components';
import { PhotoStrip } from '@/components/photo-strip';
import { classNames } from '@/components/class-names';
import { Face } from '@/components/face';
import { EchoState, type EchoStateProps } from './echo-state';
import { PlaceChip } from './place-chip';
import { VoiceBubble } from './voice-bubble';
import './message-bubble.scss';

/** Who is writing, as their other messages show them; unknown before the first one. */
export type Self = { readonly face: string; readonly name: string } | null;

/** A message of one's own that has not arrived yet, with its true state and what can be done about it. */
export function EchoBubble({ message, outgoing, onEdit, self }: EchoStateProps & { self: Self }) {
  return (
    <View className={classNames('hy-said hy-said--own', !self && 'hy-said--faceless')}>
      {self && <Face face={self.face} name={self.name} size="sm" />}
      <View className="hy-said__body">
        {message.voice && <VoiceBubble voice={message.voice} />}
        {message.text !== '' && <Text className="hy-said__bubble">{message.text}</Text>}
        {message.photos.length > 0 && <PhotoStrip photos={[...message.photos]} />}
        {message.place && <PlaceChip label={message.place.label} />}
        <EchoState message={message} outgoing={outgoing} onEdit={onEdit} />
      </View>
    </View>
  );
}
