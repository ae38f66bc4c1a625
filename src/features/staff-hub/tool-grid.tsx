import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { TOOLS } from './hub-entries';
import './tool-grid.scss';

/** What staff start by themselves. */
export const ToolGrid = ({ onOpen }: { onOpen: (path: string) => void }) => (
  <View className="hy-tools">
    {TOOLS.map(({ path, icon, name, hint }) => (
      <View key={path} className="hy-tools__cell">
        <Tap className="hy-tools__tool" label={`${name}，${hint}`} onTap={() => onOpen(path)}>
          <Icon name={icon} size="lg" />
          <Text className="hy-tools__name">{name}</Text>
          <Text className="hy-tools__hint">{hint}</Text>
        </Tap>
      </View>
    ))}
  </View>
);
