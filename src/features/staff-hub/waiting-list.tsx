import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon';
import { classNames } from '@/components/class-names';
import { Tap } from '@/components/tap';
import { waitingNow, type StaffCounts, type Waiting } from './hub-entries';
import './waiting-list.scss';

type WaitingListProps = { counts: StaffCounts; onOpen: (path: string) => void };

/** What waits for somebody now; each number opens the list behind it. */
export const WaitingList = ({ counts, onOpen }: WaitingListProps) => (
  <View className="hy-waiting">
    {waitingNow(counts).map((waiting) => (
      <WaitingRow key={waiting.id} waiting={waiting} onOpen={() => onOpen(waiting.path)} />
    ))}
  </View>
);

function WaitingRow({ waiting, onOpen }: { waiting: Waiting; onOpen: () => void }) {
  const { icon, name, count, unit } = waiting;
  const isWaiting = count > 0;
  return (
    <Tap
      className={classNames('hy-waiting__row', isWaiting && 'hy-waiting__row--some')}
      label={`${name}，${count}${unit}`}
      onTap={onOpen}
    >
      <View className="hy-waiting__icon">
        <Icon name={icon} />
      </View>
      <Text className="hy-waiting__name">{name}</Text>
      {isWaiting ? (
        <Text className="hy-waiting__count">{`${count} ${unit}`}</Text>
      ) : (
        <Text className="hy-waiting__none">没有</Text>
      )}
      <Icon name="chevron" size="sm" />
    </Tap>
  );
}
