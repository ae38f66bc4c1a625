import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '@/components/icon';
import { Tap } from '@/components/tap';
import './entry-list.scss';

export type Entry = { icon: IconName; title: string; hint?: string; onTap: () => void };

/** Ways to what is mine, one below the other. */
export const EntryList = ({ entries }: { entries: readonly Entry[] }) => (
  <View className="hy-entries">
    {entries.map(({ icon, title, hint, onTap }) => (
      <Tap key={title} className="hy-entries__row" onTap={onTap} label={hint ? `${title}，${hint}` : title}>
        <Icon name={icon} />
        <Text className="hy-entries__title">{title}</Text>
        {hint ? <Text className="hy-entries__hint">{hint}</Text> : null}
        <Icon name="chevron" size="sm" />
      </Tap>
    ))}
  </View>
);
