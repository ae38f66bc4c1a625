import { lazy, useState } from 'react';
import { listNoticesForStaff } from '@domain/notices/notice.actions';
import type { NoticeView } from '@domain/notices/notice.schema';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { OnWide } from '@/components/on-wide';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { StaffNoticeCard } from '@/features/notices/staff-notice-card';
import { go } from '@/services/navigate';
import { usePages } from '@/services/queries';

const FILTERS = [
  { value: 'published', text: '生效中' },
  { value: 'draft', text: '草稿' },
  { value: 'past', text: '往期' },
] as const;
type Filter = (typeof FILTERS)[number]['value'];

const EMPTY: Readonly<Record<Filter, string>> = {
  published: '现在没有生效中的提示',
  draft: '没有没发出去的草稿',
  past: '还没有往期提示',
};

const write = () => go('/pages/staff/notice-edit/index');
const open = ({ noticeId, status }: NoticeView) =>
  go(status === 'draft' ? '/pages/staff/notice-preview/index' : '/pages/staff/notice-reach/index', {
    noticeId,
  });

/** Fetched when a wide window asks for it; the mini-program has no such code. */
const NoticeTable =
  PLATFORM === 'h5'
    ? lazy(async () => ({ default: (await import('@/features/notices/notice-table')).NoticeTable }))
    : null;

export default function StaffNoticesPage() {
  const [filter, setFilter] = useState<Filter>('published');
  const notices = usePages(listNoticesForStaff, { filter });
  const { items, failure, isLoading, hasMore } = notices;
  const name = FILTERS.find(({ value }) => value === filter)?.text ?? '';
  const table = NoticeTable && <NoticeTable notices={notices} name={name} onOpen={open} />;
  return (
    <Screen
      title="提示管理"
      onRefresh={notices.refresh}
      onEnd={notices.loadMore}
      footer={
        <Button block size="large" onTap={write}>
          写提示
        </Button>
      }
    >
      <Stack>
        <Tabs options={FILTERS} value={filter} onPick={setFilter} />
        <FailureNote failure={failure} onRetry={() => void notices.refresh()} />
        {isLoading ? <Skeleton /> : null}
        {!isLoading && !failure && items.length === 0 ? (
          <Empty scene="calm" title={EMPTY[filter]} hint="停水、消防、汛情，写好后先预览，再发给要紧的楼栋" />
        ) : null}
        <OnWide wide={items.length > 0 && table}>
          {items.map(({ notice, updatedAt }) => (
            <StaffNoticeCard
              key={notice.noticeId}
              notice={notice}
              updatedAt={updatedAt}
              onTap={() => open(notice)}
            />
          ))}
        </OnWide>
        {hasMore ? <Skeleton rows={1} /> : null}
      </Stack>
    </Screen>
  );
}
