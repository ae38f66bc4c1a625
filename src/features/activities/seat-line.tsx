import { Text, View } from '@tarojs/components';
import type { ActivityView } from '@domain/activities/activity.schema';
import { StatusTag } from '@/components/status-tag';
import { ownPlace, standingOf } from './activity-words';
import './seat-line.scss';

/** How the places stand, and the reader's own place, in words. */
export function SeatLine({ activity, now }: { activity: ActivityView; now: number }) {
  const standing = standingOf(activity, now);
  const own = ownPlace(activity);
  return (
    <View className="hy-seat-line">
      <Text className={`hy-seat-line__seats hy-seat-line__seats--${standing.tone}`}>{standing.words}</Text>
      {own ? <StatusTag tone={own.tone}>{own.words}</StatusTag> : null}
    </View>
  );
}
