import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import { Icon } from './icon';
import { Tap } from './tap';
import './lead.scss';

type LeadProps = { title: string; hint: string; action: { label: string; onTap: () => void } };

/** The first lines of a place in the app: what it is for, and the way to what is one's own in it. */
export const Lead = ({ title, hint, action }: LeadProps) => (
  <View className="hy-lead">
    <View className="hy-lead__words">
      <Text className="hy-lead__title" {...aria({ role: 'heading' })}>
        {title}
      </Text>
      <Text className="hy-lead__hint">{hint}</Text>
    </View>
    <Tap className="hy-lead__action" onTap={action.onTap} label={action.label}>
      <Text>{action.label}</Text>
      <Icon name="chevron" size="sm" />
    </Tap>
  </View>
);
