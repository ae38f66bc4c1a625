import { Text, View } from '@tarojs/components';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import type { Outgoing, OutgoingMessage } from './outgoing';
import './echo-state.scss';

export type EchoStateProps = {
  message: OutgoingMessage;
  outgoing: Outgoing;
  /** Takes the words back into the box where they were written. */
  onEdit: (message: OutgoingMessage) => void;
};

/** 发送中, 等网络 or 没有发出, in words; once a try has failed, one can try again at once or take the words back. */
export function EchoState({ message, outgoing, onEdit }: EchoStateProps) {
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
