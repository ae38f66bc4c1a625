import { Text, View } from '@tarojs/components';
import { MINUTE } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';
import { EchoState } from './echo-state';
import type { Outgoing, OutgoingMessage } from './outgoing';
import { ThreadRow } from './thread-row';
import { needsParts, takeBack } from './taken-back';
import { ASK_PAGE, THREAD_PAGE } from './use-asking';
import type { useMyThreads } from './use-my-threads';

type Props = {
  mine: ReturnType<typeof useMyThreads>;
  leaving: readonly OutgoingMessage[];
  outgoing: Outgoing;
  onEdit: (message: OutgoingMessage) => void;
};

/** What I have brought to the desk, and what is still on its way there. */
export function MyThreads({ mine, leaving, outgoing, onEdit }: Props) {
  const now = useNow(MINUTE / 4);
  const edit = (message: OutgoingMessage) => {
    if (!needsParts(message)) return onEdit(message);
    takeBack(message);
    go(ASK_PAGE);
  };
  const isEmpty = !mine.isLoading && !mine.failure && mine.threads.length === 0 && leaving.length === 0;
  return (
    <Section title="我的事" action={{ label: '查找', onTap: () => go('/pages/desk/mine/index') }}>
      <Stack gap="sm">
        {leaving.map((message) => (
          <Card key={message.key} tone="waiting">
            <Text>{message.text || (message.voice ? '［语音］' : (message.place?.label ?? '［图片］'))}</Text>
            <EchoState message={message} outgoing={outgoing} onEdit={edit} />
          </Card>
        ))}
        <FailureNote failure={mine.failure} onRetry={() => void mine.refresh()} />
        {mine.isLoading && <Skeleton rows={2} />}
        {isEmpty && (
          <Empty scene="talk" title="还没有找过社区" hint="有事在上面写一句，值班人员马上就能看到。" />
        )}
        <View>
          {mine.threads.map((thread) => (
            <ThreadRow
              key={thread.threadId}
              thread={thread}
              now={now}
              onTap={() => go(THREAD_PAGE, { threadId: thread.threadId })}
            />
          ))}
        </View>
      </Stack>
    </Section>
  );
}
