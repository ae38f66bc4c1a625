import { Text, View } from '@tarojs/components';
import { aria } from '@/components/aria';
import './brand.scss';

/** The name over the door. */
export const Brand = () => (
  <View className="hy-brand">
    <View className="hy-brand__sign" {...aria({ isHidden: true })} />
    <Text className="hy-brand__name" {...aria({ role: 'heading', level: 1 })}>
      呼应
    </Text>
    <Text className="hy-brand__line">社区日夜有人应</Text>
  </View>
);
