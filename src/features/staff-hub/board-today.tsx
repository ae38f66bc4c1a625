import { Text } from '@tarojs/components';
import type { BoardView } from '@domain/home/board.actions';
import { formatAt } from '@domain/kernel/time';
import { PARTS } from './board-figures';
import { BoardPanel } from './board-panel';
import { BoardLine } from './board-line';

type Props = {
  board: BoardView;
  onOpenActivity: (activityId: string) => void;
  onOpenNotice: (noticeId: string) => void;
};

/** What begins or ends before midnight, in the order of the clock. */
export function BoardToday({ board, onOpenActivity, onOpenNotice }: Props) {
  const lines = [
    ...board.activitiesToday.map((due) => ({ ...due, what: '活动开始', open: () => onOpenActivity(due.id) })),
    ...board.noticesEndingToday.map((due) => ({
      ...due,
      what: '提示结束',
      open: () => onOpenNotice(due.id),
    })),
  ].sort((a, b) => a.at - b.at);
  return (
    <BoardPanel id={PARTS.today} title="今天到期" hint={`共 ${lines.length} 件`}>
      {lines.length === 0 ? (
        <Text className="hy-board__calm">今天没有要开始的活动和要结束的提示。</Text>
      ) : null}
      {lines.map(({ id, at, what, title, open }) => (
        <BoardLine key={id} title={title} words={`${formatAt(at, 'HH:mm')} ${what}`} onOpen={open} />
      ))}
    </BoardPanel>
  );
}
