import { View } from '@tarojs/components';
import { useState } from 'react';
import { MINUTE } from '@domain/kernel/time';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Tabs } from '@/components/tabs';
import { MyDuty } from '@/features/desk/my-duty';
import { QueueRow } from '@/features/desk/queue-row';
import { useQueue, type QueueFilter } from '@/features/desk/use-queue';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';

const FILTERS: readonly { value: QueueFilter; text: string }[] = [
  { value: 'waiting', text: '待接单' },
  { value: 'taken', text: '处理中' },
  { value: 'mine', text: '我的' },
  { value: 'resolved', text: '待确认' },
  { value: 'ended', text: '已结束' },
];

const NOTHING: Readonly<Record<QueueFilter, string>> = {
  waiting: '没有人在等，辛苦了',
  taken: '没有正在处理的事',
  mine: '您手上没有正在处理的事',
  resolved: '没有等居民确认的事',
  ended: '还没有结束的会话',
};

/** 值班队列: everything neighbours bring to the desk, live. */
export default function QueuePage() {
  const [filter, setFilter] = useState<QueueFilter>('waiting');
  const queue = useQueue(filter);
  const now = useNow(MINUTE / 6);
  const options = FILTERS.map((option) =>
    option.value === 'waiting' ? { ...option, count: queue.waitingCount } : option,
  );
  return (
    <Screen title="值班队列" onRefresh={queue.refresh}>
      <MyDuty />
      <Tabs options={options} value={filter} onPick={setFilter} />
      <FailureNote failure={queue.failure} onRetry={() => void queue.refresh()} />
      {queue.isLoading && <Skeleton rows={3} />}
      {queue.items?.length === 0 && (
        <Empty icon="check" title={NOTHING[filter]} hint="有新消息会自动出现在这里" />
      )}
      <View>
        {queue.items?.map((thread) => (
          <QueueRow
            key={thread.threadId}
            thread={thread}
            now={now}
            isNew={queue.arrived.has(thread.threadId)}
            onTap={() => go('/pages/staff/thread/index', { threadId: thread.threadId })}
          />
        ))}
      </View>
    </Screen>
  );
}
