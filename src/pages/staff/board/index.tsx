import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { getBoard, getBoardCharts } from '@domain/home/board.actions';
import { Button } from '@/components/button';
import { FailureNote } from '@/components/failure-note';
import { OnWide } from '@/components/on-wide';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import type { BehindParams } from '@/features/staff-hub/board-bars';
import { MattersPanel, QuestionsPanel, WishesPanel } from '@/features/staff-hub/board-charts';
import { REACH_PAGE, type Figure } from '@/features/staff-hub/board-figures';
import { BoardNumbers } from '@/features/staff-hub/board-numbers';
import { BoardReach } from '@/features/staff-hub/board-reach';
import { BoardToday } from '@/features/staff-hub/board-today';
import { go } from '@/services/navigate';
import { useRead } from '@/services/queries';
import { useEvery } from '@/services/use-every';
import { useLeap } from '@/services/use-leap';
import '@/features/staff-hub/board.scss';

const REFRESH_MS = 30_000;
const LIST_PAGE = '/pages/staff/board-list/index';

const openNotice = (noticeId: string, buildingId?: string) =>
  go(REACH_PAGE, { noticeId, ...(buildingId ? { buildingId } : {}) });
const openRoll = (activityId: string) => go('/pages/staff/activity-roll/index', { activityId });

/** 此刻看板: what needs somebody now, in numbers and charts; each opens the list behind it. */
export default function BoardPage() {
  const board = useRead(getBoard, {});
  const charts = useRead(getBoardCharts, {});
  const [shownPart, leapTo] = useLeap();
  const [asWords, setAsWords] = useState(false);
  const refresh = async () => {
    await Promise.all([board.refresh(), charts.refresh()]);
  };
  useEvery(REFRESH_MS, () => void refresh());
  const open = ({ leads }: Figure) => ('path' in leads ? go(leads.path, leads.params) : leapTo(leads.part));
  const shown = { asWords, onOpen: (behind: BehindParams) => go(LIST_PAGE, behind) };
  const content = (
    <Stack gap="md">
      <FailureNote failure={board.failure ?? charts.failure} onRetry={() => void refresh()} />
      {board.isLoading ? <Skeleton rows={3} /> : null}
      {board.data ? <BoardNumbers board={board.data} onOpen={open} /> : null}
      {charts.data && PLATFORM === 'h5' ? <Choice asWords={asWords} onChange={setAsWords} /> : null}
      <View className="hy-board__columns">
        <View className="hy-board__column">
          {charts.data ? <MattersPanel charts={charts.data} {...shown} /> : null}
          {board.data ? (
            <BoardReach
              notices={board.data.notices}
              asWords={asWords}
              refreshMs={REFRESH_MS}
              onOpen={openNotice}
            />
          ) : null}
        </View>
        <View className="hy-board__column">
          {board.data ? (
            <BoardToday board={board.data} onOpenActivity={openRoll} onOpenNotice={openNotice} />
          ) : null}
          {charts.data ? <WishesPanel charts={charts.data} {...shown} /> : null}
          {charts.data ? <QuestionsPanel charts={charts.data} {...shown} /> : null}
        </View>
      </View>
    </Stack>
  );
  return (
    <Screen title="此刻看板" onRefresh={refresh} scrollTo={shownPart}>
      <OnWide wide={content}>{content}</OnWide>
    </Screen>
  );
}

/** Charts, or the same in words for who would rather read; a mini-program has the words alone. */
const Choice = ({ asWords, onChange }: { asWords: boolean; onChange: (asWords: boolean) => void }) => (
  <View className="hy-board__fresh">
    <Text>每30秒自动更新，点一条看名单</Text>
    <Button tone="quiet" size="small" onTap={() => onChange(!asWords)}>
      {asWords ? '看图' : '看文字'}
    </Button>
  </View>
);
