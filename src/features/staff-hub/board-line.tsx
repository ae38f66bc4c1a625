import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';

type Props = { title: string; words: string; onOpen: () => void };

/** One line of the board that opens a page. */
export const BoardLine = ({ title, words, onOpen }: Props) => (
  <Tap className="hy-board__entry" label={`${title}，${words}`} onTap={onOpen}>
    <View className="hy-board__entry-text">
      <Text className="hy-board__entry-title">{title}</Text>
      <Text className="hy-board__entry-words">{words}</Text>
    </View>
    <Icon name="chevron" size="sm" />
  </Tap>
);
