import { useState } from 'react';
import { listPublicReview } from '@domain/desk/public-question.actions';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Lead } from '@/components/lead';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { PublicRow } from '@/features/faq/public-row';
import { go } from '@/services/navigate';
import { useRead } from '@/services/queries';

const FILTERS = [
  { value: 'proposed', text: '待审核' },
  { value: 'pending', text: '待核对解答' },
  { value: 'open', text: '已公开' },
] as const;

/** 公开答复审核: what waits to be made public, and which neighbours' answers wait to be confirmed. */
export default function PublicReviewPage() {
  const [filter, setFilter] = useState<(typeof FILTERS)[number]['value']>('proposed');
  const list = useRead(listPublicReview, { filter });
  return (
    <Screen title="公开答复审核" onRefresh={list.refresh}>
      <Stack>
        <Lead
          title="邻居帮邻居"
          hint="核对过的解答，大家才放心"
          action={{ label: '政策小达人', onTap: () => go('/pages/answers/vetting/index') }}
        />
        <Tabs options={FILTERS} value={filter} onPick={setFilter} />
        <FailureNote failure={list.failure} onRetry={() => void list.refresh()} />
        {list.isLoading ? <Skeleton rows={3} /> : null}
        {list.data?.items.length === 0 ? (
          <Empty icon="check" title="都处理好了" hint="居民和同事可以在会话里把问题公开" />
        ) : null}
        {list.data?.items.map((card) => (
          <PublicRow
            key={card.questionId}
            card={card}
            onTap={() => go('/pages/answers/public-edit/index', { questionId: card.questionId })}
          />
        ))}
      </Stack>
    </Screen>
  );
}
