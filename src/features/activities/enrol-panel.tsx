import { Text, View } from '@tarojs/components';
import type { ActivityView } from '@domain/activities/activity.schema';
import { enrolmentWorkflow } from '@domain/activities/activity.workflow';
import { Button } from '@/components/button';
import { standingOf } from './activity-words';
import type { useEnrolment } from './use-enrolment';
import './enrol-panel.scss';

/** Whether a reader has anything to do here about their own place. */
export const hasEnrolButtons = ({ moves }: ActivityView): boolean =>
  moves.includes('enrol') || moves.includes('leave');

type Props = { activity: ActivityView; now: number; enrolment: ReturnType<typeof useEnrolment> };

/** The button of somebody who could come, or who comes; nothing where there is nothing to do. */
export function EnrolPanel({ activity, now, enrolment }: Props) {
  if (activity.moves.includes('enrol'))
    return (
      <View className="hy-enrol">
        <Text className="hy-enrol__seats">{standingOf(activity, now).words}</Text>
        <Button size="large" block isBusy={enrolment.isPending} onTap={enrolment.enrol}>
          {activity.seatsLeft > 0 ? '我要报名' : '排队候补'}
        </Button>
      </View>
    );
  if (activity.moves.includes('leave'))
    return (
      <Button tone="quiet" block isBusy={enrolment.isPending} onTap={enrolment.leave}>
        {activity.mine?.status === 'waiting' ? '不再候补' : enrolmentWorkflow.transitions.leave.zh}
      </Button>
    );
  return null;
}
