import { Text } from '@tarojs/components';
import { useState } from 'react';
import { listActivities } from '@domain/activities/activity.actions';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Lead } from '@/components/lead';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { ActivityCard } from '@/features/activities/activity-card';
import { ACTIVITY_TABS, type ActivityFilter } from '@/features/activities/activity-words';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';
import { usePages } from '@/services/queries';
import './index.scss';

const NOTHING: Readonly<Record<ActivityFilter, { title: string; hint: string }>> = {
  upcoming: { title: '最近没有新活动', hint: '想学点什么、办点什么？到服务台告诉我们。' },
  past: { title: '还没有办过的活动', hint: '办过的活动会留在这里。' },
};

export default function ActivitiesTab() {
  const now = useNow(60_000);
  const [filter, setFilter] = useState<ActivityFilter>('upcoming');
  const list = usePages(listActivities, { filter });
  return (
    <Screen tab title="活动" onRefresh={list.refresh} onEnd={list.loadMore}>
      <Stack gap="sm">
        <Lead
          title="下楼来，一起热闹"
          hint="家门口的课、义诊和演练"
          action={{ label: '我的报名', onTap: () => go('/pages/activities/mine/index') }}
        />
        <Tabs options={ACTIVITY_TABS} value={filter} onPick={setFilter} />
        {list.isLoading ? <Skeleton rows={4} /> : null}
        {!list.isLoading && !list.failure && list.items.length === 0 ? (
          <Empty scene="activity" {...NOTHING[filter]} />
        ) : null}
        <Stack>
          {list.items.map((activity) => (
            <ActivityCard
              key={activity.activityId}
              activity={activity}
              now={now}
              onTap={() => go('/pages/activities/detail/index', { activityId: activity.activityId })}
            />
          ))}
        </Stack>
        <FailureNote failure={list.failure} onRetry={list.refresh} isAlone={list.items.length === 0} />
        {list.items.length > 0 && !list.failure ? (
          <Text className="hy-activities-tab__end">{list.hasMore ? '往下拉，还有更多' : '都在这里了'}</Text>
        ) : null}
      </Stack>
    </Screen>
  );
}
