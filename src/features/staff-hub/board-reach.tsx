import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { BoardView } from '@domain/home/board.actions';
import { getReach } from '@domain/notices/notice.actions';
import { BarChart } from '@/components/bar-chart';
import { FailureNote } from '@/components/failure-note';
import { Skeleton } from '@/components/skeleton';
import { Tabs } from '@/components/tabs';
import { useRead } from '@/services/queries';
import { useEvery } from '@/services/use-every';
import { reachBars } from './board-bars';
import { PARTS, reachWords } from './board-figures';
import { BoardPanel } from './board-panel';
import { BoardLine } from './board-line';

type Props = {
  notices: BoardView['notices'];
  asWords: boolean;
  refreshMs: number;
  onOpen: (noticeId: string, buildingId?: string) => void;
};

/** How far the safety notices in force have got: all of them in a line each, and one building by building. */
export function BoardReach({ notices, asWords, refreshMs, onOpen }: Props) {
  const [chosenId, setChosenId] = useState('');
  const chosen = notices.find(({ noticeId }) => noticeId === chosenId) ?? notices[0];
  if (!chosen)
    return (
      <BoardPanel id={PARTS.reach} title="还没通知到的户">
        <Text className="hy-board__calm">现在没有生效中的安全提示。</Text>
      </BoardPanel>
    );
  return (
    <BoardPanel id={PARTS.reach} title="还没通知到的户" hint="一户里有一人回复就算通知到">
      {notices.map((notice) => (
        <BoardLine
          key={notice.noticeId}
          title={notice.title}
          words={reachWords(notice)}
          onOpen={() => onOpen(notice.noticeId)}
        />
      ))}
      <Text className="hy-board__key">每栋楼，没通知到的/全部户数：</Text>
      {notices.length > 1 ? (
        <Tabs
          options={notices.map(({ noticeId, title }) => ({ value: noticeId, text: title }))}
          value={chosen.noticeId}
          onPick={setChosenId}
        />
      ) : null}
      <Buildings
        key={chosen.noticeId}
        noticeId={chosen.noticeId}
        title={chosen.title}
        asWords={asWords}
        refreshMs={refreshMs}
        onOpen={onOpen}
      />
    </BoardPanel>
  );
}

type BuildingsProps = Omit<Props, 'notices'> & { noticeId: string; title: string };

function Buildings({ noticeId, title, asWords, refreshMs, onOpen }: BuildingsProps) {
  const { data: reach, failure, isLoading, refresh } = useRead(getReach, { noticeId });
  useEvery(refreshMs, () => void refresh());
  const { bars, leftOut } = reach ? reachBars(reach) : { bars: [], leftOut: 0 };
  return (
    <>
      <FailureNote failure={failure} onRetry={() => void refresh()} />
      {isLoading ? <Skeleton rows={2} /> : null}
      {reach && bars.length === 0 ? <Text className="hy-board__calm">每一户都通知到了。</Text> : null}
      {bars.length > 0 ? (
        <>
          <BarChart
            title={`${title}，每栋楼没通知到的户`}
            bars={bars}
            asWords={asWords}
            onOpen={({ id }) => onOpen(noticeId, id)}
          />
        </>
      ) : null}
      {leftOut > 0 ? (
        <BoardLine title={`还有 ${leftOut} 栋楼`} words="看全部楼栋" onOpen={() => onOpen(noticeId)} />
      ) : null}
    </>
  );
}
