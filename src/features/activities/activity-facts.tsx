import { Text, View } from '@tarojs/components';
import type { ActivityView } from '@domain/activities/activity.schema';
import { formatWhen } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { Stack } from '@/components/stack';
import { whenItIs } from './activity-words';
import './activity-facts.scss';

/** When, where, by whom, how many places, until when. */
export function ActivityFacts({ activity }: { activity: ActivityView }) {
  const waiting = activity.waitingCount > 0 ? `，${activity.waitingCount}人候补` : '';
  const facts: readonly (readonly [string, string])[] = [
    ['时间', whenItIs(activity)],
    ['地点', activity.place],
    ['主办', activity.host],
    ['名额', `${activity.seats}人，已报${activity.seats - activity.seatsLeft}人${waiting}`],
    ['报名截止', formatWhen(activity.enrolUntil)],
  ];
  return (
    <View className="hy-activity-facts">
      {facts.map(([label, value]) => (
        <View key={label} className="hy-activity-facts__row">
          <Text className="hy-activity-facts__label">{label}</Text>
          <Text className="hy-activity-facts__value">{value}</Text>
        </View>
      ))}
    </View>
  );
}

/** What to bring and what to mind, each only where there is something to say. */
export function ActivityAdvice({ activity }: { activity: ActivityView }) {
  if (!activity.bring && !activity.safetyNote) return null;
  return (
    <Stack>
      {activity.bring ? (
        <Card tone="warm">
          <Text className="hy-activity-advice__title">带什么</Text>
          <Text className="hy-activity-advice__words">{activity.bring}</Text>
        </Card>
      ) : null}
      {activity.safetyNote ? (
        <Card tone="waiting">
          <Text className="hy-activity-advice__title">安全提醒</Text>
          <Text className="hy-activity-advice__words">{activity.safetyNote}</Text>
        </Card>
      ) : null}
    </Stack>
  );
}
