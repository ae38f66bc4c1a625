import { Text, View } from '@tarojs/components';
import { getBoard } from '@domain/home/board.actions';
import type { HomeView } from '@domain/home/home.actions';
import { getHome } from '@domain/home/home.actions';
import { formatWhen } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { OnWide } from '@/components/on-wide';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { AlertBar } from '@/features/desk/alert-bar';
import { RECORD_PAGE } from '@/features/desk/casework/record-way';
import { KEYS } from '@/features/desk/keys';
import { DutyNotes } from '@/features/duty/duty-notes';
import { BoardStrip } from '@/features/staff-hub/board-strip';
import { ToolGrid } from '@/features/staff-hub/tool-grid';
import { WaitingList } from '@/features/staff-hub/waiting-list';
import { useEvery } from '@/services/use-every';
import { go, goBack } from '@/services/navigate';
import { useRead } from '@/services/queries';
import { useShortcuts } from '@/services/shortcuts';
import './index.scss';

const REFRESH_MS = 15_000;

export default function StaffHubPage() {
  const { data: home, failure, isLoading, refresh } = useRead(getHome, {});
  useEvery(REFRESH_MS, () => void refresh());
  useShortcuts({ [KEYS.record]: () => go(RECORD_PAGE) });
  return (
    <Screen title="工作台" onRefresh={refresh}>
      <Stack gap="lg">
        {home?.staff ? <AlertBar /> : null}
        <FailureNote failure={failure} onRetry={() => void refresh()} isAlone={!home} />
        {isLoading ? <Skeleton /> : null}
        {home ? <Hub home={home} /> : null}
      </Stack>
    </Screen>
  );
}

function Hub({ home: { me, duty, staff } }: { home: HomeView }) {
  if (!staff)
    return (
      <Empty
        icon="lock"
        title="这里是社区工作人员的工作台"
        hint="需要帮忙的话，服务台随时有人"
        action={{ label: '返回', onTap: () => goBack() }}
      />
    );
  const parts = (
    <>
      <Card className="hy-hub__duty-card" tone={staff.isOnDuty ? 'done' : 'muted'}>
        <Text className="hy-hub__hello">{`${me.name}，${staff.isOnDuty ? '您正在值班' : '您现在不值班'}`}</Text>
        <Text className="hy-hub__duty">{dutyWords(duty)}</Text>
      </Card>
      <DutyNotes onOpen={go} />
      <Section title="现在等着办的">
        <Stack>
          <Now />
          <WaitingList counts={staff} onOpen={(path) => go(path)} />
        </Stack>
      </Section>
      <Section title="我要办">
        <ToolGrid onOpen={(path) => go(path)} />
      </Section>
    </>
  );
  return (
    <OnWide wide={<View className="hy-hub">{parts}</View>}>
      <Stack gap="lg">{parts}</Stack>
    </OnWide>
  );
}

/** The board is read apart, so the page stands before it and without it. */
function Now() {
  const { data: board, refresh } = useRead(getBoard, {});
  useEvery(REFRESH_MS, () => void refresh());
  return <BoardStrip board={board} onOpen={() => go('/pages/staff/board/index')} />;
}

function dutyWords({ now, secretary }: HomeView['duty']): string {
  if (!now) return `这个时段没有排班，由${secretary?.name ?? '书记'}接应`;
  return `现在值班：${now.people.map(({ name }) => name).join('、')}，到 ${formatWhen(now.endsAt)}`;
}
