import { useState } from 'react';
import { listPublic } from '@domain/desk/public-question.actions';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { TextField } from '@/components/text-field';
import { PublicRow } from '@/features/faq/public-row';
import { useSettledText } from '@/features/faq/settled-text';
import { go } from '@/services/navigate';
import { usePages } from '@/services/queries';

const FILTERS = [
  { value: 'open', text: '大家问过的' },
  { value: 'mine', text: '我提的、我也遇到的' },
] as const;

/** 邻居问过的事: public answers, anonymised; whoever has the same question finds and follows it. */
export default function PublicListPage() {
  const [filter, setFilter] = useState<(typeof FILTERS)[number]['value']>('open');
  const [typed, setTyped] = useState('');
  const query = useSettledText(typed);
  const list = usePages(listPublic, { filter, ...(query === '' ? {} : { query }) });
  const { items, failure, isLoading, hasMore } = list;
  return (
    <Screen title="邻居问过的事" onRefresh={list.refresh} onEnd={list.loadMore}>
      <Stack>
        <Tabs options={FILTERS} value={filter} onPick={setFilter} />
        {filter === 'open' ? (
          <TextField
            label="查找"
            value={typed}
            onInput={setTyped}
            placeholder="如：老年卡、停车"
            maxLength={40}
          />
        ) : null}
        <FailureNote failure={failure} onRetry={() => void list.refresh()} />
        {isLoading ? <Skeleton rows={4} /> : null}
        {!isLoading && !failure && items.length === 0 ? (
          <Empty
            icon="chat"
            title={query === '' ? '这里还没有内容' : '没有找到一样的问题'}
            hint="您问过的事，办结后可以公开给邻居参考，姓名、电话、门牌都不会出现"
          />
        ) : null}
        {items.map((card) => (
          <PublicRow
            key={card.questionId}
            card={card}
            onTap={() => go('/pages/desk/public-question/index', { questionId: card.questionId })}
          />
        ))}
        {hasMore ? <Skeleton rows={1} /> : null}
      </Stack>
    </Screen>
  );
}
