import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { cancelActivity } from '@domain/activities/activity.actions';
import { ACTIVITY_LIMITS, type RollView } from '@domain/activities/activity.schema';
import { activityWorkflow } from '@domain/activities/activity.workflow';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ReasonSheet } from '@/components/reason-sheet';
import { StatusTag } from '@/components/status-tag';
import { useNow } from '@/services/clock';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import { standingOf, whenItIs } from './activity-words';
import { rollWords } from './roll';
import './roll-head.scss';

/** What the roll is of, how many have come, and what staff can do with the activity itself. */
export function RollHead({ roll, onEdit }: { roll: RollView; onEdit: () => void }) {
  const now = useNow(60_000);
  const { activity } = roll;
  const [isCancelling, setIsCancelling] = useState(false);
  const cancel = useAction(cancelActivity, { refresh: ['activity', 'home'] });
  const standing = standingOf(activity, now);
  const callOff = async (reason: string) => {
    const done = await cancel.run({ activityId: activity.activityId, reason });
    if (!done.ok) return;
    setIsCancelling(false);
    toast('活动已取消', 'done');
  };
  return (
    <Card>
      <View className="hy-roll-head__line">
        <Text className="hy-roll-head__title">{activity.title}</Text>
        <StatusTag tone={standing.tone}>{standing.words}</StatusTag>
      </View>
      <Text className="hy-roll-head__fact">{whenItIs(activity)}</Text>
      <Text className="hy-roll-head__fact">{activity.place}</Text>
      <Text className="hy-roll-head__count">{rollWords(roll)}</Text>
      {activity.cancelReason ? (
        <Text className="hy-roll-head__fact">{`取消原因：${activity.cancelReason}`}</Text>
      ) : null}
      <View className="hy-roll-head__buttons">
        {activity.moves.includes('revise') ? (
          <Button tone="secondary" size="small" onTap={onEdit}>
            {activityWorkflow.transitions.revise.zh}
          </Button>
        ) : null}
        {activity.moves.includes('cancel') ? (
          <Button tone="quiet" size="small" onTap={() => setIsCancelling(true)}>
            {activityWorkflow.transitions.cancel.zh}
          </Button>
        ) : null}
      </View>
      <ReasonSheet
        isOpen={isCancelling}
        title="取消这个活动"
        label="取消的原因（报名的邻居都会看到）"
        placeholder="例如：老师临时生病，改期另行通知"
        confirmText="取消活动"
        maxLength={ACTIVITY_LIMITS.reasonMax}
        isBusy={cancel.isPending}
        fault={cancel.failure?.words}
        onConfirm={callOff}
        onClose={() => setIsCancelling(false)}
      />
    </Card>
  );
}
