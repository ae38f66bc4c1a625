import { Text, View } from '@tarojs/components';
import { listGridThreads } from '@domain/desk/sight.actions';
import { threadWorkflow } from '@domain/desk/thread.workflow';
import { formatWhen } from '@domain/kernel/time';
import { labelOf } from '@domain/kernel/workflow';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Row } from '@/components/row';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { go } from '@/services/navigate';
import { usePages } from '@/services/queries';
import '@/features/figures/figure-line.scss';

/** 我的网格: what households of a grid worker's own grid asked the desk; to read, not to answer. */
export default function GridPage() {
  const threads = usePages(listGridThreads, {});
  return (
    <Screen title="我的网格" onRefresh={threads.refresh} onEnd={threads.loadMore}>
      <Stack>
        <Text>您负责的网格里，居民向服务台说的事。只能看，由值班人员答复；每次查看都有记录。</Text>
        <FailureNote failure={threads.failure} onRetry={() => void threads.refresh()} />
        {threads.isLoading ? <Skeleton rows={3} /> : null}
        {!threads.isLoading && !threads.failure && threads.items.length === 0 ? (
          <Empty icon="chat" title="网格里还没有人提问" />
        ) : null}
        {threads.items.map(({ threadId, title, asker, status, isUrgent, askedAt }) => (
          <Card
            key={threadId}
            label={`${asker?.name ?? '我'}，${title}，${labelOf(threadWorkflow, status)}`}
            onTap={() => go('/pages/figures/grid-thread/index', { threadId })}
          >
            <View className="hy-figure-line">
              <Text className="hy-figure-line__title">{title}</Text>
              <Text className="hy-figure-line__facts">
                {[asker?.name ?? '我', asker?.homeLabel, formatWhen(askedAt)].filter(Boolean).join(' · ')}
              </Text>
              <Row isWrapping>
                {isUrgent ? <StatusTag tone="danger">紧急</StatusTag> : null}
                <StatusTag tone="muted">{labelOf(threadWorkflow, status)}</StatusTag>
              </Row>
            </View>
          </Card>
        ))}
        {threads.hasMore ? <Skeleton rows={1} /> : null}
      </Stack>
    </Screen>
  );
}
