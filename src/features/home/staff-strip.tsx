import { Text, View } from '@tarojs/components';
import type { HomeView } from '@domain/home/home.actions';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { go } from '@/services/navigate';
import './staff-strip.scss';

type Waiting = NonNullable<HomeView['staff']>;

/** What waits for the people behind the door, each a tap away. */
export function StaffStrip({ staff }: { staff: Waiting }) {
  const title = staff.isOnDuty ? '工作台 · 您正在值班' : '工作台';
  const counts = [
    { words: '待接单', count: staff.waitingCount, path: '/pages/staff/queue/index' },
    { words: '待审心愿', count: staff.submittedWishCount, path: '/pages/staff/wish-review/index' },
    { words: '待确认住户', count: staff.bindingRequestCount, path: '/pages/staff/bindings/index' },
  ];
  return (
    <View className="hy-staff-strip">
      <Tap
        className="hy-staff-strip__head"
        onTap={() => go('/pages/staff/hub/index')}
        label={`${title}，进入`}
      >
        <Text className="hy-staff-strip__title">{title}</Text>
        <Icon name="chevron" size="sm" />
      </Tap>
      <View className="hy-staff-strip__counts">
        {counts.map(({ words, count, path }) => (
          <Tap
            key={words}
            className="hy-staff-strip__count"
            onTap={() => go(path)}
            label={`${words}${count}件`}
          >
            <Text
              className={
                count > 0 ? 'hy-staff-strip__number hy-staff-strip__number--some' : 'hy-staff-strip__number'
              }
            >
              {count}
            </Text>
            <Text className="hy-staff-strip__words">{words}</Text>
          </Tap>
        ))}
      </View>
    </View>
  );
}
