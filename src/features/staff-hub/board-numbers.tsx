import { Text, View } from '@tarojs/components';
import type { BoardView } from '@domain/home/board.actions';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { mainFigures, otherFigures, type Figure } from './board-figures';
import './board-numbers.scss';

type Props = { board: BoardView; onOpen: (figure: Figure) => void };

/** What needs somebody this moment, in exact numbers; each opens the list it counts. */
export const BoardNumbers = ({ board, onOpen }: Props) => (
  <View className="hy-board-numbers">
    {mainFigures(board).map((figure) => (
      <MainFigure key={figure.id} figure={figure} onOpen={() => onOpen(figure)} />
    ))}
    {otherFigures(board).map((figure) => (
      <OtherFigure key={figure.id} figure={figure} onOpen={() => onOpen(figure)} />
    ))}
  </View>
);

type FigureProps = { figure: Figure; onOpen: () => void };
const spoken = ({ name, count, unit }: Figure) => `${name}，${count}${unit}`;

function MainFigure({ figure, onOpen }: FigureProps) {
  const { icon, name, count, unit, tone } = figure;
  return (
    <Tap
      className={classNames('hy-board-numbers__main', count > 0 && `hy-board-numbers__main--${tone}`)}
      label={spoken(figure)}
      onTap={onOpen}
    >
      <View className="hy-board-numbers__head">
        <Icon name={count > 0 ? icon : 'check'} size="sm" />
        <Text className="hy-board-numbers__name">{name}</Text>
      </View>
      <View className="hy-board-numbers__line">
        <Text className="hy-board-numbers__count">{count}</Text>
        <Text className="hy-board-numbers__unit">{unit}</Text>
      </View>
    </Tap>
  );
}

function OtherFigure({ figure, onOpen }: FigureProps) {
  const { icon, name, count, unit } = figure;
  return (
    <Tap className="hy-board-numbers__other" label={spoken(figure)} onTap={onOpen}>
      <Icon name={icon} size="sm" />
      <Text className="hy-board-numbers__other-name">{name}</Text>
      <Text className="hy-board-numbers__other-count">{`${count} ${unit}`}</Text>
      <Icon name="chevron" size="sm" />
    </Tap>
  );
}
