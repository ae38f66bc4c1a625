import { Text, View } from '@tarojs/components';
import { formatAt, formatWhen } from '@domain/kernel/time';
import { classNames } from '@/components/class-names';
import { nearDay } from './activity-words';
import './date-block.scss';

type Props = { at: number; now: number; isFaded?: boolean };

/** The day of an activity as a leaf of a calendar. */
export function DateBlock({ at, now, isFaded = false }: Props) {
  const weekday = formatWhen(at).split(' ')[1] ?? '';
  return (
    <View className={classNames('hy-date', isFaded && 'hy-date--faded')}>
      <Text className="hy-date__month">{formatAt(at, 'M月')}</Text>
      <Text className="hy-date__day">{formatAt(at, 'D')}</Text>
      <Text className="hy-date__weekday">{nearDay(at, now) ?? weekday}</Text>
    </View>
  );
}
