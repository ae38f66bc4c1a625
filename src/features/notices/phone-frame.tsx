import { Text, View } from '@tarojs/components';
import type { NoticeView } from '@domain/notices/notice.schema';
import { classNames } from '@/components/class-names';
import { useThemeClass } from '@/services/display';
import { NoticeCard } from './notice-card';
import './phone-frame.scss';

/** A resident's phone with the very card of the home page on it, in the size that resident has chosen. */
export const PhoneFrame = ({ notice, isElder }: { notice: NoticeView; isElder: boolean }) => (
  <View className={classNames(useThemeClass({ isElder }), 'hy-phone')}>
    <View className="hy-phone__top">
      <View className="hy-phone__ear" />
    </View>
    <View className="hy-phone__page">
      <Text className="hy-phone__title">首页</Text>
      <NoticeCard notice={notice} isPreview />
    </View>
  </View>
);
