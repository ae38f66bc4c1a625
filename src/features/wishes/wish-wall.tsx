import { View } from '@tarojs/components';
import type { WishView } from '@domain/wishes/wish.schema';
import { classNames } from '@/components/class-names';
import { WishCard } from './wish-card';
import './wish-wall.scss';

type Props = { wishes: readonly WishView[]; onOpen: (wish: WishView) => void; isSingle?: boolean };

/** Cards pinned to a wall, two beside each other where there is room for it. */
export function WishWall({ wishes, onOpen, isSingle }: Props) {
  if (wishes.length === 0) return null;
  return (
    <View className={classNames('hy-wish-wall', isSingle && 'hy-wish-wall--single')}>
      {wishes.map((wish) => (
        <View key={wish.wishId} className="hy-wish-wall__place">
          <WishCard wish={wish} onTap={() => onOpen(wish)} />
        </View>
      ))}
    </View>
  );
}
