import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { aria } from '@/components/aria';
import { FailureNote } from '@/components/failure-note';
import { Skeleton } from '@/components/skeleton';
import { MessageList } from './message-list';
import type { Talk } from './use-talk';
import './talk-view.scss';

type Props = { talk: Talk; head: (thread: ThreadCard) => ReactNode };

/** The middle of a conversation page: how the matter stands, and what was said. */
export function TalkView({ talk, head }: Props) {
  const { conversation, trouble } = talk;
  if (!conversation) {
    return (
      <View className="hy-talk-wait">
        <FailureNote failure={trouble} onRetry={() => void talk.reload()} />
        {!trouble && <Skeleton rows={3} />}
      </View>
    );
  }
  return (
    <>
      {head(conversation.thread)}
      {talk.isCutOff && (
        <View className="hy-cut-off" {...aria({ role: 'status' })}>
          <Text>网络不通，正在重新连接…</Text>
        </View>
      )}
      <MessageList
        conversation={conversation}
        side={talk.side}
        echoes={talk.echoes}
        outgoing={talk.outgoing}
        onEdit={talk.writing.restore}
        scroll={talk.scroll}
        older={talk}
        isOtherTyping={talk.isOtherTyping}
      />
    </>
  );
}
