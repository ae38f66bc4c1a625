import { Text, View } from '@tarojs/components';
import { Badge } from '@/components/badge';
import { Icon, type IconName } from '@/components/icon';
import { Tap } from '@/components/tap';
import './big-tile.scss';

type BigTileProps = { icon: IconName; title: string; hint: string; count?: number; onTap: () => void };

/** One thing to do, large enough for any finger and any eyes. */
export const BigTile = ({ icon, title, hint, count = 0, onTap }: BigTileProps) => (
  <Tap className="hy-tile" onTap={onTap} label={`${title}，${hint}`}>
    <View className="hy-tile__sign">
      <Icon name={icon} size="lg" />
    </View>
    <View className="hy-tile__words">
      <Text className="hy-tile__title">{title}</Text>
      <Text className="hy-tile__hint">{hint}</Text>
    </View>
    <Badge count={count} />
    <Icon name="chevron" size="sm" />
  </Tap>
);
