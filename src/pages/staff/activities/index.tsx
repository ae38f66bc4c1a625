import { View } from '@tarojs/components';
import { lazy, useState } from 'react';
import { listActivities } from '@domain/activities/activity.actions';
import type { ActivityView } from '@domain/activities/activity.schema';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { OnWide } from '@/components/on-wide';
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

/** Fetched when a wide window asks for it; the mini-program has no such code. */
const ActivityTable =
  PLATFORM === 'h5'
    ? lazy(async () => ({ default: (await import('@/features/activities/activity-table')).ActivityTable }))
    : null;

export default function StaffActivitiesPage() {
  const now = useNow(60_000);
  const [filter, setFilter] = useState<ActivityFilter>('upcoming');
  const list = usePages(listActivities, { filter });
  const table = ActivityTable && (
    <ActivityTable
      activities={list}
      name={ACTIVITY_TABS.find(({ value }) => value === filter)?.text ?? ''}
      onOpen={({ activityId }) => go('/pages/staff/activity-roll/index', { activityId })}
      onRevise={({ activityId }) => go('/pages/staff/activity-edit/index', { activityId })}
    />
  );
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
          <Empty scene="activity" title="还没有活动" hint="发布一个，邻居们马上看得到。" />
        ) : null}
        <OnWide wide={list.items.length > 0 && table}>
          {list.items.map((activity) => (
            <Managed key={activity.activityId} activity={activity} now={now} />
          ))}
        </OnWide>
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
