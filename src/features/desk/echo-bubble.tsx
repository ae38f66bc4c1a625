import { Text, View } from '@tarojs/components';
import { PhotoStrip } from '@/components/photo-strip';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { classNames } from '@/components/class-names';
import { Face } from '@/components/face';
import type { Outgoing, OutgoingMessage } from './outgoing';
import './message-bubble.scss';

/** Who is writing, as their other messages show them; unknown before the first one. */
export type Self = { readonly face: string; readonly name: string } | null;
type Props = {
  message: OutgoingMessage;
  outgoing: Outgoing;
  /** Takes the words back into the box where they were written. */
  onEdit: (message: OutgoingMessage) => void;
};

/** A message of one's own that has not arrived yet, with its true state and what can be done about it. */
export function EchoBubble({ message, outgoing, onEdit, self }: Props & { self: Self }) {
  return (
    <View className={classNames('hy-said hy-said--own', !self && 'hy-said--faceless')}>
      {self && <Face face={self.face} name={self.name} size="sm" />}
      <View className="hy-said__body">
        {message.text !== '' && <Text className="hy-said__bubble">{message.text}</Text>}
        {message.photos.length > 0 && <PhotoStrip photos={[...message.photos]} />}
        <EchoState message={message} outgoing={outgoing} onEdit={onEdit} />
      </View>
    </View>
  );
}

/** 发送中, 等网络 or 没有发出, in words; once a try has failed, one can try again at once or take the words back. */
export function EchoState({ message, outgoing, onEdit }: Props) {
  const { key, state, words } = message;
  if (words === null) {
    return <Text className="hy-sent-state">{state === 'sending' ? '发送中…' : '等待发送'}</Text>;
  }
  const isSending = state === 'sending';
  return (
    <View className="hy-unsent" {...aria({ role: 'alert' })}>
      <Text className="hy-unsent__words">{isSending ? '正在重新发送…' : unsentWords(message)}</Text>
      <View className="hy-unsent__ways">
        <Button tone="quiet" size="small" isDisabled={isSending} onTap={() => outgoing.retry(key)}>
          {state === 'refused' ? '再发一次' : '马上重试'}
        </Button>
        <Button
          tone="quiet"
          size="small"
          isDisabled={isSending}
          onTap={() => outgoing.drop(key) && onEdit(message)}
        >
          改一改
        </Button>
      </View>
    </View>
  );
}

const unsentWords = ({ state, words }: OutgoingMessage): string =>
  state === 'refused' ? `没有发出：${words ?? ''}` : '还没发出去，网络恢复后自动发送';
