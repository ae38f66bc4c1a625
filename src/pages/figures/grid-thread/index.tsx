import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { getOlderForGrid, openGridThread } from '@domain/desk/sight.actions';
import type { MessageView } from '@domain/desk/thread.schema';
import { threadWorkflow } from '@domain/desk/thread.workflow';
import { formatWhen } from '@domain/kernel/time';
import { labelOf } from '@domain/kernel/workflow';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { PhotoStrip } from '@/components/photo-strip';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { call } from '@/services/call';
import { toast } from '@/services/feedback';
import { useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import '@/features/figures/figure-line.scss';

/** A conversation of one's own grid, from its beginning, to read. */
export default function GridThreadPage() {
  const { threadId = '' } = useParams<{ threadId: string }>();
  const page = useRead(openGridThread, { threadId });
  const [older, setOlder] = useState<readonly MessageView[]>([]);
  const [fetched, setFetched] = useState(0);
  const thread = page.data?.thread;
  const left = (page.data?.filedChunkCount ?? 0) - fetched;
  const fetchOlder = async () => {
    const chunk = await call(getOlderForGrid, { threadId, chunkNo: left });
    if (!chunk.ok) return toast(chunk.error.words);
    setOlder([...chunk.value.messages, ...older]);
    setFetched(fetched + 1);
  };
  return (
    <Screen title="网格里的会话" onRefresh={page.refresh}>
      <Stack>
        <FailureNote failure={page.failure} onRetry={() => void page.refresh()} />
        {page.isLoading ? <Skeleton rows={4} /> : null}
        {thread ? (
          <Card tone="muted">
            <View className="hy-figure-line">
              <Text className="hy-figure-line__title">{thread.title}</Text>
              <Text className="hy-figure-line__facts">
                {[thread.asker?.name, thread.asker?.homeLabel, labelOf(threadWorkflow, thread.status)]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </View>
          </Card>
        ) : null}
        {left > 0 ? (
          <Button tone="quiet" onTap={() => void fetchOlder()}>
            看更早的
          </Button>
        ) : null}
        {[...older, ...(page.data?.messages ?? [])].map((message) => (
          <Said key={message.seq} message={message} />
        ))}
      </Stack>
    </Screen>
  );
}

const Said = ({ message: { side, name, text, photos, at } }: { message: MessageView }) => (
  <View className="hy-figure-line">
    <Text className="hy-figure-line__facts">
      {side === 'system' ? formatWhen(at) : `${name}${side === 'desk' ? '（值班）' : ''} · ${formatWhen(at)}`}
    </Text>
    {text === '' ? null : <Text>{text}</Text>}
    {photos.length > 0 ? <PhotoStrip photos={photos} /> : null}
  </View>
);
