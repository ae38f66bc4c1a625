import { Text, View } from '@tarojs/components';
import { getActivity } from '@domain/activities/activity.actions';
import { ACTIVITY_CATEGORY_LABELS, type ActivityView } from '@domain/activities/activity.schema';
import { getMe } from '@domain/people/people.actions';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { ActivityAdvice, ActivityFacts } from '@/features/activities/activity-facts';
import { isOver } from '@/features/activities/activity-words';
import { DateBlock } from '@/features/activities/date-block';
import { EnrolPanel, hasEnrolButtons } from '@/features/activities/enrol-panel';
import { OwnPlaceCard } from '@/features/activities/own-place-card';
import { SeatLine } from '@/features/activities/seat-line';
import { useEnrolment } from '@/features/activities/use-enrolment';
import { useNow } from '@/services/clock';
import { go, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import './index.scss';

export default function ActivityPage() {
  const { activityId = '' } = useParams<{ activityId: string }>();
  const activity = useRead(getActivity, { activityId });
  if (activity.data) return <Activity activity={activity.data} onRefresh={activity.refresh} />;
  return (
    <Screen title="活动" onRefresh={activity.refresh}>
      <FailureNote failure={activity.failure} onRetry={activity.refresh} isAlone />
      {activity.isLoading ? <Skeleton rows={5} /> : null}
    </Screen>
  );
}

type Props = { activity: ActivityView; onRefresh: () => Promise<void> };

function Activity({ activity, onRefresh }: Props) {
  const now = useNow(15_000);
  const enrolment = useEnrolment(activity);
  const panel = <EnrolPanel activity={activity} now={now} enrolment={enrolment} />;
  return (
    <Screen title="活动" onRefresh={onRefresh} footer={hasEnrolButtons(activity) ? panel : null}>
      <Stack>
        <Head activity={activity} now={now} />
        <FailureNote failure={enrolment.failure} />
        {activity.cancelReason ? (
          <Card tone="danger">
            <Text className="hy-activity-page__strong">活动取消了</Text>
            <Text className="hy-activity-page__line">{activity.cancelReason}</Text>
          </Card>
        ) : null}
        <OwnPlaceCard activity={activity} />
        <Card>
          <Text className="hy-activity-page__summary">{activity.summary}</Text>
          <ActivityFacts activity={activity} />
        </Card>
        <ActivityAdvice activity={activity} />
        <WayOn activity={activity} now={now} />
      </Stack>
    </Screen>
  );
}

const Head = ({ activity, now }: { activity: ActivityView; now: number }) => (
  <View className="hy-activity-page__head">
    <DateBlock at={activity.startsAt} now={now} isFaded={isOver(activity, now)} />
    <View className="hy-activity-page__words">
      <Text className="hy-activity-page__category">{ACTIVITY_CATEGORY_LABELS[activity.category]}</Text>
      <Text className="hy-activity-page__title">{activity.title}</Text>
      <SeatLine activity={activity} now={now} />
    </View>
  </View>
);

/** For staff their tools, for somebody without a household the way to one. */
function WayOn({ activity, now }: { activity: ActivityView; now: number }) {
  const { activityId, moves } = activity;
  if (moves.includes('revise'))
    return (
      <Button tone="secondary" block onTap={() => go('/pages/staff/activity-roll/index', { activityId })}>
        名单和签到
      </Button>
    );
  const isOpen = activity.status === 'published' && now < activity.enrolUntil;
  return isOpen && moves.length === 0 && !activity.mine ? <BindFirst /> : null;
}

function BindFirst() {
  const me = useRead(getMe, {});
  if (!me.data?.roles.every((role) => role === 'visitor')) return null;
  return (
    <Card tone="warm">
      <Stack>
        <Text>绑定您家的住户，就可以报名社区活动。</Text>
        <Button block onTap={() => go('/pages/people/bind/index')}>
          去绑定
        </Button>
      </Stack>
    </Card>
  );
}
