import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { ActivityView } from '@domain/activities/activity.schema';
import { formatWhen } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { Stack } from '@/components/stack';
import { whenItIs } from './activity-words';
import './activity-facts.scss';

/** When, where, by whom, how many places, until when. */
export function ActivityFacts({ activity }: { activity: ActivityView }) {
  const waiting = activity.waitingCount > 0 ? `，${activity.waitingCount}人候补` : '';
  return (
    <View className="hy-activity-facts">
      <Fact label="时间" value={<Moment words={whenItIs(activity)} />} />
      <Fact label="地点" value={activity.place} />
      <Fact label="主办" value={activity.host} />
      <Fact
        label="名额"
        value={`${activity.seats}人，已报${activity.seats - activity.seatsLeft}人${waiting}`}
      />
      <Fact label="报名截止" value={<Moment words={formatWhen(activity.enrolUntil)} />} />
    </View>
  );
}

const Fact = ({ label, value }: { label: string; value: ReactNode }) => (
  <View className="hy-activity-facts__row">
    <Text className="hy-activity-facts__label">{label}</Text>
    <View className="hy-activity-facts__value">{value}</View>
  </View>
);

/** A date and a time, each kept whole where the line is too short for both. */
const Moment = ({ words }: { words: string }) => (
  <>
    {words.split(' ').map((piece, index) => (
      <Text key={index} className="hy-activity-facts__piece">
        {piece}
      </Text>
    ))}
  </>
);

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
