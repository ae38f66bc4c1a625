import { View } from '@tarojs/components';
import { Skeleton } from '@/components/skeleton';
import './home-skeleton.scss';

/** The first screen while it is on its way: the door is where it will be. */
export const HomeSkeleton = () => (
  <View>
    <View className="hy-home-skeleton" />
    <Skeleton rows={2} />
  </View>
);
