import { Text, View } from '@tarojs/components';
import type { BoardView } from '@domain/home/board.actions';
import { formatAt } from '@domain/kernel/time';
import { aria } from '@/components/aria';
import { classNames } from '@/components/class-names';
import { Tap } from '@/components/tap';
import { boardNumbers, reachLine, type Figure } from './board-figures';
import './board.scss';

type Props = { board: BoardView; onOpen: (path: string, params?: Record<string, string>) => void };

/** What needs somebody this moment, in exact numbers; each opens the list it counts. */
export const Board = ({ board, onOpen }: Props) => (
  <View className="hy-board">
    <View className="hy-board__numbers">
      {boardNumbers(board).map((figure) => (
        <Number key={figure.id} figure={figure} onOpen={onOpen} />
      ))}
    </View>
    <Reach board={board} onOpen={onOpen} />
    <Today board={board} onOpen={onOpen} />
  </View>
);

function Number({ figure, onOpen }: { figure: Figure; onOpen: Props['onOpen'] }) {
  const { name, count, unit, path, params, isUrgent } = figure;
  return (
    <Tap
      className={classNames('hy-board__number', isUrgent && count > 0 && 'hy-board__number--urgent')}
      onTap={() => onOpen(path, params)}
    >
      <Text className="hy-board__count">{`${count} ${unit}`}</Text>
      <Text className="hy-board__name">{name}</Text>
    </Tap>
  );
}

/** A bar for each safety notice in force: how many households know, and how many nobody has reached. */
function Reach({ board, onOpen }: Props) {
  if (board.notices.length === 0) return null;
  return (
    <View className="hy-board__part">
      <Text className="hy-board__heading" {...aria({ role: 'heading' })}>
        还没通知到的户
      </Text>
      {board.notices.map((notice) => {
        const line = reachLine(notice);
        return (
          <Tap
            key={notice.noticeId}
            className="hy-board__reach"
            label={`${notice.title}，${line.words}`}
            onTap={() => onOpen('/pages/staff/notice-reach/index', { noticeId: notice.noticeId })}
          >
            <View className="hy-board__line">
              <Text className="hy-board__title">{notice.title}</Text>
              <Text className="hy-board__words">{line.words}</Text>
            </View>
            <View className="hy-board__track" {...aria({ isHidden: true })}>
              <View className="hy-board__run" style={{ width: `${line.percent}%` }} />
            </View>
          </Tap>
        );
      })}
    </View>
  );
}

function Today({ board: { activitiesToday, noticesEndingToday }, onOpen }: Props) {
  const lines = [
    ...activitiesToday.map(({ id, title, at }) => ({
      id,
      words: `${formatAt(at, 'HH:mm')} 活动开始：${title}`,
      open: () => onOpen('/pages/staff/activity-roll/index', { activityId: id }),
    })),
    ...noticesEndingToday.map(({ id, title, at }) => ({
      id,
      words: `${formatAt(at, 'HH:mm')} 提示结束：${title}`,
      open: () => onOpen('/pages/staff/notice-reach/index', { noticeId: id }),
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <View className="hy-board__part">
      <Text className="hy-board__heading" {...aria({ role: 'heading' })}>{`今天到期 ${lines.length}`}</Text>
      {lines.map(({ id, words, open }) => (
        <Tap key={id} className="hy-board__today" onTap={open}>
          <Text>{words}</Text>
        </Tap>
      ))}
    </View>
  );
}
