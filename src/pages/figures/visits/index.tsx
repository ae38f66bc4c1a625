import { Text } from '@tarojs/components';
import { listVisits } from '@domain/desk/sight.actions';
import { ROLE_LABELS } from '@domain/kernel/roles';
import { formatWhen } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { go, useParams } from '@/services/navigate';
import { usePages } from '@/services/queries';
import '@/features/figures/figure-line.scss';

/** 会话查看记录: who opened conversations that were not theirs to look after; the secretary alone is shown it. */
export default function VisitsPage() {
  const { threadId } = useParams<{ threadId: string }>();
  const visits = usePages(listVisits, threadId ? { threadId } : {});
  const number = visits.items[0]?.number;
  return (
    <Screen
      title={threadId && number ? `会话 ${number} 的查看记录` : '会话查看记录'}
      onRefresh={visits.refresh}
      onEnd={visits.loadMore}
    >
      <Stack>
        <Text>
          值班的人和办理的人不记；其他人打开一次记一笔，同一小时只记一次，保存 180 天，只有书记看得到。
        </Text>
        <FailureNote failure={visits.failure} onRetry={() => void visits.refresh()} />
        {visits.isLoading ? <Skeleton rows={3} /> : null}
        {!visits.isLoading && !visits.failure && visits.items.length === 0 ? (
          <Empty icon="lock" title="没有这样的记录" hint="只有值班和办理的人看过" />
        ) : null}
        {visits.items.map(({ visitId, threadId: of, number: no, title, name, role, at }) => (
          <Card
            key={visitId}
            label={`${name}，${ROLE_LABELS[role]}，${formatWhen(at)}看过会话${no}`}
            {...(threadId ? {} : { onTap: () => go('/pages/figures/visits/index', { threadId: of }) })}
          >
            <Text className="hy-figure-line__title">{`${name}（${ROLE_LABELS[role]}）`}</Text>
            <Text className="hy-figure-line__facts">{`${formatWhen(at)} 看过 ${no}：${title}`}</Text>
          </Card>
        ))}
        {visits.hasMore ? <Skeleton rows={1} /> : null}
      </Stack>
    </Screen>
  );
}
