import { Text, View } from '@tarojs/components';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import { Scene, type SceneName } from './scene';
import './empty.scss';

type EmptyProps = {
  title: string;
  hint?: string | undefined;
  icon?: IconName;
  /** A drawn scene instead of a sign: for the places of the app that people come back to. */
  scene?: SceneName;
  action?: { label: string; onTap: () => void } | undefined;
};

/** Nothing here yet: says so kindly, and what one can do. */
export const Empty = ({ title, hint, icon = 'house', scene, action }: EmptyProps) => (
  <View className="hy-empty">
    {scene ? (
      <Scene name={scene} />
    ) : (
      <View className="hy-empty__sign">
        <Icon name={icon} size="xl" />
      </View>
    )}
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
