import { Text } from '@tarojs/components';
import { listMyActivities } from '@domain/activities/activity.actions';
import type { ActivityView } from '@domain/activities/activity.schema';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { ActivityCard } from '@/features/activities/activity-card';
import { isOver } from '@/features/activities/activity-words';
import { useNow } from '@/services/clock';
import { go, switchTo } from '@/services/navigate';
import { useRead } from '@/services/queries';
import './index.scss';

export default function MyActivitiesPage() {
  const now = useNow(60_000);
  const mine = useRead(listMyActivities, {});
  const items = mine.data?.items ?? [];
  return (
    <Screen title="我的报名" onRefresh={mine.refresh}>
      <Stack gap="lg">
        {mine.failure?.code === 'NOT_ALLOWED' ? (
          <BindFirst />
        ) : (
          <FailureNote failure={mine.failure} onRetry={mine.refresh} isAlone={!mine.data} />
        )}
        {mine.isLoading ? <Skeleton rows={3} /> : null}
        {mine.data && items.length === 0 ? (
          <Empty
            scene="activity"
            title="您还没有报过名"
            hint="家门口的课、义诊和演练，去看看有没有喜欢的。"
            action={{ label: '看看近期活动', onTap: () => switchTo('/pages/tabs/activities/index') }}
          />
        ) : null}
        <Part title="要参加的" activities={items.filter((item) => !isOver(item, now))} now={now} />
        <Part title="过去的" activities={items.filter((item) => isOver(item, now))} now={now} />
      </Stack>
    </Screen>
  );
}

const BindFirst = () => (
  <Empty
    icon="key"
    title="先绑定您家的住户"
    hint="绑定以后就能报名，名额按报名先后。"
    action={{ label: '去绑定', onTap: () => go('/pages/people/bind/index') }}
  />
);

function Part({ title, activities, now }: { title: string; activities: ActivityView[]; now: number }) {
  if (activities.length === 0) return null;
  return (
    <Section title={title}>
      <Stack>
        {activities.map((activity) => (
          <ActivityCard
            key={activity.activityId}
            activity={activity}
            now={now}
            onTap={() => go('/pages/activities/detail/index', { activityId: activity.activityId })}
          >
            <Code activity={activity} now={now} />
          </ActivityCard>
        ))}
      </Stack>
    </Section>
  );
}

function Code({ activity, now }: { activity: ActivityView; now: number }) {
  if (activity.mine?.status !== 'confirmed' || isOver(activity, now)) return null;
  return <Text className="hy-my-activities__code">{`签到码 ${activity.mine.ticketCode}`}</Text>;
}
