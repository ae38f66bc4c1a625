import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon';
import './privacy-words.scss';

/** What becomes of what I tell the community, in plain words. */
export const PrivacyWords = () => (
  <View className="hy-privacy">
    <Icon name="lock" size="sm" />
    <Text className="hy-privacy__words">
      您的手机号加密保存，只在帮您办事时用，谁看过都有记录。邻居看不到您的住址和电话。办完的事，联系方式到期自动清除；搬走时解绑，手机号随即删除。
    </Text>
  </View>
);
