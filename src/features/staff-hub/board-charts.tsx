import type { BoardCharts } from '@domain/home/board.actions';
import { BarChart } from '@/components/bar-chart';
import type { Bar } from '@/components/bars';
import { matterBars, questionBars, wishBars, type BandBar, type BehindParams } from './board-bars';
import { BoardPanel } from './board-panel';

type Props = { charts: BoardCharts; asWords: boolean; onOpen: (behind: BehindParams) => void };

const total = (bars: readonly BandBar[]): number => bars.reduce((sum, { count }) => sum + count, 0);

/** How long things wait that the desk has not finished; each bar opens what it counts. */
export function MattersPanel({ charts, asWords, onOpen }: Props) {
  const bars = matterBars(charts);
  const title = '没办完的事，等了多久';
  return (
    <BoardPanel title={title} hint={`等接单和办理中的，共 ${total(bars)} 件`}>
      <BarChart title={title} bars={bars} asWords={asWords} onOpen={opener(bars, onOpen)} />
    </BoardPanel>
  );
}

/** How long wishes hang on the wall that nobody has claimed. */
export function WishesPanel({ charts, asWords, onOpen }: Props) {
  const bars = wishBars(charts);
  const title = '没人认领的心愿，等了多久';
  return (
    <BoardPanel title={title} hint={`从许愿那天算起，共 ${total(bars)} 个`}>
      <BarChart title={title} bars={bars} asWords={asWords} onOpen={opener(bars, onOpen)} />
    </BoardPanel>
  );
}

/** How much came in, day by day. */
export function QuestionsPanel({ charts, asWords, onOpen }: Props) {
  const bars = questionBars(charts);
  const title = '最近7天的提问';
  return (
    <BoardPanel title={title} hint={`共 ${total(bars)} 件，含已经办完的`}>
      <BarChart title={title} bars={bars} isUpright asWords={asWords} onOpen={opener(bars, onOpen)} />
    </BoardPanel>
  );
}

const opener = (bars: readonly BandBar[], onOpen: Props['onOpen']) => (bar: Bar) => {
  const behind = bars.find(({ id }) => id === bar.id)?.behind;
  if (behind) onOpen(behind);
};
