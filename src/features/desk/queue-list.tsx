import { Input, Text, View } from '@tarojs/components';
import { SEARCH_LIMITS } from '@domain/desk/thread-search';
import { MINUTE } from '@domain/kernel/time';
import { aria, fieldAria } from '@/components/aria';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Icon } from '@/components/icon';
import { Skeleton } from '@/components/skeleton';
import { Tabs } from '@/components/tabs';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import { QueueRow } from './queue-row';
import type { QueueFilter } from './use-queue';
import type { QueueListState } from './use-queue-list';
import './queue-list.scss';

const FILTERS: readonly { value: QueueFilter; text: string }[] = [
  { value: 'waiting', text: '待接单' },
  { value: 'overdue', text: '已超时' },
  { value: 'taken', text: '处理中' },
  { value: 'mine', text: '我的' },
  { value: 'resolved', text: '待确认' },
  { value: 'ended', text: '已结束' },
];

const NOTHING: Readonly<Record<QueueFilter, string>> = {
  overdue: '没有超过承诺时间的事',
  waiting: '没有人在等，辛苦了',
  taken: '没有正在处理的事',
  mine: '您手上没有正在处理的事',
  resolved: '没有等居民确认的事',
  ended: '还没有结束的会话',
};

type Props = { list: QueueListState; openId?: string | null; onOpen: (threadId: string) => void };

/** What neighbours bring to the desk: the queue in its views, and a box to find any conversation again. */
export function QueueList({ list, openId = null, onOpen }: Props) {
  const { filter, queue, items } = list;
  const now = useNow(MINUTE / 6);
  const options = FILTERS.map((option) =>
    option.value === 'waiting' ? { ...option, count: queue.waitingCount } : option,
  );
  return (
    <>
      <SearchBox list={list} />
      {!list.isSearching && <Tabs options={options} value={filter} onPick={list.setFilter} />}
      <FailureNote failure={list.failure} onRetry={() => void list.refresh()} isAlone={!items} />
      {!items && !list.failure && <Skeleton rows={3} />}
      {list.isSearching && items && <Found list={list} />}
      {!list.isSearching && items?.length === 0 && (
        <Empty scene="rest" title={NOTHING[filter]} hint="有新消息会自动出现在这里" />
      )}
      <View>
        {items?.map((thread) => (
          <QueueRow
            key={thread.threadId}
            thread={thread}
            now={now}
            isNew={!list.isSearching && queue.arrived.has(thread.threadId)}
            isOpen={thread.threadId === openId}
            watchers={list.watchersOf(thread.threadId)}
            onTap={() => onOpen(thread.threadId)}
          />
        ))}
      </View>
      {list.hasMore && (
        <Button tone="quiet" block isBusy={list.isLoadingMore} onTap={list.loadMore}>
          {list.isSearching ? '再找一些' : '再看一些'}
        </Button>
      )}
    </>
  );
}

function SearchBox({ list }: { list: QueueListState }) {
  return (
    <View className="hy-find">
      <Icon name="search" size="sm" />
      <Input
        className="hy-find__input"
        placeholderClass="hy-field__placeholder"
        value={list.query}
        maxlength={SEARCH_LIMITS.queryMax}
        placeholder="姓名、楼栋、说过的话、编号"
        confirmType="search"
        onInput={({ detail }) => list.setQuery(detail.value)}
        {...fieldAria('查找会话', undefined)}
      />
      {list.query !== '' && (
        <Tap className="hy-find__clear" label="清空查找" onTap={() => list.setQuery('')}>
          <Icon name="close" size="sm" />
        </Tap>
      )}
    </View>
  );
}

/** How many were found, so that an empty list is not taken for one that is still coming. */
function Found({ list }: { list: QueueListState }) {
  const count = list.items?.length ?? 0;
  if (count === 0) {
    return <Empty icon="search" title="没有找到" hint="换一个说法试试：姓名、房号，或者原话里的两三个字" />;
  }
  return (
    <View className="hy-find__count" {...aria({ role: 'status' })}>
      <Text>{list.found.hasMore ? `先显示最近的${count}条` : `找到${count}条`}</Text>
    </View>
  );
}
