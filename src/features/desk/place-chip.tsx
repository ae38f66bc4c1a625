import { Text, View } from '@tarojs/components';
import { TalkMark } from './talk-mark';
import './place-chip.scss';

/** Where it is, under what was said about it. */
export const PlaceChip = ({ label }: { label: string }) => (
  <View className="hy-place">
    <TalkMark name="pin" />
    <Text className="hy-place__words" userSelect>
      {label}
    </Text>
  </View>
);
