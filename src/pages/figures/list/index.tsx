import { Text } from '@tarojs/components';
import { useState } from 'react';
import { getFigures, listCounted } from '@domain/desk/figures.actions';
import { GROUPINGS, type Count } from '@domain/desk/figures.schema';
import { aria } from '@/components/aria';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { FigureLine } from '@/features/figures/figure-line';
import { COUNT_NAMES, rateOf } from '@/features/figures/rates';
import { go, useParams } from '@/services/navigate';
import { usePages, useRead } from '@/services/queries';

type Params = { fromOn: string; untilOn: string; rate: string; by: string; key: string; name: string };

/** What a number of the figures counts: its whole, the good part of it, and the rest, each as long as its number says. */
export default function FigureListPage() {
  const { fromOn = '', untilOn = '', rate: rateId, by, key, name } = useParams<Params>();
  const rate = rateOf(rateId);
  const [count, setCount] = useState<Count>(rate.whole);
  const days = { fromOn, untilOn };
  const grouping = GROUPINGS.find((known) => known === by);
  const group = grouping && key ? { by: grouping, key } : undefined;
  const figures = useRead(getFigures, days);
  const pages = usePages(listCounted, { ...days, count, ...(group ? { group } : {}) });
  const rows = figures.data && {
    hour: figures.data.byHour,
    topic: figures.data.byTopic,
    building: figures.data.byBuilding,
  };
  const numbers = group ? rows?.[group.by].find((row) => row.key === group.key) : figures.data?.totals;
  const options = [rate.whole, rate.part, rate.rest].map((of) => ({
    value: of,
    text: numbers ? `${COUNT_NAMES[of]} ${numbers[of]}` : COUNT_NAMES[of],
  }));
  return (
    <Screen
      title={name ? `${name} · ${rate.name}` : rate.name}
      onRefresh={pages.refresh}
      onEnd={pages.loadMore}
    >
      <Stack>
        <Tabs options={options} value={count} onPick={setCount} />
        <FailureNote failure={pages.failure} onRetry={() => void pages.refresh()} />
        {pages.isLoading ? <Skeleton rows={3} /> : null}
        {!pages.isLoading && !pages.failure && pages.items.length === 0 && !pages.hasMore ? (
          <Empty icon="check" title="没有这样的事" />
        ) : null}
        {pages.items.length > 0 ? (
          <Text {...aria({ role: 'status' })}>
            {pages.hasMore ? `先显示 ${pages.items.length} 件，往下滑还有` : `共 ${pages.items.length} 件`}
          </Text>
        ) : null}
        {pages.items.map((row) => (
          <FigureLine
            key={row.threadId}
            row={row}
            onOpen={() => go('/pages/staff/thread/index', { threadId: row.threadId })}
          />
        ))}
        {pages.hasMore ? <Skeleton rows={1} /> : null}
      </Stack>
    </Screen>
  );
}
