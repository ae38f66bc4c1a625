import { Text, View } from '@tarojs/components';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import './empty.scss';

type EmptyProps = {
  title: string;
  hint?: string | undefined;
  icon?: IconName;
  action?: { label: string; onTap: () => void } | undefined;
};

/** Nothing here yet: says so kindly, and what one can do. */
export const Empty = ({ title, hint, icon = 'house', action }: EmptyProps) => (
  <View className="hy-empty">
    <View className="hy-empty__sign">
      <Icon name={icon} size="xl" />
    </View>
    <Text className="hy-empty__title">{title}</Text>
    {hint ? <Text className="hy-empty__hint">{hint}</Text> : null}
    {action ? (
      <View className="hy-empty__action">
        <Button tone="secondary" onTap={action.onTap}>
          {action.label}
        </Button>
      </View>
    ) : null}
  </View>
);
