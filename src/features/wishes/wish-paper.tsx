import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { WISH_CATEGORY_LABELS, type WishCategory } from '@domain/wishes/wish.schema';
import { PAPER_OF } from './wish-words';
import './wish-paper.scss';

type Props = {
  title: string;
  detail: string;
  category: WishCategory | '';
  /** `wall`: a card among others, its words cut short. `letter`: the card in the hand, all of it. */
  size: 'wall' | 'letter';
  children?: ReactNode;
};

/** A hand-written wish card on its own paper, held by a pin. What stands under the words are its children. */
export function WishPaper({ title, detail, category, size, children }: Props) {
  const paper = category === '' ? 'cream' : PAPER_OF[category];
  return (
    <View className={`hy-wish-paper hy-wish-paper--${paper} hy-wish-paper--${size}`}>
      <View className="hy-wish-paper__pin" />
      <Text className="hy-wish-paper__category">
        {category === '' ? '微心愿' : WISH_CATEGORY_LABELS[category]}
      </Text>
      <Text className="hy-wish-paper__title">{title}</Text>
      {detail ? <Text className="hy-wish-paper__detail">{detail}</Text> : null}
      <View className="hy-wish-paper__foot">{children}</View>
    </View>
  );
}
