import { Text } from '@tarojs/components';
import { getActivity } from '@domain/activities/activity.actions';
import type { ActivityView } from '@domain/activities/activity.schema';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { FaultCount } from '@/components/fault-count';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { ActivityFields } from '@/features/activities/activity-fields';
import { useActivityForm } from '@/features/activities/use-activity-form';
import { toast } from '@/services/feedback';
import { goBack, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';

export default function ActivityEditPage() {
  const { activityId } = useParams<{ activityId: string }>();
  return activityId ? <Revise activityId={activityId} /> : <Edit existing={null} />;
}

function Revise({ activityId }: { activityId: string }) {
  const activity = useRead(getActivity, { activityId });
  if (activity.data) return <Edit existing={activity.data} />;
  return (
    <Screen title="修改活动">
      <FailureNote failure={activity.failure} onRetry={activity.refresh} />
      {activity.isLoading ? <Skeleton rows={6} /> : null}
    </Screen>
  );
}

function Edit({ existing }: { existing: ActivityView | null }) {
  const form = useActivityForm(existing);
  const send = async () => {
    const published = await form.submit();
    if (!published) return;
    toast(existing ? '已修改' : '已发布', 'done');
    goBack('/pages/staff/activities/index');
  };
  return (
    <Screen
      title={existing ? '修改活动' : '发布活动'}
      scrollTo={form.jumpTo}
      footer={
        <Stack gap="sm">
          <FaultCount count={form.faultCount} />
          <FailureNote failure={form.faultCount > 0 ? null : form.failure} />
          <Button size="large" block isBusy={form.isPending} onTap={send}>
            {existing ? '保存修改' : '发布活动'}
          </Button>
        </Stack>
      }
    >
      <Stack>
        {form.isLeftOver ? <LeftOver isNew={!existing} onStartOver={form.startOver} /> : null}
        <ActivityFields value={form.value} onChange={form.change} faultOf={form.faultOf} />
      </Stack>
    </Screen>
  );
}

const LeftOver = ({ isNew, onStartOver }: { isNew: boolean; onStartOver: () => void }) => (
  <Card tone="waiting">
    <Text>下面是您上次写了还没有发布的内容。</Text>
    <Button tone="quiet" onTap={onStartOver}>
      {isNew ? '清空重写' : '改回现在发布的'}
    </Button>
  </Card>
);
