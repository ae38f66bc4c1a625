import { lazy, useState } from 'react';
import { listFaqForStaff } from '@domain/desk/faq-keeping.actions';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Lead } from '@/components/lead';
import { OnWide } from '@/components/on-wide';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { TextField } from '@/components/text-field';
import { FaqCardRow } from '@/features/faq/faq-card-row';
import { useSettledText } from '@/features/faq/settled-text';
import { go } from '@/services/navigate';
import { usePages } from '@/services/queries';

const FILTERS = [
  { value: 'published', text: '已发布' },
  { value: 'overdue', text: '待核对' },
  { value: 'asked', text: '居民常问' },
  { value: 'draft', text: '草稿' },
  { value: 'retired', text: '已停用' },
] as const;
type Filter = (typeof FILTERS)[number]['value'];

const EMPTY: Readonly<Record<Filter, string>> = {
  published: '还没有发布的问答',
  overdue: '没有过期的问答，都是核对过的',
  asked: '没有等着回答的问题',
  draft: '没有草稿',
  retired: '没有停用的问答',
};
const EDIT = '/pages/answers/edit/index';

/** Fetched when a wide window asks for it; the mini-program has no such code. */
const FaqTable =
  PLATFORM === 'h5'
    ? lazy(async () => ({ default: (await import('@/features/faq/faq-table')).FaqTable }))
    : null;

/** 问答管理: what residents find by themselves, kept true. */
export default function StaffFaqPage() {
  const [filter, setFilter] = useState<Filter>('published');
  const [typed, setTyped] = useState('');
  const query = useSettledText(typed);
  const list = usePages(listFaqForStaff, { filter, ...(query === '' ? {} : { query }) });
  const { items, failure, isLoading, hasMore } = list;
  const open = (faqId: string) => go(EDIT, { faqId });
  const name = FILTERS.find(({ value }) => value === filter)?.text ?? '';
  const table = FaqTable && <FaqTable list={list} name={name} onOpen={({ faqId }) => open(faqId)} />;
  return (
    <Screen
      title="问答管理"
      onRefresh={list.refresh}
      onEnd={list.loadMore}
      footer={
        <Button block size="large" onTap={() => go(EDIT)}>
          新增问答
        </Button>
      }
    >
      <Stack>
        <Lead
          title="让答案先到一步"
          hint="写清楚一条，值班就少接一遍"
          action={{ label: '看成效', onTap: () => go('/pages/answers/figures/index') }}
        />
        <Tabs options={FILTERS} value={filter} onPick={setFilter} />
        <TextField
          label="查找"
          value={typed}
          onInput={setTyped}
          placeholder="问题里的字，或居民的说法"
          maxLength={40}
        />
        <FailureNote failure={failure} onRetry={() => void list.refresh()} />
        {isLoading ? <Skeleton rows={4} /> : null}
        {!isLoading && !failure && items.length === 0 ? (
          <Empty
            icon="search"
            title={query === '' ? EMPTY[filter] : '没有找到'}
            hint="换个说法，或看看别的分类"
          />
        ) : null}
        <OnWide wide={items.length > 0 && table}>
          {items.map((card) => (
            <FaqCardRow key={card.faqId} card={card} onTap={() => open(card.faqId)} />
          ))}
        </OnWide>
        {hasMore ? <Skeleton rows={1} /> : null}
      </Stack>
    </Screen>
  );
}
