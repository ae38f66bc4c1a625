import { View } from '@tarojs/components';
import { aria } from './aria';
import './skeleton.scss';

/** The shape of what is on its way, so that the page does not jump when it arrives. */
export const Skeleton = ({ rows = 3 }: { rows?: number }) => (
  <View className="hy-skeleton" {...aria({ role: 'status', label: '正在加载' })}>
    {Array.from({ length: rows }, (_, index) => (
      <View key={index} className="hy-skeleton__card">
        <View className="hy-skeleton__line hy-skeleton__line--title" />
        <View className="hy-skeleton__line" />
        <View className="hy-skeleton__line hy-skeleton__line--short" />
      </View>
    ))}
  </View>
);
