import { lazy, useState } from 'react';
import type { InputOf } from '@domain/kernel/action';
import { listWishesForStaff } from '@domain/wishes/wish.actions';
import type { WishView } from '@domain/wishes/wish.schema';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { OnWide } from '@/components/on-wide';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { ReviewQueue } from '@/features/wishes/review-queue';
import { WishWall } from '@/features/wishes/wish-wall';
import { go, useParams } from '@/services/navigate';
import { usePages } from '@/services/queries';

type Filter = InputOf<typeof listWishesForStaff>['filter'];

const FILTERS: { value: Filter; text: string }[] = [
  { value: 'submitted', text: '待审核' },
  { value: 'held', text: '待看的话' },
  { value: 'open', text: '待认领' },
  { value: 'claimed', text: '已认领' },
  { value: 'fulfilled', text: '已实现' },
];

/** Fetched when a wide window asks for it; the mini-program has no such code. */
const WishTable =
  PLATFORM === 'h5'
    ? lazy(async () => ({ default: (await import('@/features/wishes/wish-table')).WishTable }))
    : null;

const open = ({ wishId }: WishView) => go('/pages/wishes/detail/index', { wishId });

export default function WishReviewPage() {
  const params = useParams<{ filter: string }>();
  const [filter, setFilter] = useState<Filter>(
    () => FILTERS.find(({ value }) => value === params.filter)?.value ?? 'submitted',
  );
  const wishes = usePages(listWishesForStaff, { filter });
  const table = WishTable && (
    <WishTable
      key={filter}
      wishes={wishes}
      name={FILTERS.find(({ value }) => value === filter)?.text ?? ''}
      isReview={filter === 'submitted'}
      onOpen={open}
    />
  );
  const isEmpty = !wishes.isLoading && !wishes.failure && wishes.items.length === 0;
  return (
    <Screen title="心愿审核" onRefresh={wishes.refresh} onEnd={wishes.loadMore}>
      <Stack>
        <Tabs options={FILTERS} value={filter} onPick={setFilter} />
        {wishes.isLoading ? <Skeleton rows={4} /> : null}
        {isEmpty ? <Nothing filter={filter} /> : null}
        <OnWide wide={isEmpty ? null : table}>
          {filter === 'submitted' ? (
            <ReviewQueue wishes={wishes.items} />
          ) : (
            <WishWall wishes={wishes.items} onOpen={open} />
          )}
        </OnWide>
        <FailureNote failure={wishes.failure} onRetry={wishes.refresh} />
      </Stack>
    </Screen>
  );
}

function Nothing({ filter }: { filter: Filter }) {
  if (filter === 'held')
    return (
      <Empty
        scene="rest"
        title="没有要看的话"
        hint="平台检查没有放行的心愿感谢和留言会在这里，您看过后大家才能看到"
      />
    );
  if (filter !== 'submitted')
    return (
      <Empty scene="wish" title="这里还没有心愿" hint="审核通过的心愿会上墙，被认领、实现后都能在这里找到" />
    );
  return (
    <Empty
      scene="rest"
      title="都审完了"
      hint="新的心愿会出现在这里。"
      action={{ label: '代录一个心愿', onTap: () => go('/pages/staff/wish-record/index') }}
    />
  );
}
