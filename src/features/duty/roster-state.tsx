import { Text, View } from '@tarojs/components';
import type { RosterWeeks } from '@domain/desk/duty.schema';
import { DAY, formatWhen } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { holeWords } from './roster-words';
import './roster.scss';

/** A roster that ends sooner than this wants the secretary's attention. */
const PLAN_AHEAD = 14 * DAY;
const HOLES_SHOWN = 4;

/** How far the roster reaches and where it has holes. */
export function RosterState({ weeks, now }: { weeks: RosterWeeks; now: number }) {
  const { thin, plannedUntil } = weeks;
  const isShort = plannedUntil === null || plannedUntil < now + PLAN_AHEAD;
  const isEmpty = thin.some(({ peopleCount }) => peopleCount === 0);
  const tone = isEmpty ? 'danger' : thin.length > 0 || isShort ? 'waiting' : 'done';
  return (
    <Card tone={tone}>
      <View className="hy-holes">
        {thin.length === 0 && (
          <View className="hy-holes__hole">
            <Icon name="check" size="sm" />
            <Text className="hy-holes__words">每个时段都有两个人值班</Text>
          </View>
        )}
        {thin.slice(0, HOLES_SHOWN).map((hole) => (
          <View key={hole.startsAt} className="hy-holes__hole">
            <Icon name="alert" size="sm" />
            <Text className="hy-holes__words">{holeWords(hole)}</Text>
          </View>
        ))}
        {thin.length > HOLES_SHOWN && <Text>{`还有 ${thin.length - HOLES_SHOWN} 处`}</Text>}
        <Text className="hy-holes__until">
          {plannedUntil === null
            ? '还没有排班'
            : `已排到 ${formatWhen(plannedUntil)}${isShort ? '，该往后排了' : ''}`}
        </Text>
      </View>
    </Card>
  );
}
