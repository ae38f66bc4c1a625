import { Text } from '@tarojs/components';
import { useState } from 'react';
import { listNotices } from '@domain/notices/notice.actions';
import type { NoticeView } from '@domain/notices/notice.schema';
import { getMe } from '@domain/people/people.actions';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { NoticeCard } from '@/features/notices/notice-card';
import { go } from '@/services/navigate';
import { usePages, useRead } from '@/services/queries';

const FILTERS = [
  { value: 'active', text: '生效中' },
  { value: 'past', text: '往期' },
] as const;
type Filter = (typeof FILTERS)[number]['value'];

const openNotice = ({ noticeId }: NoticeView) => go('/pages/notices/detail/index', { noticeId });

export default function NoticeListPage() {
  const [filter, setFilter] = useState<Filter>('active');
  const notices = usePages(listNotices, { filter });
  const { items, failure, isLoading, hasMore } = notices;
  return (
    <Screen title="安全提示" onRefresh={notices.refresh} onEnd={notices.loadMore}>
      <Stack gap="lg">
        <Tabs options={FILTERS} value={filter} onPick={setFilter} />
        <BindHint />
        <FailureNote failure={failure} onRetry={() => void notices.refresh()} />
        {isLoading ? <Skeleton rows={2} /> : null}
        {!isLoading && !failure && items.length === 0 ? <NothingHere filter={filter} /> : null}
        {items.map((notice) => (
          <NoticeCard key={notice.noticeId} notice={notice} onTap={() => openNotice(notice)} />
        ))}
        {hasMore ? <Skeleton rows={1} /> : null}
      </Stack>
    </Screen>
  );
}

const NothingHere = ({ filter }: { filter: Filter }) =>
  filter === 'active' ? (
    <Empty scene="calm" title="现在一切平安" hint="停水、消防、汛情等提示会第一时间出现在这里" />
  ) : (
    <Empty scene="calm" title="还没有往期提示" hint="过期的提示会留在这里，随时可以翻看" />
  );

/** Somebody without a home sees only what is for everybody, and should know that. */
function BindHint() {
  const { data: me } = useRead(getMe, {});
  if (!me || me.status === 'bound') return null;
  const isWaiting = me.status === 'requested';
  return (
    <Card tone="warm">
      <Row isSpread isWrapping>
        <Text>
          {isWaiting
            ? '住户信息正在等社区确认，确认后能收到自家楼栋的提示。'
            : '绑定住户后，才能收到自家楼栋的提示，并回复社区。'}
        </Text>
        <Button tone="secondary" onTap={() => go('/pages/people/bind/index')}>
          {isWaiting ? '看进度' : '去绑定'}
        </Button>
      </Row>
    </Card>
  );
}
