import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ACTIVITY_CATEGORY_LABELS, type ActivityView } from '@domain/activities/activity.schema';
import { formatAt } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { isOver, spokenCard } from './activity-words';
import { DateBlock } from './date-block';
import { SeatLine } from './seat-line';
import './activity-card.scss';

type BriefProps = { activity: ActivityView; now: number; children?: ReactNode };

/** An activity in a list: when, what, where, and whether there is still room. A tap opens it. */
export function ActivityCard({ onTap, ...brief }: BriefProps & { onTap: () => void }) {
  return (
    <Card onTap={onTap} label={spokenCard(brief.activity, brief.now)}>
      <ActivityBrief {...brief} />
    </Card>
  );
}

/** The same inside a card that has buttons of its own. */
export function ActivityBrief({ activity, now, children }: BriefProps) {
  const hours = `${formatAt(activity.startsAt, 'HH:mm')}–${formatAt(activity.endsAt, 'HH:mm')}`;
  return (
    <View className="hy-activity-card">
      <DateBlock at={activity.startsAt} now={now} isFaded={isOver(activity, now)} />
      <View className="hy-activity-card__words">
        <Text className="hy-activity-card__category">{ACTIVITY_CATEGORY_LABELS[activity.category]}</Text>
        <Text className="hy-activity-card__title">{activity.title}</Text>
        <Text className="hy-activity-card__fact">{`${hours} · ${activity.place}`}</Text>
        <SeatLine activity={activity} now={now} />
        {children}
      </View>
    </View>
  );
}
