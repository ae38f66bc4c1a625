import { Text, View } from '@tarojs/components';
import type { ActivityView } from '@domain/activities/activity.schema';
import { aria } from '@/components/aria';
import { classNames } from '@/components/class-names';
import { whenItIs } from './activity-words';
import './ticket.scss';

/** What somebody with a seat says at the door: four digits, large. */
export function Ticket({ activity }: { activity: ActivityView }) {
  const { mine } = activity;
  if (!mine || mine.status === 'waiting') return null;
  const isUsed = mine.status === 'attended';
  return (
    <View className={classNames('hy-ticket', isUsed && 'hy-ticket--used')}>
      <View className="hy-ticket__top">
        <Text className="hy-ticket__kind">入场券</Text>
        <Text className="hy-ticket__name">{activity.title}</Text>
        <Text className="hy-ticket__fact">{whenItIs(activity)}</Text>
        <Text className="hy-ticket__fact">{activity.place}</Text>
      </View>
      <View className="hy-ticket__tear">
        <View className="hy-ticket__line" />
      </View>
      <View
        className="hy-ticket__stub"
        {...aria({
          role: 'img',
          label: `签到码 ${[...mine.ticketCode].join(' ')}${isUsed ? '，已签到' : ''}`,
        })}
      >
        <Text className="hy-ticket__label">{isUsed ? '已签到，欢迎再来' : '到场报这四个数'}</Text>
        <Text className="hy-ticket__code">{mine.ticketCode}</Text>
      </View>
    </View>
  );
}
