import { Text } from '@tarojs/components';
import { getNotice } from '@domain/notices/notice.actions';
import { getMe } from '@domain/people/people.actions';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { NoticeCard } from '@/features/notices/notice-card';
import { callPhone } from '@/services/feedback';
import { useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import './index.scss';

export default function NoticeDetailPage() {
  const { noticeId = '' } = useParams<{ noticeId: string }>();
  const { data: notice, failure, isLoading, refresh } = useRead(getNotice, { noticeId });
  return (
    <Screen title="提示详情" onRefresh={refresh}>
      <Stack gap="lg">
        <FailureNote failure={failure} onRetry={() => void refresh()} isAlone />
        {isLoading ? <Skeleton rows={2} /> : null}
        {notice ? <NoticeCard notice={notice} /> : null}
        {notice ? <Text className="hy-notice-detail__target">{`发给：${notice.targetLabel}`}</Text> : null}
        <CommunityPhone />
      </Stack>
    </Screen>
  );
}

/** A call is one tap away from every notice. */
function CommunityPhone() {
  const { data: me } = useRead(getMe, {});
  if (!me) return null;
  const { name, phone } = me.community;
  return (
    <Card>
      <Stack>
        <Text className="hy-notice-detail__phone">{`看不明白，或者情况紧急，请直接打给${name}值班室`}</Text>
        <Button tone="secondary" size="large" block onTap={() => callPhone(phone)}>
          {`打电话 ${phone}`}
        </Button>
      </Stack>
    </Card>
  );
}
