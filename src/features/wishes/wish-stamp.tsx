import { Text, View } from '@tarojs/components';
import type { WishView } from '@domain/wishes/wish.schema';
import { stampOf } from './wish-words';
import './wish-stamp.scss';

/** How far a wish is, as a stamp on its card; nothing while it waits for somebody. */
export function WishStamp({ status }: { status: WishView['status'] }) {
  const stamp = stampOf(status);
  if (!stamp) return null;
  return (
    <View className={`hy-stamp hy-stamp--${stamp.tone}`}>
      <Text>{stamp.words}</Text>
    </View>
  );
}
