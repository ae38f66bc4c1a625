import { Text, View } from '@tarojs/components';
import type { BoardView } from '@domain/home/board.actions';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { mainFigures } from './board-figures';
import './board-strip.scss';

type Props = { board: BoardView | undefined; onOpen: () => void };

/** The board in one line, and the way to it. The way is there before its numbers, and without them. */
export function BoardStrip({ board, onOpen }: Props) {
  const figures = board ? mainFigures(board) : [];
  const spoken = figures.map(({ name, count, unit }) => `${name}${count}${unit}`);
  return (
    <Tap className="hy-board-strip" label={['此刻看板', ...spoken].join('，')} onTap={onOpen}>
      <View className="hy-board-strip__head">
        <Icon name="clock" />
        <Text className="hy-board-strip__title">此刻看板</Text>
        <Icon name="chevron" size="sm" />
      </View>
      <View className="hy-board-strip__figures">
        {figures.map(({ id, name, count, tone }) => (
          <View key={id} className="hy-board-strip__figure">
            <Text
              className={classNames(
                'hy-board-strip__count',
                count > 0 && tone === 'danger' && 'hy-board-strip__count--danger',
              )}
            >
              {count}
            </Text>
            <Text className="hy-board-strip__name">{name}</Text>
          </View>
        ))}
      </View>
    </Tap>
  );
}
