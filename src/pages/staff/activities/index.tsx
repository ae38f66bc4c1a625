import { View } from '@tarojs/components';
import { useState } from 'react';
import { listActivities } from '@domain/activities/activity.actions';
import type { ActivityView } from '@domain/activities/activity.schema';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { ActivityBrief } from '@/features/activities/activity-card';
import { ACTIVITY_TABS, type ActivityFilter } from '@/features/activities/activity-words';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';
import { usePages } from '@/services/queries';
import './index.scss';

export default function StaffActivitiesPage() {
  const now = useNow(60_000);
  const [filter, setFilter] = useState<ActivityFilter>('upcoming');
  const list = usePages(listActivities, { filter });
  return (
    <Screen
      title="活动管理"
      onRefresh={list.refresh}
      onEnd={list.loadMore}
      footer={
        <Button size="large" block onTap={() => go('/pages/staff/activity-edit/index')}>
          发布活动
        </Button>
      }
    >
      <Stack>
        <Tabs options={ACTIVITY_TABS} value={filter} onPick={setFilter} />
        {list.isLoading ? <Skeleton rows={4} /> : null}
        {!list.isLoading && !list.failure && list.items.length === 0 ? (
          <Empty icon="activity" title="还没有活动" hint="发布一个，邻居们马上看得到。" />
        ) : null}
        {list.items.map((activity) => (
          <Managed key={activity.activityId} activity={activity} now={now} />
        ))}
        <FailureNote failure={list.failure} onRetry={list.refresh} />
      </Stack>
    </Screen>
  );
}

function Managed({ activity, now }: { activity: ActivityView; now: number }) {
  const { activityId, title } = activity;
  return (
    <Card>
      <ActivityBrief activity={activity} now={now} />
      <View className="hy-staff-activity__buttons">
        {activity.moves.includes('revise') ? (
          <Button
            tone="quiet"
            size="small"
            label={`修改${title}`}
            onTap={() => go('/pages/staff/activity-edit/index', { activityId })}
          >
            修改
          </Button>
        ) : null}
        <Button
          tone="secondary"
          size="small"
          label={`${title}的名单和签到`}
          onTap={() => go('/pages/staff/activity-roll/index', { activityId })}
        >
          名单和签到
        </Button>
      </View>
    </Card>
  );
}
