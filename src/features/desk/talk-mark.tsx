import { View } from '@tarojs/components';
import { aria } from '@/components/aria';
import './talk-mark.scss';

/** A drawn sign of conversations. It only accompanies words, so screen readers skip it. */
export const TalkMark = ({ name }: { name: 'mic' | 'pin' | 'sound' }) => (
  <View className={`hy-mark hy-mark--${name}`} {...aria({ isHidden: true })} />
);
