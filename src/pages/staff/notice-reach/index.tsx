import { Text } from '@tarojs/components';
import { useState } from 'react';
import {
  cancelNotice,
  getNoticeForStaff,
  getReach,
  getReachOfBuilding,
} from '@domain/notices/notice.actions';
import type { NoticeView } from '@domain/notices/notice.schema';
import { Button } from '@/components/button';
import { FailureNote } from '@/components/failure-note';
import { ReasonSheet } from '@/components/reason-sheet';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { BuildingReach } from '@/features/notices/building-reach';
import { ReachBuildings, ReachTotal } from '@/features/notices/reach-summary';
import { StaffNoticeCard } from '@/features/notices/staff-notice-card';
import { useEvery } from '@/services/use-every';
import { toast } from '@/services/feedback';
import { go, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import { useAction } from '@/services/use-action';
import './index.scss';

const REFRESH_MS = 10_000;
const HERE = '/pages/staff/notice-reach/index';

export default function NoticeReachPage() {
  const { noticeId = '', buildingId } = useParams<{ noticeId: string; buildingId: string }>();
  return buildingId ? (
    <OneBuilding noticeId={noticeId} buildingId={buildingId} />
  ) : (
    <AllBuildings noticeId={noticeId} />
  );
}

function AllBuildings({ noticeId }: { noticeId: string }) {
  const { data: reach, failure, isLoading, refresh } = useRead(getReach, { noticeId });
  useEvery(REFRESH_MS, () => void refresh());
  return (
    <Screen
      title="谁还不知道"
      onRefresh={refresh}
      footer={reach && hasMoves(reach.notice) ? <Change notice={reach.notice} /> : undefined}
    >
      <Stack gap="lg">
        <FailureNote failure={failure} onRetry={() => void refresh()} />
        {isLoading ? <Skeleton /> : null}
        {reach ? (
          <>
            <StaffNoticeCard
              notice={reach.notice}
              updatedAt={reach.notice.revisedAt ?? reach.notice.publishedAt ?? reach.notice.startsAt}
            />
            <ReachTotal total={reach.total} />
            <ReachBuildings
              rows={reach.buildings}
              onOpen={({ buildingId }) => go(HERE, { noticeId, buildingId })}
            />
            <Text className="hy-notice-reach__fresh">每10秒自动更新，一户里有一人回复就算联系到</Text>
          </>
        ) : null}
      </Stack>
    </Screen>
  );
}

const hasMoves = ({ moves }: NoticeView) => moves.includes('revise') || moves.includes('cancel');

/** Update or cancel, as the notice's own moves say. */
function Change({ notice: { noticeId, moves } }: { notice: NoticeView }) {
  const [isCancelling, setCancelling] = useState(false);
  const { run, isPending, failure } = useAction(cancelNotice, { refresh: ['notice', 'home'] });
  const cancel = async (reason: string) => {
    const done = await run({ noticeId, reason });
    if (!done.ok) return;
    setCancelling(false);
    toast('已取消并告知', 'done');
  };
  return (
    <Row isSpread>
      {moves.includes('cancel') ? (
        <Button tone="quiet" onTap={() => setCancelling(true)}>
          取消提示
        </Button>
      ) : null}
      {moves.includes('revise') ? (
        <Button
          className="hy-notice-reach__revise"
          tone="secondary"
          onTap={() => go('/pages/staff/notice-edit/index', { noticeId })}
        >
          更新内容
        </Button>
      ) : null}
      <ReasonSheet
        isOpen={isCancelling}
        title="取消这条提示"
        label="为什么取消（居民会看到）"
        placeholder="比如：施工改期，明天不停水了"
        confirmText="取消提示并告知居民"
        onConfirm={(reason) => void cancel(reason)}
        onClose={() => setCancelling(false)}
        isBusy={isPending}
        fault={failure?.words}
      />
    </Row>
  );
}

function OneBuilding({ noticeId, buildingId }: { noticeId: string; buildingId: string }) {
  const stored = useRead(getNoticeForStaff, { noticeId });
  const building = useRead(getReachOfBuilding, { noticeId, buildingId });
  const refresh = async () => {
    await Promise.all([stored.refresh(), building.refresh()]);
  };
  useEvery(REFRESH_MS, () => void refresh());
  return (
    <Screen title={building.data?.buildingName ?? '一栋楼'} onRefresh={refresh}>
      <Stack gap="lg">
        <FailureNote failure={building.failure ?? stored.failure} onRetry={() => void refresh()} />
        {building.isLoading || stored.isLoading ? <Skeleton /> : null}
        {stored.data && building.data ? (
          <BuildingReach notice={stored.data.notice} reach={building.data} />
        ) : null}
      </Stack>
    </Screen>
  );
}
